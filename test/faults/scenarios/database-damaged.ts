import { Buffer } from 'node:buffer'
import { copyFile, mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { each } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

const pageBytes = 4096

/** F12: 4 KB of the database file are overwritten with noise while nothing runs. */
export const databaseDamaged = defineScenario({
  name: 'database-damaged',
  title: 'A page of the database file is overwritten with noise before a start',
  modes: ['F12'],
  sizes: {
    short: { times: 3, jobs: 10 },
    long: { times: 100, jobs: 300 },
  },
  async run(trial, { times, jobs }) {
    const installation = await trial.install()
    const server = await installation.start('all')
    const stocked = await stock(installation)
    await each(Array.from({ length: jobs }, (_, index) => index), 8, async index => void await installation.client.submit(smallJob(stocked, index)))
    await settle(installation)
    server.signal('SIGTERM')
    await server.exited
    installation.records.close()
    const whole = contentOf(installation.databaseFile)

    let refused = 0
    let unharmed = 0
    let mute = 0
    for (let time = 1; time <= times; time++) {
      const dataDir = join(installation.folder, `damaged-${time}`)
      await mkdir(dataDir)
      const file = join(dataDir, 'app.db')
      await copyFile(installation.databaseFile, file)
      await overwrite(file, trial.random.between(1, (await stat(file)).size / pageBytes - 1), trial.random.next)
      const harmed = contentOf(file) !== whole
      // The queue's jobs are long done: what starts has nothing to change.
      const said = await installation.start('all', { env: { DATA_DIR: dataDir, PORT: '0' } }).then(async program => program.kill().then(() => null), (error: unknown) => String(error))
      if (said !== null)
        refused++
      else if (harmed)
        trial.wrong(`damage ${time}: it started with other content than was written`)
      else
        unharmed++
      if (said !== null && !/damaged/.test(said))
        mute++
    }
    trial.n(times, 'damages')
    trial.figure({ name: 'starts refused', value: refused, atLeast: 1 })
    trial.figure({ name: 'refusals that do not say what is wrong', value: mute, atMost: 0 })
    trial.figure({ name: 'starts with all that had been written (the page was free)', value: unharmed })
  },
})

async function overwrite(file: string, page: number, noise: () => number): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(Buffer.from(Array.from({ length: pageBytes }, () => Math.floor(noise() * 256))), 0, pageBytes, page * pageBytes)
  await handle.close()
}

/** Every row of every table, or what stops SQLite from reading them. */
function contentOf(file: string): string {
  const db = new Sqlite(file, { readonly: true })
  try {
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[]
    return JSON.stringify(tables.map(table => db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().all()), (_, value: unknown) => typeof value === 'bigint' ? String(value) : value)
  }
  catch (error) {
    return String(error)
  }
  finally {
    db.close()
  }
}
