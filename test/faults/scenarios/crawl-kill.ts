import { examine } from '../rig/examine.ts'
import { pause, until } from '../rig/wait.ts'
import { createBrand, settle } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'
import { total } from './sigterm.ts'

/** F3: one long job loses its worker again and again, and goes on where it was. */
export const crawlKill = defineScenario({
  name: 'crawl-kill',
  title: 'The worker of one long job is killed (SIGKILL) again and again',
  modes: ['F3'],
  sizes: {
    short: { products: 30, pageMs: 100, kills: 1, pagesBetween: 8, again: 5 },
    long: { products: 500, pageMs: 300, kills: 20, pagesBetween: 15, again: 25 },
  },
  async run(trial, { products, pageMs, kills, pagesBetween, again }) {
    const installation = await trial.install({ products, pageDelayMs: pageMs, env: { SCRAPE_PAGES_AT_ONCE: '1' } })
    await installation.start('api')
    let worker = await installation.start('worker')
    const brandId = await createBrand(installation, { concurrency: 1 })
    await installation.client.submit({ type: 'scrape-brand', data: { brandId } })
    await settle(installation)
    const before = total(await installation.shop.visits())
    const id = await installation.client.submit({ type: 'scrape-product-details', data: { brandId } })
    const read = () => installation.records.products().filter(product => product.readBy === id).length
    for (let kill = 1; kill <= kills; kill++) {
      const done = read()
      await until('some pages read', 60_000, () => read() >= done + pagesBetween || installation.records.countOpen() === 0, 50)
      await pause(trial.random.between(0, 600))
      await worker.kill()
      worker = await installation.start('worker')
      trial.say(`kill ${kill} of ${kills}, ${read()} of ${products} pages read`)
    }
    await settle(installation)

    const asked = total(await installation.shop.visits()) - before
    const job = installation.records.jobs().find(each => each.id === id)!
    if (job.status !== 'completed')
      trial.wrong(`the job is ${job.status} (${job.errorCode})`)
    trial.n(kills, 'kills')
    trial.n(products, 'pages')
    trial.figure({ name: 'pages asked for again', value: Math.max(0, asked - products), atMost: again })
    trial.figure({ name: 'of all pages', value: 100 * Math.max(0, asked - products) / products, unit: '%' })
    trial.figure({ name: 'attempts used', value: job.attempts, atMost: 1 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
