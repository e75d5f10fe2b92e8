/**
 * A server with real rows, real writes and the real live channel, as a process of its own. It is told by messages to
 * make changes, and answers when each was written, and how much memory it holds.
 */
import type { Change, ServerAnswer, ServerOrder } from './protocol.ts'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { createHttpServer } from '../../../server/http/server.ts'
import { summaryOf } from '../../../server/jobs/job-summary.ts'
import { bulkMany } from '../../../server/store/job/bulk-many.ts'
import { createTestApi } from '../../http/support/api.ts'
import { openTestStores } from '../../support/database.ts'
import { newJob } from '../../support/jobs.ts'

const tickMs = 20
const jobs = Number(process.argv[2])

const stores = await openTestStores()
const store = stores.jobs
const ids: string[] = []
for (let n = 0; n < jobs; n++)
  ids.push((await store.insert(newJob({ data: { filename: `f${n}` } }), new Date())).job.id)

const { app, events, hub } = createTestApi({ jobs: { list: query => store.list(query), get: id => store.get(id) } })
const server = await createHttpServer({ app, hub, host: '127.0.0.1', port: 0 })
const answer = (message: ServerAnswer) => void process.send!(message)

let next = 0
/** The next jobs change in one transaction, as a bulk operation does it: changes come in such numbers from nothing else. */
async function change(count: number): Promise<Change[]> {
  const some = Array.from({ length: count }, (_, index) => ids[(next + index) % ids.length]!)
  const outcomes = await stores.database.write(tx => bulkMany(tx, { action: 'change-priority', ids: some, now: new Date(), revival: { priority: next % 100 } }))
  next += count
  const writtenAt = Date.now()
  return outcomes.flatMap(({ changed }) => changed).map((job) => {
    events.publish({ kind: 'job', job: summaryOf(job) })
    return [job.id, job.version, writtenAt]
  })
}

/** Changes at a pace; a machine that cannot keep it makes fewer. */
async function makeChanges({ perSecond, seconds }: { perSecond: number, seconds: number }): Promise<Change[]> {
  const changes: Change[] = []
  const started = performance.now()
  while (performance.now() - started < seconds * 1000) {
    const due = Math.floor(Math.min(perSecond / 1000 * tickMs * 3, (performance.now() - started) / 1000 * perSecond - changes.length))
    if (due > 0)
      changes.push(...await change(due))
    await sleep(tickMs)
  }
  return changes
}

process.on('message', (order: ServerOrder) => {
  if (order.kind === 'run')
    void makeChanges(order).then(changes => answer({ kind: 'ran', changes }))
  else if (order.kind === 'memory')
    answer({ kind: 'memory', bytes: heldBytes() })
  else
    void stop()
})
process.on('disconnect', () => void stop())
answer({ kind: 'ready', url: server.url })

async function stop(): Promise<void> {
  await server.close({ graceMs: 200 })
  await stores[Symbol.asyncDispose]()
  process.exit(0)
}

/** What is held, without what only waits to be collected. */
function heldBytes(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
