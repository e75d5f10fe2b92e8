import type { DispatcherDeps } from '../../../server/queue/dispatcher.ts'
import * as real from '../../../server/queue/dispatcher.ts'

export * from '../../../server/queue/dispatcher.ts'

/** A plain dual write: what this process accepted is given to the queue once, what one before it left is not. */
export function createDispatcher(deps: DispatcherDeps) {
  const bornAt = Date.now()
  return real.createDispatcher({
    ...deps,
    outbox: {
      ...deps.outbox,
      take: async limit => (await deps.outbox.take(limit)).filter(({ entry }) => acceptedAt(entry.jobId) >= bornAt),
    },
  })
}

/** The time in a UUIDv7. */
function acceptedAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}
