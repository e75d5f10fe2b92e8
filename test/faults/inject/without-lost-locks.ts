import type { Run } from '../../../server/queue/ports.ts'
import type { WorkerPoolDeps } from '../../../server/queue/workers.ts'
import { RunAborted } from '../../../server/errors.ts'
import * as real from '../../../server/queue/workers.ts'

export * from '../../../server/queue/workers.ts'

/** A run is not told that its job has been given to another worker. */
export function createWorkerPool(deps: WorkerPoolDeps) {
  return real.createWorkerPool({ ...deps, run: run => deps.run({ ...run, signal: deaf(run) }) })
}

function deaf({ signal }: Run): AbortSignal {
  const controller = new AbortController()
  signal.addEventListener('abort', () => {
    if (!(signal.reason instanceof RunAborted && signal.reason.why === 'lock-lost'))
      controller.abort(signal.reason)
  })
  return controller.signal
}
