import type { Installation } from '../rig/installation.ts'
import type { Supervisor } from '../rig/supervisor.ts'
import type { Trial } from '../scenario.ts'
import { readFileSync } from 'node:fs'
import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { command } from '../rig/queue-store.ts'
import { supervise } from '../rig/supervisor.ts'
import { pause } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

interface World { installation: Installation, api: Supervisor, workers: Supervisor[], trial: Trial }

/** What may happen; each leaves everything as it was, or to its supervisor. */
const mishaps: Record<string, (world: World) => Promise<unknown>> = {
  'worker killed': async ({ workers, trial }) => trial.random.pick(workers).current().kill(),
  'worker stopped': async ({ workers, trial }) => trial.random.pick(workers).current().signal('SIGTERM'),
  'api killed': async ({ api }) => api.current().kill(),
  'worker frozen': async ({ workers, trial }) => {
    const { signal } = trial.random.pick(workers).current()
    signal('SIGSTOP')
    await pause(trial.random.between(1_000, 15_000))
    signal('SIGCONT')
  },
  'store emptied': async ({ installation }) => command(installation.redis.url, 'FLUSHALL'),
  'store killed': async ({ installation, trial }) => {
    await installation.redis.stop('SIGKILL')
    await pause(trial.random.between(100, 5_000))
    await installation.redis.start()
  },
  'store frozen': async ({ installation, trial }) => {
    installation.redis.signal('SIGSTOP')
    await pause(trial.random.between(1_000, 10_000))
    installation.redis.signal('SIGCONT')
  },
  'store full': async ({ installation, trial }) => {
    await command(installation.redis.url, 'CONFIG', 'SET', 'maxmemory', '1mb')
    await pause(trial.random.between(1_000, 10_000))
    await command(installation.redis.url, 'CONFIG', 'SET', 'maxmemory', '0')
  },
}

/** All at once, for longer: what no single scenario shows. */
export const soak = defineScenario({
  name: 'soak',
  title: 'One mishap after another, while jobs come in all the time',
  modes: ['F2', 'F3', 'F5', 'F8', 'F16', 'F21'],
  sizes: {
    short: { forMs: 15_000, everyMs: [2_000, 4_000], perSecond: 3, workers: 2 },
    long: { forMs: 30 * 60_000, everyMs: [15_000, 30_000], perSecond: 3, workers: 2 },
  },
  async run(trial, { forMs, everyMs, perSecond, workers: count }) {
    await using stack = new AsyncDisposableStack()
    const installation = await trial.install({ redis: ['--appendonly', 'yes'], pageDelayMs: 50 })
    const api = stack.use(await supervise(installation, 'api'))
    const workers = await Promise.all(Array.from({ length: count }, async () => stack.use(await supervise(installation, 'worker'))))
    const stocked = await stock(installation)
    const world: World = { installation, api, workers, trial }
    const end = performance.now() + forMs

    const sending: Promise<unknown>[] = []
    async function send(): Promise<void> {
      while (performance.now() < end) {
        sending.push(installation.client.submit(smallJob(stocked, sending.length)))
        await pause(1000 / perSecond)
      }
    }
    const sent = send()
    const counts = new Map<string, number>()
    const memory: number[] = []
    while (performance.now() < end) {
      await pause(trial.random.between(everyMs[0]!, everyMs[1]!))
      const name = trial.random.pick(Object.keys(mishaps))
      counts.set(name, (counts.get(name) ?? 0) + 1)
      await mishaps[name]!(world)
      memory.push(residentMb(api.current().pid), ...workers.map(worker => residentMb(worker.current().pid)))
      trial.say(`${name}; ${installation.records.countOpen()} jobs open of ${sending.length}`)
    }
    await sent
    await Promise.all(sending)
    const settledMs = await settle(installation)

    trial.n(sending.length, 'jobs')
    trial.n([...counts.values()].reduce((sum, each) => sum + each, 0), 'mishaps')
    trial.figure({ name: 'which', value: [...counts].map(([name, times]) => `${times} × ${name}`).join(', ') })
    trial.figure({ name: 'from the last job accepted to the last one done', value: settledMs, unit: 'ms' })
    trial.figure({ name: 'memory of a process after a mishap, most', value: percentile(memory, 100), unit: 'MB', atMost: 600 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})

/** Resident memory from /proc; 0 where there is none, or the process has just ended. */
function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  }
  catch {
    return 0
  }
}
