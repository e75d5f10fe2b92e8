import type { Program } from '../rig/program.ts'
import { examine } from '../rig/examine.ts'
import { pause, until } from '../rig/wait.ts'
import { settle, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F20: every server serves the schedules, and each due time starts one job. */
export const schedules = defineScenario({
  name: 'schedules',
  title: 'Several servers serve the same schedule; then all are down for a while',
  modes: ['F20'],
  sizes: {
    short: { servers: 2, ticks: 5, downMs: 4_000 },
    long: { servers: 5, ticks: 60, downMs: 20_000 },
  },
  async run(trial, { servers, ticks, downMs }) {
    const installation = await trial.install()
    const boot = () => Promise.all(Array.from({ length: servers }, async (_, index) => installation.start('all', { env: index === 0 ? {} : { PORT: '0' } })))
    let programs: Program[] = await boot()
    const { client, records } = installation
    const { productIds } = await stock(installation)
    const { id } = await client.insist('/api/schedules', {
      name: 'each second',
      timing: { everyMs: 1000 },
      overlap: 'queue',
      missed: 'run-once',
      work: { type: 'export-csv', data: { productIds: productIds.slice(0, 1) } },
    })
    await until(`${ticks} due times`, 60_000 + 10_000 * ticks, () => records.scheduleRuns().length >= ticks)
    const counted = records.scheduleRuns().slice(0, ticks)
    const slots = (Date.parse(counted.at(-1)!.dueAt) - Date.parse(counted[0]!.dueAt)) / 1000 + 1

    await Promise.all(programs.map(program => program.kill()))
    const downAt = Date.now()
    await pause(downMs)
    programs = await boot()
    const upAt = Date.now()
    await until('the schedule going on', 90_000, () => records.scheduleRuns().some(run => Date.parse(run.dueAt) > upAt))
    await client.call('POST', `/api/schedules/${String(id)}/disable`)
    await settle(installation)

    const runs = records.scheduleRuns()
    for (const run of runs) {
      if (run.jobId !== null)
        client.acknowledged.set(run.jobId, { type: 'export-csv', data: {} })
    }
    const whileDown = runs.filter(run => Date.parse(run.dueAt) > downAt + 1000 && Date.parse(run.dueAt) < upAt - 1000)
    trial.n(servers, 'servers')
    trial.n(ticks, 'due times')
    trial.figure({ name: 'due times that were passed over while all were up', value: slots - counted.length, atMost: 0 })
    trial.figure({ name: 'due times with more than one run', value: runs.length - new Set(runs.map(run => run.dueAt)).size, atMost: 0 })
    trial.figure({ name: 'runs without a job of their own', value: runs.length - new Set(runs.map(run => run.jobId).filter(jobId => jobId !== null)).size, atMost: 0 })
    trial.figure({ name: `runs made up for ${Math.round((upAt - downAt) / 1000)} s without a server`, value: whileDown.length, atMost: 1 })
    trial.found(await examine(installation))
  },
})
