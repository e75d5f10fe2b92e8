import type { ReconcilerDeps } from '../../../server/queue/reconciler.ts'
import * as real from '../../../server/queue/reconciler.ts'

export * from '../../../server/queue/reconciler.ts'

/** Compares each second rows that have been quiet for 3 s, instead of each 10 s and 30 s. */
export function createReconciler(deps: ReconcilerDeps) {
  return real.createReconciler({ ...deps, everyMs: 1_000, quietMs: 3_000 })
}
