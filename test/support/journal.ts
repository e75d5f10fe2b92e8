/** A deadline, not a measure: long enough for a busy machine that makes its first database. */
const patienceMs = 45_000

export interface Journal<Entry> {
  readonly entries: readonly Entry[]
  add: (entry: Entry) => void
  /** The first entry, past or future, that matches; rejects when none comes in time. */
  until: (matches: (entry: Entry) => boolean, what?: string) => Promise<Entry>
  /** Resolves when `count` entries match. */
  untilCount: (count: number, matches?: (entry: Entry) => boolean) => Promise<Entry[]>
}

/** What happened, in order, and a way to wait for what has yet to happen. */
export function createJournal<Entry>(): Journal<Entry> {
  const entries: Entry[] = []
  const watchers = new Set<() => void>()

  async function untilCount(count: number, matches: (entry: Entry) => boolean = () => true, what = `${count} entries`): Promise<Entry[]> {
    const { promise, resolve, reject } = Promise.withResolvers<Entry[]>()
    const look = () => {
      const found = entries.filter(matches)
      if (found.length >= count)
        resolve(found)
    }
    const timer = setTimeout(() => reject(new Error(`${what} did not come; the journal says ${JSON.stringify(entries.slice(-30))}`)), patienceMs)
    watchers.add(look)
    look()
    try {
      return await promise
    }
    finally {
      clearTimeout(timer)
      watchers.delete(look)
    }
  }

  return {
    entries,
    add(entry) {
      entries.push(entry)
      for (const look of watchers)
        look()
    },
    untilCount,
    until: async (matches, what) => (await untilCount(1, matches, what ?? 'the entry'))[0]!,
  }
}
