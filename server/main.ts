import process from 'node:process'
import { becomeFrugal } from './frugal.ts'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(`Gleaner needs Node 24 or newer; this is ${process.version}. Start it with "npm start", which brings its own.\n`)
  process.exit(1)
}
becomeFrugal(process.env)
// Only now: what follows needs the newer runtime to be loaded at all.
void import('./run.ts').then(async ({ run }) => run())
