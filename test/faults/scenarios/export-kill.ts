import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { examine } from '../rig/examine.ts'
import { supervise } from '../rig/supervisor.ts'
import { pause, until } from '../rig/wait.ts'
import { settle, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F13: the process dies while it writes a file. */
export const exportKill = defineScenario({
  name: 'export-kill',
  title: 'The process is killed (SIGKILL) at any moment of writing an export',
  modes: ['F13'],
  sizes: {
    short: { products: 40, kills: 3 },
    long: { products: 400, kills: 100 },
  },
  async run(trial, { products, kills }) {
    const installation = await trial.install({ products })
    const { client } = installation
    await installation.start('api')
    const { records } = installation
    await using worker = await supervise(installation, 'worker')
    await stock(installation)
    const visible = new Set<string>()
    async function look(): Promise<{ jobId: string, filename: string, rows: number, sha256: string }[]> {
      const answer = await client.call('GET', '/api/exports?limit=200')
      const items = (answer?.body.items ?? []) as { jobId: string, filename: string, rows: number, sha256: string }[]
      items.forEach(item => visible.add(item.filename))
      return items
    }
    for (let kill = 1; kill <= kills; kill++) {
      const id = await client.submit({ type: 'export-csv', data: { filename: `k-${kill}.csv` } })
      await until('the export at work, or done', 60_000, () => records.jobs().find(job => job.id === id)?.status !== 'pending', 2)
      await pause(trial.random.between(0, 60))
      worker.current().signal('SIGKILL')
      await look()
      trial.say(`kill ${kill} of ${kills}`)
    }
    await settle(installation)
    worker.stop()

    let wrongRows = 0
    for (const { jobId, rows, sha256 } of await look()) {
      const file = Buffer.from(await (await fetch(`${installation.url}/api/export/${jobId}`)).arrayBuffer())
      const lines = file.toString('utf8').trimEnd().split('\n').length - 1
      if (rows !== products || lines !== products || createHash('sha256').update(file).digest('hex') !== sha256)
        wrongRows++
    }
    trial.n(kills, 'kills')
    trial.n(products, 'rows in each file')
    trial.figure({ name: 'exports whose file, as it is downloaded, differs from its record', value: wrongRows, atMost: 0 })
    trial.figure({ name: 'half-written files seen in the list', value: [...visible].filter(name => name.startsWith('.') || name.endsWith('.part')).length, atMost: 0 })
    trial.figure({ name: 'runs that were cut off and started again', value: records.events('stalled').length })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
