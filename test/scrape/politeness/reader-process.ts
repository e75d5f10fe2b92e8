/*
 * One of several processes that read the same shop: `node reader-process.ts <database> <origin> <name> <pages> <settings>`.
 * Says `ready`, begins at a line on its standard input, and says how many pages it has read.
 */
import process from 'node:process'
import { systemClock } from '../../../server/clock.ts'
import { createScraper } from '../../../server/scrape/scraper.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { createHostPaceStore } from '../../../server/store/host-pace-store.ts'
import { migrationsDir } from '../../support/database.ts'
import { silentLog } from '../../support/log.ts'

const [file = '', origin = '', name = '', pages = '0', settings = '{}'] = process.argv.slice(2)
await using database = await openDatabase({ file, migrations: migrationsDir })
await using scraper = createScraper({
  config: { userAgent: name, allowPrivateHosts: [new URL(origin).host], parseThreads: 0, attempts: 3 },
  log: silentLog,
  clock: systemClock,
  hosts: createHostPaceStore(database),
})
console.log('ready')
await new Promise(resolve => process.stdin.once('data', resolve))
await using run = scraper.open({ url: origin, recipe: null, settings: JSON.parse(settings) as object })
const { signal } = new AbortController()
const readings = await Promise.all(Array.from({ length: Number(pages) }, (_, index) => run.read(`${origin}/${name}/${index}`, { memory: null, signal })))
console.log(`read ${readings.filter(reading => reading.outcome === 'read').length}`)
process.stdin.destroy()
