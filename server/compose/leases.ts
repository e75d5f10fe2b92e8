import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Lease } from '../queue/store-ports.ts'
import type { Database } from '../store/database.ts'
import { randomUUID } from 'node:crypto'
import { createLease } from '../store/lease-store.ts'

export interface Leases extends AsyncDisposable {
  /** What only one process at a time may do, by name. */
  of: (name: string) => Lease
}

/** Disposing gives all of them back, so that the next process need not wait until they run out. */
export function createLeases(database: Database, { clock, log }: { clock: Clock, log: Log }): Leases {
  const taken = new AsyncDisposableStack()
  return {
    of(name) {
      const lease = createLease(database, { name, holder: randomUUID(), clock })
      taken.defer(() => lease.release().catch((error: unknown) => log.warn({ event: 'lease.not-released', name, err: error }, 'the next process waits until the lease runs out')))
      return lease
    },
    [Symbol.asyncDispose]: () => taken.disposeAsync(),
  }
}
