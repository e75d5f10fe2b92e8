import type { LiveChange } from '../../server/events/bus.ts'
import type { JobQueue } from '../../server/queue/ports.ts'
import { createEventBus } from '../../server/events/bus.ts'
import { jobListCsv } from '../../server/export/job-list.ts'
import { createAnnouncer } from '../../server/jobs/announce.ts'
import { createBulkOperationRunner } from '../../server/jobs/bulk-operation-runner.ts'
import { createBulkOperationService } from '../../server/jobs/bulk-operation-service.ts'
import { createJobService } from '../../server/jobs/job-service.ts'
import { createOpenJobCap } from '../../server/jobs/open-job-cap.ts'
import { createBulkOperationStore } from '../../server/store/bulk-operation-store.ts'
import { createLease } from '../../server/store/lease-store.ts'
import { openTestStores } from '../support/database.ts'
import { silentLog } from '../support/log.ts'

/** A clock that stands still until it is moved. */
export function createTestClock(start = Date.UTC(2026, 0, 1)) {
  let time = start
  return { now: () => time, advance: (ms: number) => void (time += ms) }
}

/** Real stores and job service; what the queue is told is written down in `told`, and fails while `queueAway`. */
export async function createServiceWorld({ mostOpen = 10_000 } = {}) {
  const stores = await openTestStores()
  const events = createEventBus()
  const heard: LiveChange[] = []
  events.subscribe(event => heard.push(event))
  const clock = createTestClock()
  const told: string[] = []
  const state = { kicks: 0, asked: 0, queueAway: false }
  async function tell(what: string, jobId: string): Promise<void> {
    state.asked++
    if (state.queueAway)
      throw new Error('the queue store is away')
    told.push(`${what} ${jobId}`)
  }
  const queue: Pick<JobQueue, 'remove' | 'cancel' | 'promote' | 'changePriority'> = {
    remove: ref => tell('remove', ref.jobId).then(() => true),
    cancel: ref => tell('cancel', ref.jobId),
    promote: ref => tell('promote', ref.jobId),
    changePriority: (ref, priority) => tell(`priority ${priority}`, ref.jobId),
  }
  const announce = createAnnouncer({ jobs: stores.jobs, queue, events, kick: () => void state.kicks++, log: silentLog })
  const attempts = { 'scrape-brand': 3, 'scrape-product-details': 2, 'export-csv': 1 }
  const service = createJobService({ jobs: stores.jobs, brands: stores.brands, announce, cap: createOpenJobCap({ jobs: stores.jobs, clock, most: async () => mostOpen }), clock, attempts })
  const operationStore = createBulkOperationStore(stores.database)
  const operations = createBulkOperationService({ operations: operationStore, events, clock, wake: () => {}, writeList: jobListCsv })
  /** The runner of a process of its own. */
  const openBulkRunner = (holder: string) => createBulkOperationRunner({ operations: operationStore, lease: createLease(stores.database, { name: 'bulk-operations', holder, clock }), announce, events, clock, log: silentLog })
  const bulkRunner = openBulkRunner('this')
  /** Works off what can be worked off without waiting for jobs. */
  async function workOff(): Promise<void> {
    while (await bulkRunner.round());
  }
  const brand = await stores.brands.create({ url: 'https://shop.test/', name: 'Shop' }, new Date(clock.now()))
  return { ...stores, brand, service, operations, operationStore, openBulkRunner, bulkRunner, workOff, announce, attempts, events, heard, clock, queue, told, state }
}
export type ServiceWorld = Awaited<ReturnType<typeof createServiceWorld>>
