import type { WorkerPoolDeps } from '../../../server/queue/workers.ts'
import * as real from '../../../server/queue/workers.ts'

export * from '../../../server/queue/workers.ts'

/** A dead worker's job runs again after 3 to 6 s instead of 10 to 20 s. */
export function createWorkerPool(deps: WorkerPoolDeps) {
  return real.createWorkerPool({ ...deps, timing: { ...deps.timing, lockMs: 3_000, stalledCheckMs: 1_500 } })
}
