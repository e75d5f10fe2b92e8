import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { pause } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F5: Redis hangs; connections stay open and nothing answers. */
export const redisFrozen = defineScenario({
  name: 'redis-frozen',
  title: 'Redis is frozen (SIGSTOP) while jobs come in',
  modes: ['F5'],
  sizes: {
    // While a store hangs a call to it takes 3 s: an answer that waited for one is seen in the short form too.
    short: { frozenMs: 5_000, perSecond: 8, p99Ms: 2_500 },
    long: { frozenMs: 60_000, perSecond: 20, p99Ms: 500 },
  },
  async run(trial, { frozenMs, perSecond, p99Ms }) {
    const installation = await trial.install()
    await installation.start('api')
    await installation.start('worker')
    const stocked = await stock(installation)
    const { client } = installation

    const sending: Promise<unknown>[] = []
    async function send(forMs: number): Promise<void> {
      const end = performance.now() + forMs
      for (let next = performance.now(); next < end; next += 1000 / perSecond) {
        await pause(Math.max(0, next - performance.now()))
        sending.push(client.submit(smallJob(stocked, sending.length)))
      }
    }
    await send(1_000)
    const before = client.exchanges.length
    installation.redis.signal('SIGSTOP')
    await send(frozenMs)
    const during = client.exchanges.slice(before)
    const readiness = await client.call('GET', '/readyz')
    installation.redis.signal('SIGCONT')
    const caughtUp = performance.now()
    await Promise.all(sending)
    await settle(installation)

    const times = during.map(({ ms }) => ms)
    trial.n(sending.length, 'POSTs')
    trial.n(frozenMs / 1000, 'seconds frozen')
    trial.figure({ name: 'answers other than 2xx', value: during.filter(({ status }) => status === null || status >= 300).length, atMost: 0 })
    trial.figure({ name: 'POST while frozen, p50', value: percentile(times, 50), unit: 'ms' })
    trial.figure({ name: 'POST while frozen, p99', value: percentile(times, 99), unit: 'ms', atMost: p99Ms })
    trial.figure({ name: 'status of /readyz while frozen', value: readiness?.status ?? null, atLeast: 503, atMost: 503 })
    trial.figure({ name: 'from the thaw to the last job done', value: performance.now() - caughtUp, unit: 'ms', atMost: 60_000 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
