import type { Program } from '../rig/program.ts'
import { examine } from '../rig/examine.ts'
import { pause } from '../rig/wait.ts'
import { createBrand, settle } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'
import { total } from './sigterm.ts'

/** F3, F4: a large job is split into parts, and the workers that share them die. */
export const partsKill = defineScenario({
  name: 'parts-kill',
  title: 'Workers that share the parts of one large job are killed (SIGKILL)',
  modes: ['F3', 'F4'],
  sizes: {
    short: { products: 60, part: 15, workers: 2, kills: 2, everyMs: [200, 1_000] },
    long: { products: 2_000, part: 50, workers: 3, kills: 20, everyMs: [500, 6_000] },
  },
  async run(trial, { products, part, workers: count, kills, everyMs }) {
    const installation = await trial.install({ products, pageDelayMs: 100, env: { SCRAPE_PAGES_AT_ONCE: '2', DETAILS_BATCH: String(part) } })
    await installation.start('api')
    const workers: Program[] = await Promise.all(Array.from({ length: count }, () => installation.start('worker')))
    const brandId = await createBrand(installation, { concurrency: 2 })
    await installation.client.submit({ type: 'scrape-brand', data: { brandId } })
    await settle(installation)
    const before = total(await installation.shop.visits())
    const id = await installation.client.submit({ type: 'scrape-product-details', data: { brandId } })
    for (let kill = 1; kill <= kills && installation.records.countOpen() > 0; kill++) {
      await pause(trial.random.between(everyMs[0]!, everyMs[1]!))
      const victim = trial.random.between(0, workers.length - 1)
      await workers[victim]!.kill()
      workers[victim] = await installation.start('worker')
      trial.say(`kill ${kill} of ${kills}, ${installation.records.countOpen()} jobs open`)
    }
    await settle(installation)

    const jobs = installation.records.jobs()
    const job = jobs.find(each => each.id === id)!
    const result = JSON.parse(job.result ?? '{}') as { read?: number, failed?: number }
    trial.n(kills, 'kills')
    trial.n(products, 'pages')
    trial.figure({ name: 'parts', value: jobs.filter(each => each.parentId === id).length, atLeast: Math.ceil(products / part), atMost: Math.ceil(products / part) })
    trial.figure({ name: 'pages read, says the job', value: result.read ?? null, atLeast: products, atMost: products })
    trial.figure({ name: 'pages asked for again', value: Math.max(0, total(await installation.shop.visits()) - before - products) })
    if (job.status !== 'completed')
      trial.wrong(`the job is ${job.status} (${job.errorCode})`)
    trial.found(await examine(installation, { catalogue: true }))
  },
})
