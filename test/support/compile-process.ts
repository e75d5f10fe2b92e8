/** Loads the server and ends, so that what was compiled is kept: with the flags of a server, on which it depends. */
import process from 'node:process'
import { becomeFrugal } from '../../server/frugal.ts'

becomeFrugal(process.env)
await import('../../server/run.ts')
