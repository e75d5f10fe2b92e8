import type { NewJob } from '../../server/store/job-store.ts'

/** A job to insert, with what a test cares about in `changes`. */
export function newJob(changes: Partial<NewJob> = {}): NewJob {
  return { type: 'export-csv', data: {}, brandId: null, priority: 0, tags: [], maxAttempts: 2, runAt: null, onChildFailure: 'fail', children: [], ...changes }
}
