import type { Job } from '../../server/contract/job.ts'
import type { AbortCause } from '../../server/errors.ts'
import type { LiveChange } from '../../server/events/bus.ts'
import type { RunnerDeps } from '../../server/jobs/runner.ts'
import type { RunOutcome } from '../../server/queue/ports.ts'
import type { NewJob } from '../../server/store/job-store.ts'
import type { FakeShop } from '../support/scraper.ts'
import { join } from 'node:path'
import { RunAborted } from '../../server/errors.ts'
import { createEventBus } from '../../server/events/bus.ts'
import { createExporter } from '../../server/export/exporter.ts'
import { createRunner } from '../../server/jobs/runner.ts'
import { matchIdentities } from '../../server/scrape/url/identity.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'
import { silentLog } from '../support/log.ts'
import { fakeScraper } from '../support/scraper.ts'
import { settingsOf } from '../support/settings.ts'

/** Real stores and runner over a shop in memory; the test plays the queue. */
export async function createJobWorld(shop: FakeShop, { detailsBatch = 1000 } = {}) {
  const stores = await openTestStores()
  const events = createEventBus()
  const heard: LiveChange[] = []
  events.subscribe(event => heard.push(event))
  const exportsDir = join(stores.folder, 'exports')
  const exporter = createExporter({ folder: exportsDir })
  const runner: RunnerDeps = {
    jobs: stores.jobs,
    events,
    clock: { now: () => Date.now() },
    log: silentLog,
    kick: () => {},
    backoff: { baseMs: 1000, capMs: 10_000 },
    deps: { jobs: stores.jobs, brands: stores.brands, products: stores.products, exports: stores.exports, snapshots: stores.snapshots, exporter, matchIdentities, scraper: fakeScraper(shop), settings: settingsOf({ detailsBatch, maxProducts: 1000, pagesAtOnce: 4 }) },
  }
  const run = createRunner(runner)
  const brand = await stores.brands.create({ url: 'https://shop.test/', name: 'Shop' }, new Date())

  return {
    ...stores,
    events,
    runner,
    brand,
    heard,
    exportsDir,
    insert: async (changes: Partial<NewJob>): Promise<Job> => (await stores.jobs.insert(newJob(changes), new Date())).job,
    /** Hands the job out as a worker would; `abort` stops the run. */
    start(job: Job, generation = 1): { outcome: Promise<RunOutcome>, abort: (why: AbortCause) => void } {
      const controller = new AbortController()
      const outcome = run({ queue: job.type, jobId: job.id, generation, worker: 'test-worker', signal: controller.signal, hint: () => {}, log: () => {} })
      return { outcome, abort: why => controller.abort(new RunAborted(why)) }
    },
  }
}
