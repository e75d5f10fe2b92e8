import * as real from '../../../server/store/job-store.ts'
import { blockOnce } from './busy-loop.ts'

export * from '../../../server/store/job-store.ts'

/**
 * Exports with `late` in their wished name are held up just before they write their end: the run has looked for the
 * last time whether it should stop, and its next act is to write.
 */
export function createJobStore(database: Parameters<typeof real.createJobStore>[0]): real.JobStore {
  const store = real.createJobStore(database)
  const finish: typeof store.finish = async (fence, ending, effects) => {
    const { data } = await store.get(fence.jobId)
    if (String(data.filename).includes('late'))
      blockOnce(fence.jobId)
    return store.finish(fence, ending, effects)
  }
  return { ...store, finish }
}
