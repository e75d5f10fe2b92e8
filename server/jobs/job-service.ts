import type { Clock } from '../clock.ts'
import type { Job } from '../contract/job.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { Inserted, JobStore, NewJob } from '../store/job-store.ts'
import type { Announcer } from './announce.ts'
import type { OpenJobCap } from './open-job-cap.ts'
import type { AttemptsOf } from './plan.ts'
import type { JobService, OnceOnly } from './ports.ts'
import { issueError } from '../contract/issue.ts'
import { JobRequest } from '../contract/job.ts'
import { InvalidInput } from '../errors.ts'
import { createRequestChecks } from './check-request.ts'
import { planExportFlow, planFlow, planJob } from './plan.ts'

export interface JobServiceDeps {
  jobs: JobStore
  brands: Pick<BrandStore, 'get'>
  announce: Announcer
  cap: OpenJobCap
  clock: Clock
  attempts: AttemptsOf
}

/** Jobs deleted in one transaction while cleaning, so that other writers get their turn in between. */
const cleanChunk = 500

export function createJobService({ jobs, brands, announce, cap, clock, attempts }: JobServiceDeps): JobService {
  const now = () => new Date(clock.now())
  const check = createRequestChecks({ brands })

  /** Writes what `plan` makes of a request, unless the same request has been answered before. */
  async function accept(once: OnceOnly | undefined, plan: () => Promise<NewJob>): Promise<Inserted> {
    const earlier = once && await jobs.recall(once, now())
    const { replayed, ...answer } = earlier ? { ...earlier, replayed: true } : await insert(await plan(), once)
    if (replayed)
      once?.onReplay()
    else if (answer.created)
      await announce.submitted(answer.job)
    return answer
  }

  async function insert(tree: NewJob, once: OnceOnly | undefined): Promise<Inserted & { replayed: boolean }> {
    await cap.admit(tree)
    return jobs.insert(tree, now(), once)
  }

  /** What a job of this type is to do with other data. @throws {InvalidInput} */
  async function replan({ type }: Job, data: Record<string, unknown>): Promise<Pick<NewJob, 'data' | 'brandId'>> {
    const parsed = JobRequest.safeParse({ type, data })
    if (!parsed.success)
      throw new InvalidInput(parsed.error.issues.map(issueError))
    await check.job(parsed.data)
    const { data: planned, brandId } = planJob(parsed.data, attempts, clock.now())
    return { data: planned, brandId }
  }

  return {
    submit: (request, once) => accept(once, async () => {
      await check.job(request)
      return planJob(request, attempts, clock.now())
    }),
    async submitExportFlow(request, once) {
      const { job } = await accept(once, async () => {
        await check.exportFlow(request)
        return planExportFlow(request, attempts)
      })
      return job
    },
    async submitFlow(request, once) {
      const { job } = await accept(once, async () => {
        await check.flow(request)
        return planFlow(request, attempts, clock.now())
      })
      return job
    },

    list: query => jobs.list(query),
    get: id => jobs.get(id),
    async flow(id) {
      const job = await jobs.get(id)
      return jobs.flow(job.flowId ?? job.id)
    },
    async timeline(id, query) {
      await jobs.get(id)
      return jobs.timeline(id, query)
    },

    async retry(id, { priority, delayMs = 0, data } = {}) {
      const work = data === undefined ? undefined : await replan(await jobs.get(id), data)
      announce.revived(await jobs.revive(id, now(), { priority, work, runAt: delayMs > 0 ? new Date(clock.now() + delayMs) : null }))
      return jobs.get(id)
    },
    async cancel(id) {
      await announce.cancelled(await jobs.requestCancel(id, now()))
      return jobs.get(id)
    },
    async promote(id) {
      const job = await jobs.promote(id, now())
      await announce.promoted([job])
      return job
    },
    async update(id, { priority }) {
      const job = await jobs.changePriority(id, priority, now())
      await announce.reprioritized([job])
      return job
    },
    async remove(id) {
      await jobs.remove(id)
      announce.removed([id])
    },
    async clean({ status, olderThanMs, type }) {
      const before = new Date(clock.now() - olderThanMs)
      for (let removed = 0; ;) {
        const ids = await jobs.clean({ status, type, before, limit: cleanChunk })
        announce.removed(ids)
        removed += ids.length
        if (ids.length < cleanChunk)
          return { removed }
      }
    },
  }
}
