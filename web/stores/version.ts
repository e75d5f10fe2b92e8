/** Does `next` replace `current`? An older version never wins, whatever the order of arrival. */
export function isNewer(next: { version: number }, current: { version: number } | undefined | null): boolean {
  return current === undefined || current === null || next.version > current.version
}

/** The one that is newer, where they have versions; else the one that was read last. */
export function newerOf<Thing extends object>(read: Thing, current: Thing | undefined): Thing {
  const versionOf = (thing: { version?: unknown }) => typeof thing.version === 'number' ? thing.version : 0
  return current !== undefined && versionOf(current) > versionOf(read) ? current : read
}
