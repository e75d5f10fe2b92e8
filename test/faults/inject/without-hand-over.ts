export * from '../../../server/jobs/dead-workers.ts'

/** Nobody asks after the processes: the jobs of a dead one wait until the queue misses it. */
export function createDeadWorkers() {
  return { inherit: async () => undefined, round: async () => undefined }
}
