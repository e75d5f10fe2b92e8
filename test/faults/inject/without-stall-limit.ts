import type { WorkerPoolDeps } from '../../../server/queue/workers.ts'
import * as real from '../../../server/queue/workers.ts'

export * from '../../../server/queue/workers.ts'

/** A job may take its process with it as often as it likes. */
export function createWorkerPool(deps: WorkerPoolDeps) {
  return real.createWorkerPool({ ...deps, timing: { ...deps.timing, maxStalls: 1_000 } })
}
