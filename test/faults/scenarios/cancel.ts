import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { each, pause } from '../rig/wait.ts'
import { exportJob, settle, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F22: people change their minds at any time, and another process than the one they ask runs the job. */
export const cancel = defineScenario({
  name: 'cancel',
  title: 'Jobs are cancelled at any moment of their life',
  modes: ['F22'],
  sizes: {
    short: { jobs: 45, workers: 2, p95Ms: 6_000 },
    long: { jobs: 1_000, workers: 3, p95Ms: 3_000 },
  },
  async run(trial, { jobs, workers, p95Ms }) {
    const installation = await trial.install({ products: 12, pageDelayMs: 150, env: { SCRAPE_PRODUCT_DETAILS_CONCURRENCY: '6', EXPORT_CSV_CONCURRENCY: '2', SCRAPE_PAGES_AT_ONCE: '1' } })
    await installation.start('api')
    for (let index = 0; index < workers; index++)
      await installation.start('worker')
    const stocked = await stock(installation, { concurrency: 16 })
    const { client, records } = installation
    const askedAt = new Map<string, number>()
    let tooLate = 0

    // A third is delayed, a third is quick, a third takes a second or two.
    await each(Array.from({ length: jobs }, (_, index) => index), 24, async (index) => {
      const id = await client.submit(
        index % 3 === 0
          ? { ...exportJob(stocked, index), delayMs: trial.random.between(500, 3_000) }
          : index % 3 === 1 ? exportJob(stocked, index) : { type: 'scrape-product-details', data: { productIds: stocked.productIds.slice(0, 8) } },
      )
      await pause(trial.random.between(0, 1_500))
      const asked = Date.now()
      const answer = await client.call('POST', `/api/jobs/${id}/cancel`)
      if (answer?.status === 202)
        askedAt.set(id, asked)
      else if (answer?.status === 409)
        tooLate++
      else
        trial.wrong(`cancel was answered ${answer?.status}`)
    })
    await settle(installation)

    const rows = new Map(records.jobs().map(job => [job.id, job]))
    const latencies = [...askedAt].map(([id, asked]) => Date.parse(rows.get(id)!.completedAt!) - asked)
    const endedAt = new Map(records.events('completed', 'failed', 'cancelled').map(event => [event.jobId, Date.parse(event.at)]))
    const late = records.events('log', 'started', 'stalled', 'retrying').filter(event => Date.parse(event.at) > (endedAt.get(event.jobId) ?? Infinity))
    const unexpected = [...askedAt.keys()].filter(id => !['cancelled', 'completed'].includes(rows.get(id)!.status))
    trial.n(jobs, 'jobs cancelled')
    trial.figure({ name: 'cancelled, of those in time', value: [...askedAt.keys()].filter(id => rows.get(id)!.status === 'cancelled').length, atLeast: 1 })
    trial.figure({ name: 'completed all the same', value: [...askedAt.keys()].filter(id => rows.get(id)!.status === 'completed').length })
    trial.figure({ name: 'had ended before (409)', value: tooLate })
    trial.figure({ name: 'from the request to the end, p95', value: percentile(latencies, 95), unit: 'ms', atMost: p95Ms })
    trial.figure({ name: 'from the request to the end, longest', value: percentile(latencies, 100), unit: 'ms' })
    trial.figure({ name: 'lines in a timeline after its end', value: late.length, atMost: 0 })
    trial.figure({ name: 'neither cancelled nor completed', value: unexpected.length, atMost: 0 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
