import { examine } from '../rig/examine.ts'
import { each, pause, until } from '../rig/wait.ts'
import { createBrand } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F6: everything starts, and jobs come in, before there is a Redis. */
export const redisAbsent = defineScenario({
  name: 'redis-absent',
  title: 'Redis is not there yet when the server starts',
  modes: ['F6'],
  sizes: {
    short: { jobs: 10, absentMs: 2_000, firstWithinMs: 30_000 },
    long: { jobs: 100, absentMs: 30_000, firstWithinMs: 15_000 },
  },
  async run(trial, { jobs, absentMs, firstWithinMs }) {
    const installation = await trial.install()
    await installation.redis.stop()
    const api = await installation.start('api')
    await installation.start('worker')
    const { client, records } = installation
    const alive = await client.call('GET', '/healthz')
    const ready = await client.call('GET', '/readyz')
    const page = await client.call('GET', '/api/jobs')

    const brandId = await createBrand(installation)
    await each(Array.from({ length: jobs }, (_, index) => index), 4, async index => void await client.submit({ type: 'export-csv', data: { brandId, filename: `early-${index}.csv` } }))
    await pause(absentMs)
    await installation.redis.start()
    const cameAt = performance.now()
    const ended = () => records.countEnded()
    await until('the first job done', 60_000, () => ended() > 0, 50)
    const firstMs = performance.now() - cameAt
    await until('every job done', 60_000, () => ended() === jobs)

    trial.n(jobs, `jobs accepted in ${absentMs / 1000} s without Redis`)
    trial.figure({ name: 'start of the server without Redis', value: api.startMs, unit: 'ms' })
    trial.figure({ name: 'status of /healthz, /readyz and /api/jobs without Redis', value: [alive, ready, page].map(answer => answer?.status).join(', ') })
    if ([alive, ready, page].map(answer => answer?.status).join() !== '200,503,200')
      trial.wrong('the server does not say what it can do and cannot do without Redis')
    trial.figure({ name: 'first job done after Redis came', value: firstMs, unit: 'ms', atMost: firstWithinMs })
    trial.found(await examine(installation))
  },
})
