/** How long closing may wait for a store that is away. */
const patienceMs = 2_000

interface Closable {
  close: () => Promise<unknown>
  disconnect: () => Promise<unknown>
}

export interface Owner {
  own: <Thing extends Closable>(thing: Thing) => Thing
  defer: (release: () => Promise<void> | void) => void
  dispose: () => Promise<void>
}

/**
 * Closes what it owns all at once, since each may wait for a store that is away, and disconnects what cannot close in
 * time; then releases what was deferred, in reverse.
 */
export function createOwner(): Owner {
  const things = new Set<Closable>()
  const stack = new AsyncDisposableStack()
  return {
    own(thing) {
      things.add(thing)
      return thing
    },
    defer: release => stack.defer(release),
    async dispose() {
      await Promise.all([...things].map(close))
      await stack.disposeAsync()
    },
  }
}

async function close(thing: Closable): Promise<void> {
  const { promise: patience, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(resolve, patienceMs, 'late')
  const closed = thing.close().then(() => 'closed' as const, () => 'late' as const)
  const outcome = await Promise.race([closed, patience])
  clearTimeout(timer)
  if (outcome === 'late')
    void thing.disconnect().catch(() => undefined)
}
