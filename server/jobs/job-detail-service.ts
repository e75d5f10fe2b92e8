import type { ChildQuery, JobAttempts, JobHistory, JobNode, JobTree } from '../contract/job-detail.ts'
import type { Page } from '../contract/page.ts'
import type { JobDetailStore } from '../store/job-detail-store.ts'
import type { JobStore } from '../store/job-store.ts'
import { mostAttempts } from '../contract/job-detail.ts'
import { NotFound } from '../errors.ts'
import { attemptsOf, cancelOf } from './attempts.ts'

export interface JobDetailServiceDeps {
  jobs: Pick<JobStore, 'get' | 'timeline'>
  details: JobDetailStore
}

/** Steps of the newest attempts: each has a beginning and an end, and a few others may stand between them. */
const stepsLookedAt = mostAttempts * 4

/** What a job's page shows beside its row; a job that is not there raises `NotFound`. */
export function createJobDetailService({ jobs, details }: JobDetailServiceDeps) {
  return {
    /** Every run of the job, newest first, and the state of its last cancellation. */
    async attempts(id: string): Promise<JobAttempts> {
      await jobs.get(id)
      const { items } = await jobs.timeline(id, { only: 'steps', limit: stepsLookedAt })
      const steps = items.toReversed()
      return { items: attemptsOf(steps).toReversed().slice(0, mostAttempts), cancel: cancelOf(steps) }
    },
    async history(id: string, limit: number): Promise<JobHistory> {
      return { items: await details.history(await jobs.get(id), limit) }
    },
    async tree(id: string): Promise<JobTree> {
      const branch = await details.branch(await jobs.get(id))
      const node = branch.at(-1)
      if (node?.job.id !== id)
        throw new NotFound('job', id)
      return { ancestors: branch.slice(0, -1), node }
    },
    async children(id: string, query: ChildQuery): Promise<Page<JobNode>> {
      await jobs.get(id)
      return details.children(id, query)
    },
  }
}
export type JobDetailService = ReturnType<typeof createJobDetailService>
