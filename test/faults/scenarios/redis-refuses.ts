import type { Installation } from '../rig/installation.ts'
import type { Trial } from '../scenario.ts'
import { examine } from '../rig/examine.ts'
import { command } from '../rig/queue-store.ts'
import { each, pause } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

interface Refusal { name: string, begin: (redis: string) => Promise<unknown>, end: (redis: string) => Promise<unknown> }

const outOfMemory: Refusal = {
  name: 'out of memory',
  begin: redis => command(redis, 'CONFIG', 'SET', 'maxmemory', '1mb'),
  end: redis => command(redis, 'CONFIG', 'SET', 'maxmemory', '0'),
}
const readOnly: Refusal = {
  name: 'read-only',
  // Nothing listens there: it stays a replica without a primary, with its data, and refuses writes.
  begin: redis => command(redis, 'REPLICAOF', '127.0.0.1', '1'),
  end: redis => command(redis, 'REPLICAOF', 'NO', 'ONE'),
}

const sizes = {
  short: { jobs: 60, times: 1, forMs: 2_000 },
  long: { jobs: 1_000, times: 10, forMs: 6_000 },
}

/** F8: Redis answers but takes nothing more. */
export const redisFull = defineScenario({
  name: 'redis-full',
  title: 'Redis is out of memory (OOM) while jobs come in',
  modes: ['F8'],
  sizes,
  run: (trial, size) => refuse(trial, outOfMemory, size),
})

/** F7: after a failover the old primary refuses writes. */
export const redisReadOnly = defineScenario({
  name: 'redis-read-only',
  title: 'Redis becomes a replica (READONLY) while jobs come in',
  modes: ['F7'],
  sizes,
  run: (trial, size) => refuse(trial, readOnly, size),
})

async function refuse(trial: Trial, refusal: Refusal, { jobs, times, forMs }: typeof sizes.short): Promise<void> {
  const installation: Installation = await trial.install({ pageDelayMs: 20 })
  await installation.start('api')
  await installation.start('worker')
  const stocked = await stock(installation)
  const { client, redis } = installation
  // Spread over all refusals and the times between them.
  const gapMs = times * 2 * forMs / (jobs / 4)
  const submitted = each(Array.from({ length: jobs }, (_, index) => index), 4, async (index) => {
    await client.submit(smallJob(stocked, index))
    await pause(gapMs)
  })
  for (let turn = 0; turn < times; turn++) {
    await pause(trial.random.between(forMs / 2, forMs))
    await refusal.begin(redis.url)
    await pause(trial.random.between(forMs / 2, forMs))
    await refusal.end(redis.url)
    trial.say(`${refusal.name} ${turn + 1} of ${times}, ${installation.records.countOpen()} jobs open`)
  }
  await submitted
  const settledMs = await settle(installation)

  trial.n(jobs, 'jobs')
  trial.n(times, `times ${refusal.name}`)
  trial.figure({ name: 'answers other than 2xx', value: client.exchanges.filter(({ status }) => status === null || status >= 300).length, atMost: 0 })
  trial.figure({ name: 'from the last job accepted, and the store well again, to the last one done', value: settledMs, unit: 'ms', atMost: 60_000 })
  trial.found(await examine(installation, { catalogue: true }))
}
