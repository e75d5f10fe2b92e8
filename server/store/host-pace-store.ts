import type { Database } from './database.ts'

/** Which process asks a host at present, and how the host is to be treated by whoever is next. Times in milliseconds since 1970. */
export interface HostPaceState {
  nextAt: number
  quietUntil: number
  failures: number
  latencyMs: number | null
}

export type HostTurn
  = | { held: true, state: HostPaceState, wanted: boolean }
    | { held: false }

/**
 * The word of all processes on each host: one of them at a time holds a host and keeps its limits by itself; what it has
 * learned (delay, pause, failures) goes to the next with the row. A process that dies holds its hosts until the lease ends.
 */
export function createHostPaceStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  return {
    /** Takes a host that is free, or notes that somebody waits for it. */
    async take(host: string, holder: string, now: number, forMs: number): Promise<HostTurn> {
      // Most looks find it taken and asked for already: they need not wait for the write lock.
      const seen = await read.hostPace.findUnique({ where: { host } })
      if (seen && seen.holder !== null && seen.holder !== holder && seen.expiresAt.getTime() > now && seen.wantedAt !== null)
        return { held: false }
      return write(async (tx) => {
        const row = await tx.hostPace.findUnique({ where: { host } })
        if (row && row.holder !== null && row.holder !== holder && row.expiresAt.getTime() > now) {
          await tx.hostPace.update({ where: { host }, data: { wantedAt: new Date(now) } })
          return { held: false }
        }
        const lease = { holder, expiresAt: new Date(now + forMs), wantedAt: null }
        const taken = await tx.hostPace.upsert({
          where: { host },
          create: { host, ...lease, nextAt: new Date(0), quietUntil: new Date(0), failures: 0 },
          update: lease,
        })
        return { held: true, wanted: false, state: { nextAt: taken.nextAt.getTime(), quietUntil: taken.quietUntil.getTime(), failures: taken.failures, latencyMs: taken.latencyMs } }
      })
    },
    /** Keeps what the holder has learned; with `forMs` of null it gives the host back. */
    keep: (host: string, holder: string, state: HostPaceState, now: number, forMs: number | null): Promise<HostTurn> => write(async (tx) => {
      const { count } = await tx.hostPace.updateMany({
        where: { host, holder },
        data: {
          nextAt: new Date(Math.ceil(state.nextAt)),
          quietUntil: new Date(Math.ceil(state.quietUntil)),
          failures: state.failures,
          latencyMs: state.latencyMs,
          ...(forMs === null ? { holder: null } : { expiresAt: new Date(now + forMs) }),
        },
      })
      if (count === 0 || forMs === null)
        return { held: false }
      const row = await tx.hostPace.findUnique({ where: { host } })
      return { held: true, state, wanted: row?.wantedAt != null }
    }),
  }
}
