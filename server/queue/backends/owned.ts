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

/** Closes things in reverse of their making; one that cannot close in time is disconnected. */
export function createOwner(): Owner {
  const stack = new AsyncDisposableStack()

  function own<Thing extends Closable>(thing: Thing): Thing {
    stack.defer(async () => close(thing))
    return thing
  }

  return { own, defer: release => stack.defer(release), dispose: async () => stack.disposeAsync() }
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
