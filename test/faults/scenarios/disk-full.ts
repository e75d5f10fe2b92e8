import { Buffer } from 'node:buffer'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from '../rig/examine.ts'
import { mountSmallDisk, smallDiskMissing } from '../rig/tmpfs.ts'
import { pause, until } from '../rig/wait.ts'
import { exportJob, settle, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F11: the disk of the database is full for a while. */
export const databaseDiskFull = defineScenario({
  name: 'database-disk-full',
  title: 'The disk of the database is full',
  modes: ['F11'],
  unavailable: smallDiskMissing,
  sizes: {
    short: { times: 1, fullMs: 3_000 },
    long: { times: 20, fullMs: 5_000 },
  },
  async run(trial, { times, fullMs }) {
    using disk = mountSmallDisk(64)
    const dataDir = join(disk.path, 'data')
    mkdirSync(dataDir)
    const installation = await trial.install({ dataDir })
    const api = await installation.start('api')
    const worker = await installation.start('worker')
    const stocked = await stock(installation)
    const { client, records } = installation
    const statuses = new Map<string, number>()
    let index = 0
    for (let turn = 1; turn <= times; turn++) {
      fill(disk.path)
      const until = performance.now() + fullMs
      while (performance.now() < until) {
        // One try each, with a body that cannot squeeze in: what is refused is not promised.
        const answer = await client.call('POST', '/api/jobs', exportJob(stocked, index++, 'full'), { 'idempotency-key': `full-${index}` })
        const reading = await client.call('GET', '/api/jobs')
        statuses.set(`POST ${answer?.status}`, (statuses.get(`POST ${answer?.status}`) ?? 0) + 1)
        statuses.set(`GET ${reading?.status}`, (statuses.get(`GET ${reading?.status}`) ?? 0) + 1)
        if (answer && answer.status < 300)
          client.acknowledged.set(String(answer.body.id), exportJob(stocked, index))
        await pause(100)
      }
      writeFileSync(join(disk.path, 'filler'), '')
      for (let each = 0; each < 5; each++)
        await client.submit(exportJob(stocked, index++, 'room'))
      await settle(installation)
      trial.say(`full ${turn} of ${times}: ${[...statuses].map(([what, count]) => `${count} × ${what}`).join(', ')}`)
    }
    trial.n(times, 'times full')
    trial.figure({ name: 'answers while full', value: [...statuses].map(([what, count]) => `${count} × ${what}`).join(', ') })
    trial.figure({ name: 'reads other than 200', value: [...statuses].filter(([what]) => what.startsWith('GET') && what !== 'GET 200').reduce((sum, [, count]) => sum + count, 0), atMost: 0 })
    trial.figure({ name: 'POSTs refused', value: [...statuses].filter(([what]) => what.startsWith('POST 5')).reduce((sum, [, count]) => sum + count, 0), atLeast: 1 })
    trial.figure({ name: 'POSTs answered otherwise than 202, 503 or 507', value: [...statuses].filter(([what]) => !/^GET|^POST (?:202|503|507)$/.test(what)).reduce((sum, [, count]) => sum + count, 0), atMost: 0 })
    if (!api.isRunning() || !worker.isRunning())
      trial.wrong('a process ended')
    trial.found(await examine(installation))
    records.close()
  },
})

/** F14: the disk of the exports is full. */
export const exportDiskFull = defineScenario({
  name: 'export-disk-full',
  title: 'The disk of the exports is full',
  modes: ['F14'],
  unavailable: smallDiskMissing,
  sizes: {
    short: { products: 8, times: 1 },
    long: { products: 8, times: 20 },
  },
  async run(trial, { products, times }) {
    using disk = mountSmallDisk(1)
    const installation = await trial.install({ products, exportsDir: join(disk.path, 'exports'), env: { EXPORT_CSV_ATTEMPTS: '2' } })
    await installation.start('api')
    const worker = await installation.start('worker')
    const stocked = await stock(installation)
    const { client, records } = installation
    await client.submit(exportJob(stocked, 0))
    await settle(installation)
    for (let turn = 1; turn <= times; turn++) {
      fill(disk.path)
      const id = await client.submit(exportJob(stocked, turn, 'full'))
      const other = await client.submit({ type: 'scrape-product-details', data: { productIds: stocked.productIds.slice(0, 2) } })
      await until('the export failed', 60_000, () => records.jobs().find(job => job.id === id)?.status === 'failed')
      await until('the other job completed', 60_000, () => records.jobs().find(job => job.id === other)?.status === 'completed')
      const job = records.jobs().find(each => each.id === id)!
      if (job.errorCode !== 'disk-full')
        trial.wrong(`the export failed with ${job.errorCode}`)
      const left = readdirSync(join(disk.path, 'exports')).filter(name => name.includes(id) || name.startsWith('full'))
      if (left.length > (turn - 1))
        trial.wrong(`the failed export left ${left.join(', ')}`)
      writeFileSync(join(disk.path, 'filler'), '')
      const retried = await client.call('POST', `/api/jobs/${id}/retry`)
      if (retried?.status !== 202)
        trial.wrong(`retry was answered ${retried?.status}`)
      await settle(installation)
    }
    trial.n(times, 'times full')
    trial.figure({ name: 'completed after a retry with room', value: records.jobs().filter(job => job.type === 'export-csv' && job.status === 'completed').length, atLeast: times + 1 })
    if (!worker.isRunning())
      trial.wrong('the worker ended')
    trial.found(await examine(installation, { catalogue: true }))
  },
})

/** Writes a file until not a block is left. */
function fill(folder: string): void {
  const file = join(folder, 'filler')
  const size = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  for (const chunk of [1 << 20, 1 << 12]) {
    for (;;) {
      const before = size()
      try {
        writeFileSync(file, Buffer.alloc(chunk), { flag: 'a' })
      }
      catch {
        break
      }
      if (size() === before)
        break
    }
  }
}
