import type { Clock } from '../clock.ts'
import type { FlowRequest } from '../contract/flow.ts'
import type { Job } from '../contract/job.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { Inserted, JobStore, NewJob } from '../store/job-store.ts'
import type { AttemptsOf } from './plan.ts'
import type { JobService, OnceOnly } from './ports.ts'
import { safeFilename } from '../contract/filename.ts'
import { walkFlow } from '../contract/flow.ts'
import { InvalidInput, NotFound } from '../errors.ts'
import { summaryOf } from './job-summary.ts'
import { planExportFlow, planFlow, planJob } from './plan.ts'

export interface JobServiceDeps {
  jobs: JobStore
  brands: Pick<BrandStore, 'get'>
  queue: Pick<JobQueue, 'remove' | 'cancel' | 'promote'>
  /** Tells the dispatcher that there is something in the outbox. */
  kick: () => void
  events: Pick<EventBus, 'publish'>
  clock: Clock
  log: Log
  attempts: AttemptsOf
}

/** Jobs deleted in one transaction while cleaning, so that other writers get their turn in between. */
const cleanChunk = 500

export function createJobService({ jobs, brands, queue, kick, events, clock, log, attempts }: JobServiceDeps): JobService {
  const now = () => new Date(clock.now())
  const publish = (changed: Job[]) => changed.forEach(job => events.publish({ kind: 'job', job: summaryOf(job) }))

  /** The row is what was promised; the queue's part may fail (the store is away) and is then put right later. */
  async function tellQueue(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    }
    catch (error) {
      log.warn({ event: 'queue.not-told', what, err: error }, 'the queue store could not be told; the job table decides')
    }
  }

  async function assertBrand(brandId: string | undefined, path: string): Promise<void> {
    if (brandId === undefined)
      return
    await brands.get(brandId).catch((error: unknown) => {
      throw error instanceof NotFound ? new InvalidInput([{ path, message: 'there is no brand with this id' }]) : error
    })
  }

  function assertFilename(filename: string | undefined, path: string): void {
    if (filename !== undefined && safeFilename(filename) === null)
      throw new InvalidInput([{ path, message: 'nothing is left of this file name once it is made safe' }])
  }

  async function assertFlow(request: FlowRequest): Promise<void> {
    const given = 'preset' in request
      ? [{ at: '', brandId: request.brandId, filename: request.filename }]
      : [...walkFlow(request)].map(([path, { data }]) => ({ at: [...path, 'data', ''].join('.'), brandId: data.brandId, filename: 'filename' in data ? data.filename : undefined }))
    const asked = new Set<string>()
    for (const { at, brandId, filename } of given) {
      assertFilename(filename, `${at}filename`)
      if (brandId === undefined || asked.has(brandId))
        continue
      asked.add(brandId)
      await assertBrand(brandId, `${at}brandId`)
    }
  }

  /** Writes what `plan` makes of a request, unless the same request has been answered before. */
  async function accept(once: OnceOnly | undefined, plan: () => Promise<NewJob>): Promise<Inserted> {
    const earlier = once && await jobs.recall(once, now())
    const { replayed, ...answer } = earlier ? { ...earlier, replayed: true } : await jobs.insert(await plan(), now(), once)
    if (replayed)
      once?.onReplay()
    else if (answer.created)
      await announce(answer.job)
    return answer
  }

  async function announce(job: Job): Promise<void> {
    if (job.flowId === null)
      publish([job])
    else
      (await jobs.flow(job.flowId)).forEach(member => events.publish({ kind: 'job', job: member }))
    kick()
  }

  return {
    submit: (request, once) => accept(once, async () => {
      await assertBrand(request.data.brandId, 'data.brandId')
      if (request.type === 'export-csv')
        assertFilename(request.data.filename, 'data.filename')
      return planJob(request, attempts, clock.now())
    }),

    async submitExportFlow(request, once) {
      const { job } = await accept(once, async () => {
        await assertBrand(request.brandId, 'brandId')
        assertFilename(request.filename, 'filename')
        return planExportFlow(request, attempts)
      })
      return job
    },

    async submitFlow(request, once) {
      const { job } = await accept(once, async () => {
        await assertFlow(request)
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

    async retry(id) {
      const changed = await jobs.revive(id, now())
      publish(changed)
      kick()
      return jobs.get(id)
    },

    async cancel(id) {
      const changed = await jobs.requestCancel(id, now())
      publish(changed)
      for (const job of changed) {
        const ref = await jobs.ref(job.id)
        if (!ref)
          continue
        if (job.status === 'active')
          await tellQueue('cancel', () => queue.cancel(ref))
        else if (job.status === 'cancelled')
          await tellQueue('remove', () => queue.remove(ref))
      }
      return jobs.get(id)
    },

    async promote(id) {
      const job = await jobs.promote(id, now())
      publish([job])
      const ref = await jobs.ref(id)
      if (ref)
        await tellQueue('promote', () => queue.promote(ref))
      return job
    },

    async remove(id) {
      await jobs.remove(id)
      events.publish({ kind: 'job-removed', id })
    },

    async clean({ status, olderThanMs, type }) {
      const before = new Date(clock.now() - olderThanMs)
      for (let removed = 0; ;) {
        const ids = await jobs.clean({ status, type, before, limit: cleanChunk })
        ids.forEach(id => events.publish({ kind: 'job-removed', id }))
        removed += ids.length
        if (ids.length < cleanChunk)
          return { removed }
      }
    },
  }
}
