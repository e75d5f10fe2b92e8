import { setTimeout as sleep } from 'node:timers/promises'

/** Time that belongs to the fault itself: how long a store stays away, how far apart two kills are. */
export const pause = (ms: number): Promise<void> => sleep(ms)

/** Looks until `look` answers something other than false, null or undefined. Rejects after `withinMs`. */
export async function until<Found>(what: string, withinMs: number, look: () => Found | Promise<Found>, everyMs = 100): Promise<NonNullable<Found>> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== false && found !== null && found !== undefined)
      return found
    if (performance.now() > deadline)
      throw new Error(`${what}: not within ${withinMs / 1000} s`)
    await sleep(everyMs)
  }
}

/** Runs `work` over the items, `width` at a time. */
export async function each<Item>(items: Iterable<Item>, width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items].values()
  await Promise.all(Array.from({ length: width }, async () => {
    for (const item of left)
      await work(item)
  }))
}
