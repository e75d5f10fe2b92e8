/** Does `next` replace `current`? An older version never wins, whatever the order of arrival. */
export function isNewer(next: { version: number }, current: { version: number } | undefined | null): boolean {
  return current === undefined || current === null || next.version > current.version
}
