import type { Trial } from '../scenario.ts'
import { examine } from '../rig/examine.ts'
import { each, pause, until } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

interface Size { jobs: number, kills: number, everyMs: number[] }

const sizes = {
  short: { jobs: 60, kills: 2, everyMs: [500, 1_000] },
  long: { jobs: 4_000, kills: 20, everyMs: [1_000, 4_000] },
}

/** F2, F5: Redis dies and comes back with what its files have. */
export const redisKillWithAof = defineScenario({
  name: 'redis-kill-aof',
  title: 'Redis is killed (SIGKILL) and starts again, with appendonly yes',
  modes: ['F2', 'F5'],
  sizes,
  run: (trial, size) => run(trial, size, ['--appendonly', 'yes']),
})

export const redisKillWithout = defineScenario({
  name: 'redis-kill-empty',
  title: 'Redis is killed (SIGKILL) and starts again empty, without persistence',
  modes: ['F2', 'F5'],
  mechanisms: ['reconciler'],
  sizes,
  run: (trial, size) => run(trial, size, []),
})

async function run(trial: Trial, { jobs, kills, everyMs }: Size, settings: string[]): Promise<void> {
  const installation = await trial.install({ redis: settings, pageDelayMs: 20 })
  await installation.start('api')
  await installation.start('worker')
  const stocked = await stock(installation)
  const submitted = each(Array.from({ length: jobs }, (_, index) => index), 4, async index => void await installation.client.submit(smallJob(stocked, index)))
  // However busy the machine: the first kill meets a store that holds jobs.
  await installation.client.insist('/api/queues/export-csv/pause', undefined)
  for (let kill = 1; kill <= kills; kill++) {
    if (kill === 1) {
      await until('jobs in the store', 120_000, () => installation.records.undone().length >= jobs / 3)
      await installation.client.insist('/api/queues/export-csv/resume', undefined)
    }
    else {
      await pause(trial.random.between(everyMs[0]!, everyMs[1]!))
    }
    await installation.redis.stop('SIGKILL')
    await pause(trial.random.between(100, 1_000))
    await installation.redis.start()
    trial.say(`kill ${kill} of ${kills}, ${installation.records.countOpen()} jobs open`)
  }
  await submitted
  const settledMs = await settle(installation)

  const { exchanges } = installation.client
  trial.n(jobs, 'jobs')
  trial.n(kills, 'kills of Redis')
  trial.figure({ name: 'answers other than 2xx', value: exchanges.filter(({ status }) => status === null || status >= 300).length, atMost: 0 })
  trial.figure({ name: 'jobs that the store had lost', value: new Set(installation.records.events('delayed').map(event => event.jobId)).size })
  trial.figure({ name: 'from the last job accepted to the last one done', value: settledMs, unit: 'ms' })
  trial.found(await examine(installation, { catalogue: true }))
}
