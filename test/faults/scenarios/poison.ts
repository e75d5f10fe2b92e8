import { examine } from '../rig/examine.ts'
import { supervise } from '../rig/supervisor.ts'
import { each, until } from '../rig/wait.ts'
import { exportJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F15: jobs that end the process that runs them. */
export const poison = defineScenario({
  name: 'poison',
  title: 'Some jobs crash every process that runs them',
  modes: ['F15'],
  mechanisms: ['quarantine'],
  sizes: {
    short: { jobs: 30, poisonous: 1, withinMs: 150_000 },
    long: { jobs: 500, poisonous: 5, withinMs: 1_800_000 },
  },
  async run(trial, { jobs, poisonous, withinMs }) {
    const installation = await trial.install()
    const mostRestarts = 5 * poisonous
    await installation.start('api')
    await using worker = await supervise(installation, 'worker', () => ({ faults: [{ name: 'poison', marker: 'poison' }] }))
    const stocked = await stock(installation)
    const bad = new Set(Array.from({ length: poisonous }, (_, index) => Math.floor((index + 0.5) * jobs / poisonous)))
    await each(Array.from({ length: jobs }, (_, index) => index), 8, async index => void await installation.client.submit(exportJob(stocked, index, bad.has(index) ? 'poison' : 'n')))
    await until('every job at its end', withinMs, () => installation.records.countOpen() === 0 || worker.restarts() > mostRestarts)
    worker.stop()

    const ended = installation.records.jobs().filter(job => job.type === 'export-csv')
    const quarantined = ended.filter(job => job.errorCode === 'poison')
    trial.n(jobs, 'jobs')
    trial.n(poisonous, 'of them poisonous')
    trial.figure({ name: 'quarantined', value: quarantined.length, atLeast: poisonous, atMost: poisonous })
    trial.figure({ name: 'the others, completed', value: ended.filter(job => job.status === 'completed').length, atLeast: jobs - poisonous })
    trial.figure({ name: 'starts of a poisonous job, most', value: Math.max(...quarantined.map(job => job.starts)), atMost: 4 })
    trial.figure({ name: 'restarts of the worker', value: worker.restarts(), atMost: mostRestarts })
    trial.found(await examine(installation, { catalogue: true, poison: true }))
  },
})
