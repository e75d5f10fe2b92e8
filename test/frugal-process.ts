/* Becomes frugal and says what it is then: `node frugal-process.ts <argument …>`. */
import process from 'node:process'
import { becomeFrugal } from '../server/frugal.ts'

const before = process.pid
becomeFrugal({ ...process.env, BEGUN_AS: String(process.env.BEGUN_AS ?? before) })
process.stdout.write(JSON.stringify({
  isSameProcess: process.env.BEGUN_AS === String(process.pid),
  flags: process.execArgv,
  arguments: process.argv.slice(2),
  arenas: process.env.MALLOC_ARENA_MAX ?? null,
}))
