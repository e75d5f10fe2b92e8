import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { until } from '../rig/wait.ts'
import { createBrand, settle } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F21: a worker is asked to end (deploys, restarts) again and again in the middle of a long job. */
export const sigterm = defineScenario({
  name: 'sigterm',
  title: 'A worker is stopped (SIGTERM) again and again in the middle of a long job',
  modes: ['F21'],
  sizes: {
    short: { products: 40, pageMs: 100, stops: 2, pagesBetween: 8, graceMs: 500 },
    long: { products: 2_800, pageMs: 200, stops: 50, pagesBetween: 40, graceMs: 2_000 },
  },
  async run(trial, { products, pageMs, stops, pagesBetween, graceMs }) {
    const installation = await trial.install({ products, pageDelayMs: pageMs, env: { SHUTDOWN_GRACE_MS: String(graceMs), SCRAPE_PAGES_AT_ONCE: '1', DETAILS_BATCH: '10000' } })
    await installation.start('api')
    let worker = await installation.start('worker')
    const brandId = await createBrand(installation, { concurrency: 1 })
    await installation.client.submit({ type: 'scrape-brand', data: { brandId } })
    await settle(installation)
    const before = total(await installation.shop.visits())
    const id = await installation.client.submit({ type: 'scrape-product-details', data: { brandId } })

    const exits: number[] = []
    const starts: number[] = []
    const read = () => installation.records.products().filter(product => product.readBy === id).length
    for (let stop = 1; stop <= stops; stop++) {
      const done = read()
      await until('some pages read', 60_000, () => read() >= done + pagesBetween || installation.records.countOpen() === 0, 50)
      if (installation.records.countOpen() === 0)
        trial.wrong(`the job was done after ${stop - 1} stops`)
      const askedAt = performance.now()
      worker.signal('SIGTERM')
      const { code, signal } = await worker.exited
      exits.push(performance.now() - askedAt)
      if (code !== 0)
        trial.wrong(`stop ${stop} ended with code ${code}, signal ${signal}`)
      worker = await installation.start('worker')
      starts.push(worker.startMs)
      trial.say(`stop ${stop} of ${stops}, ${read()} of ${products} pages read`)
    }
    await settle(installation)

    const asked = total(await installation.shop.visits()) - before
    const job = installation.records.jobs().find(each => each.id === id)!
    trial.n(stops, 'SIGTERMs')
    trial.n(products, 'pages')
    trial.figure({ name: 'until the process had ended, longest', value: percentile(exits, 100), unit: 'ms', atMost: 30_000 })
    trial.figure({ name: 'until the process had ended, p50', value: percentile(exits, 50), unit: 'ms' })
    trial.figure({ name: 'start of the next process, p95', value: percentile(starts, 95), unit: 'ms' })
    trial.figure({ name: 'attempts used', value: job.attempts, atMost: 1 })
    trial.figure({ name: 'jobs that had to be taken from a silent worker', value: installation.records.events('stalled').length, atMost: 0 })
    trial.figure({ name: 'pages asked for again, per stop', value: Math.max(0, asked - products) / stops, atMost: 1 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})

/** Requests for product pages. */
export function total(visits: Record<string, number>): number {
  return Object.entries(visits).filter(([path]) => path.startsWith('/shop/')).reduce((sum, [, count]) => sum + count, 0)
}
