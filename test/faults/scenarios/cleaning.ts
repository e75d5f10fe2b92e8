import { examine } from '../rig/examine.ts'
import { each, pause } from '../rig/wait.ts'
import { exportJob, settle, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F24: finished jobs are deleted as fast as they finish. */
export const cleaning = defineScenario({
  name: 'cleaning',
  title: 'Finished jobs are cleaned away ten times a second while others run',
  modes: ['F24'],
  sizes: {
    short: { jobs: 60, everyMs: 100 },
    long: { jobs: 2_000, everyMs: 100 },
  },
  async run(trial, { jobs, everyMs }) {
    const installation = await trial.install({ env: { EXPORT_CSV_CONCURRENCY: '5' } })
    await installation.start('api')
    await installation.start('worker')
    await installation.start('worker')
    const stocked = await stock(installation)
    const { client } = installation
    // The jobs that made the catalogue have no file to stand for them.
    client.acknowledged.clear()
    await client.call('POST', '/api/jobs/clean', { status: 'completed', olderThanMs: 0 })

    const stop = new AbortController()
    let removed = 0
    let rounds = 0
    async function clean(): Promise<void> {
      while (!stop.signal.aborted) {
        for (const status of ['completed', 'failed', 'cancelled']) {
          const answer = await client.call('POST', '/api/jobs/clean', { status, olderThanMs: 1 })
          if (answer?.status === 200)
            removed += Number(answer.body.removed)
          else
            trial.wrong(`clean was answered ${answer?.status}`)
        }
        rounds++
        await pause(everyMs)
      }
    }
    const cleaned = clean()
    await each(Array.from({ length: jobs }, (_, index) => index), 6, async index => void await client.submit(exportJob(stocked, index)))
    await settle(installation)
    stop.abort()
    await cleaned

    trial.n(jobs, 'jobs')
    trial.figure({ name: 'rounds of cleaning', value: rounds, atLeast: 3 })
    trial.figure({ name: 'jobs deleted', value: removed, atLeast: 1 })
    trial.found(await examine(installation, { cleaned: true }))
  },
})
