export * from '../../../server/queue/reconciler.ts'

/** Rows and queue are never compared. */
export function createReconciler() {
  return { start: () => undefined, round: async () => 0, [Symbol.asyncDispose]: async () => undefined }
}
