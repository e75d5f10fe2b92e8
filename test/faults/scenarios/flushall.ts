import { examine } from '../rig/examine.ts'
import { command } from '../rig/queue-store.ts'
import { each, until } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F2: the queue store forgets everything while there is work. */
export const flushall = defineScenario({
  name: 'flushall',
  title: 'The queue store is emptied (FLUSHALL) while there is work',
  modes: ['F2'],
  mechanisms: ['reconciler'],
  sizes: {
    short: { jobs: 80, shares: [0.3], withinMs: 15_000 },
    long: { jobs: 5_000, shares: [0.1, 0.5, 0.9], withinMs: 60_000 },
  },
  async run(trial, { jobs, shares, withinMs }) {
    const installation = await trial.install({ pageDelayMs: 20 })
    await installation.start('api')
    await installation.start('worker')
    const stocked = await stock(installation)
    await installation.client.insist('/api/queues/scrape-brand/pause', undefined)
    const held = await installation.client.submit({ type: 'scrape-brand', data: { brandId: stocked.brandId } })
    const ended = installation.records.countEnded()
    const submitted = each(Array.from({ length: jobs }, (_, index) => index), 8, async index => void await installation.client.submit(smallJob(stocked, index)))

    const recoveries: number[] = []
    for (const share of shares) {
      await until(`${share * 100} % of the jobs`, 600_000, () => installation.records.countEnded() - ended >= share * jobs, 20)
      const dispatched = new Set(installation.records.undone())
      const flushedAt = performance.now()
      await command(installation.redis.url, 'FLUSHALL')
      trial.say(`flushed with ${dispatched.size} jobs in the store`)
      // Known again: given to the queue anew, or at an end.
      await until('every lost job given to the queue again', 2 * withinMs, () => {
        const waiting = new Set(installation.records.undone())
        const again = new Set(installation.records.events('delayed').map(event => event.jobId))
        return [...dispatched].every(id => !waiting.has(id) || again.has(id))
      })
      recoveries.push(performance.now() - flushedAt)
    }
    const paused = async () => ((await installation.client.call('GET', '/api/queues/scrape-brand'))?.body as { paused?: boolean } | undefined)?.paused === true
    await until('the paused queue paused again', 30_000, paused)
    if (installation.records.events('started').some(event => event.jobId === held))
      trial.wrong('a job of a paused queue was started')
    await installation.client.insist('/api/queues/scrape-brand/resume', undefined)
    await submitted
    await settle(installation)

    trial.n(jobs, 'jobs')
    trial.n(shares.length, 'FLUSHALLs')
    trial.figure({ name: 'until every lost job was with the queue again or done, longest', value: Math.max(...recoveries), unit: 'ms', atMost: withinMs })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
