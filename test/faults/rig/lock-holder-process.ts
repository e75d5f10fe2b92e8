/* Another program with the database open: `node lock-holder-process.ts <file> <heldMs> <everyMs>`. */
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'

const [file = '', heldMs = '0', everyMs = '0'] = process.argv.slice(2)
const db = new Sqlite(file, { timeout: 10_000 })
console.log('holding')
for (;;) {
  db.exec('BEGIN IMMEDIATE')
  await sleep(Number(heldMs))
  db.exec('COMMIT')
  await sleep(Number(everyMs) - Number(heldMs))
}
