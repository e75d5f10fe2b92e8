import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { examine } from '../rig/examine.ts'
import { each } from '../rig/wait.ts'
import { exportJob, settle, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F16: a worker does not get to renew its locks, loses its jobs to another one, and goes on. */
export const blockedLoop = defineScenario({
  name: 'blocked-loop',
  title: 'A worker\'s event loop is blocked for longer than its locks last',
  modes: ['F16'],
  mechanisms: ['fencing'],
  sizes: {
    short: { jobs: 40, blocked: 2, ms: 8_000 },
    long: { jobs: 1_000, blocked: 10, ms: 9_000 },
  },
  async run(trial, { jobs, blocked, ms }) {
    // In both sizes with locks of 3 s, so that 9 s are far beyond them.
    const installation = await trial.install({ env: { EXPORT_CSV_CONCURRENCY: '5' }, faults: [{ name: 'brisk' }] })
    const folder = join(installation.folder, 'blocked')
    await mkdir(folder)
    await installation.start('api')
    const faults = [{ name: 'block-loop' as const, ms, folder }]
    await installation.start('worker', { faults })
    await installation.start('worker', { faults })
    const stocked = await stock(installation)
    // In two rounds, so that there is another worker to take over: before the work and just before its end.
    for (const moment of ['early', 'late']) {
      const slow = new Set(Array.from({ length: blocked / 2 }, (_, index) => Math.floor((index + 0.5) * jobs / blocked)))
      await each(Array.from({ length: jobs / 2 }, (_, index) => index), 8, async index => void await installation.client.submit(exportJob(stocked, index, slow.has(index) ? moment : `n${moment === 'early' ? 1 : 2}`)))
      await settle(installation)
    }

    trial.n(jobs, 'jobs')
    trial.n(blocked, `of them block their process for ${ms / 1000} s`)
    trial.figure({ name: 'jobs taken over from a blocked worker', value: new Set(installation.records.events('stalled').map(event => event.jobId)).size, atLeast: blocked })
    trial.found(await examine(installation))
  },
})
