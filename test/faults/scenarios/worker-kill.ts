import type { Installation } from '../rig/installation.ts'
import type { Program } from '../rig/program.ts'
import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { each, pause, until } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** From a kill to the next start; short less than the 10 s after which a lock runs out, so that only the hand-over is fast enough. */
const restartMs = { short: { p95: 9_000, longest: 15_000 }, long: { p95: 15_000, longest: 25_000 } }

/** F3: workers die in the middle of many small jobs. */
export const workerKill = defineScenario({
  name: 'worker-kill',
  title: 'Workers are killed (SIGKILL) in the middle of jobs',
  modes: ['F3'],
  mechanisms: ['hand-over'],
  unhurried: true,
  sizes: {
    short: { jobs: 60, kills: 2, workers: 2, everyMs: [300, 900], restartMs: restartMs.short },
    long: { jobs: 10_000, kills: 50, workers: 3, everyMs: [500, 3_000], restartMs: restartMs.long },
  },
  async run(trial, { jobs, kills, workers: workerCount, everyMs, restartMs }) {
    const installation = await trial.install({ pageDelayMs: 20, env: { EXPORT_CSV_CONCURRENCY: '10', SCRAPE_PRODUCT_DETAILS_CONCURRENCY: '5' } })
    await installation.start('api')
    const workers: Program[] = []
    for (let index = 0; index < workerCount; index++)
      workers.push(await installation.start('worker'))
    const stocked = await stock(installation)

    let submitting = true
    const submitted = each(Array.from({ length: jobs }, (_, index) => index), 8, async index => void await installation.client.submit(smallJob(stocked, index)))
      .finally(() => submitting = false)
    const killedAt = new Map<number, number>()
    for (let done = 0; done < kills; done++) {
      await pause(trial.random.between(everyMs[0]!, everyMs[1]!))
      const victim = trial.random.between(0, workers.length - 1)
      // A kill of an idle worker proves nothing.
      await until('a worker at work', 30_000, () => (!submitting && installation.records.countOpen() === 0) || installation.records.active().some(row => row.worker?.includes(`-${workers[victim]!.pid}-`)), 10)
      killedAt.set(workers[victim]!.pid, Date.now())
      await workers[victim]!.kill()
      workers[victim] = await installation.start('worker')
      trial.say(`kill ${done + 1} of ${kills}, ${installation.records.countOpen()} jobs open`)
    }
    await submitted
    await settle(installation)

    const { first, again } = restartTimes(installation, killedAt)
    trial.n(jobs, 'jobs')
    trial.n(kills, 'kills')
    trial.figure({ name: 'jobs run again', value: first.length + again.length, atMost: kills * 16, atLeast: 1 })
    trial.figure({ name: 'started again after a kill, p95', value: percentile(first, 95), unit: 'ms', atMost: restartMs.p95 })
    trial.figure({ name: 'started again after a kill, longest', value: percentile(first, 100), unit: 'ms', atMost: restartMs.longest })
    trial.figure({ name: 'jobs whose process died again, which wait until no other of that kind runs beside them', value: again.length })
    trial.figure({ name: 'those started again, longest', value: percentile(again, 100), unit: 'ms' })
    trial.found(await examine(installation, { catalogue: true }))
  },
})

/** From the kill of a process to the next start of each job that it ran, in milliseconds: of those that died for the first time, and of the others. */
function restartTimes({ records }: Installation, killedAt: Map<number, number>): { first: number[], again: number[] } {
  const times = { first: [] as number[], again: [] as number[] }
  for (const events of Map.groupBy(records.events('stalled', 'started'), event => event.jobId).values()) {
    for (const [index, { kind, message }] of events.entries()) {
      const killed = killedAt.get(Number(/-(\d+)-[a-z-]+ (?:went silent|is gone)/.exec(message)?.[1]))
      const next = events.slice(index).find(event => event.kind === 'started')
      const starts = events.slice(0, index).filter(event => event.kind === 'started').length
      if (kind === 'stalled' && killed !== undefined && next !== undefined)
        times[starts > 1 ? 'again' : 'first'].push(Date.parse(next.at) - killed)
    }
  }
  return times
}
