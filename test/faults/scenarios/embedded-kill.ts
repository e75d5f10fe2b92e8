import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { supervise } from '../rig/supervisor.ts'
import { each, pause, until } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F33, F12: everything in one process, with the queue in PGlite, killed in the middle of its writes. */
export const embeddedKill = defineScenario({
  name: 'embedded-kill',
  title: 'The whole of a one-process installation (SQLite, PGlite) is killed (SIGKILL)',
  modes: ['F33', 'F12'],
  sizes: {
    short: { jobs: 40, kills: 1, everyMs: [800, 1_500] },
    long: { jobs: 2_000, kills: 20, everyMs: [1_000, 6_000] },
  },
  async run(trial, { jobs, kills, everyMs }) {
    const installation = await trial.install({ redis: 'embedded', pageDelayMs: 20 })
    await using server = await supervise(installation, 'all')
    const stocked = await stock(installation)
    const second = await installation.start('all', { env: { PORT: '0' } }).then(async program => program.kill().then(() => 'started'), (error: unknown) => String(error))
    if (!/already|in use|another|lock/i.test(second))
      trial.wrong(`a second process on the same data: ${second}`)

    const submitted = each(Array.from({ length: jobs }, (_, index) => index), 4, async (index) => {
      await installation.client.submit(smallJob(stocked, index))
      await pause(trial.random.between(0, 4 * kills * everyMs[1]! / jobs))
    })
    const downs: number[] = []
    for (let kill = 1; kill <= kills; kill++) {
      await pause(trial.random.between(everyMs[0]!, everyMs[1]!))
      const victim = server.current()
      const killedAt = performance.now()
      await victim.kill()
      await until('the next process', 60_000, () => server.current() !== victim)
      downs.push(performance.now() - killedAt)
      trial.say(`kill ${kill} of ${kills}, ${installation.records.countOpen()} jobs open`)
    }
    await submitted
    await settle(installation)
    server.stop()

    trial.n(jobs, 'jobs')
    trial.n(kills, 'kills')
    trial.figure({ name: 'until it answered again, p95', value: percentile(downs, 95), unit: 'ms' })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
