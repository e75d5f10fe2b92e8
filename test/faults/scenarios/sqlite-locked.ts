import { join } from 'node:path'
import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { startProgram } from '../rig/program.ts'
import { pause } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

const script = join(import.meta.dirname, '../rig/lock-holder-process.ts')

/** F9: a backup or a curious person holds the write lock of the database. */
export const sqliteLocked = defineScenario({
  name: 'sqlite-locked',
  title: 'Another program holds the database\'s write lock for seconds',
  modes: ['F9'],
  unhurried: true,
  sizes: {
    short: { forMs: 8_000, heldMs: 3_000, everyMs: 5_000, perSecond: 4 },
    long: { forMs: 120_000, heldMs: 3_000, everyMs: 5_000, perSecond: 5 },
  },
  async run(trial, { forMs, heldMs, everyMs, perSecond }) {
    const installation = await trial.install({ pageDelayMs: 20 })
    await installation.start('api')
    await installation.start('worker')
    const stocked = await stock(installation)
    const { client, records } = installation
    const before = client.exchanges.length
    await using _holder = await startProgram({ args: [script, installation.databaseFile, String(heldMs), String(everyMs)], ready: /holding/, log: installation.log })
    const sending: Promise<unknown>[] = []
    for (let index = 0; index < forMs / 1000 * perSecond; index++) {
      sending.push(client.submit(smallJob(stocked, index)), client.call('GET', '/api/jobs?limit=50'))
      await pause(1000 / perSecond)
    }
    await Promise.all(sending)
    await settle(installation)

    const exchanges = client.exchanges.slice(before)
    const times = (method: string) => exchanges.filter(each => each.method === method).map(({ ms }) => ms)
    trial.n(sending.length, `requests, the lock held ${heldMs / 1000} of each ${everyMs / 1000} s`)
    trial.figure({ name: 'answers other than 2xx', value: exchanges.filter(({ status }) => status === null || status >= 300).length, atMost: 0 })
    trial.figure({ name: 'POST, p95', value: percentile(times('POST'), 95), unit: 'ms' })
    trial.figure({ name: 'GET, p95', value: percentile(times('GET'), 95), unit: 'ms' })
    trial.figure({ name: 'jobs that had to be taken from a silent worker', value: records.events('stalled').length, atMost: 0 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
