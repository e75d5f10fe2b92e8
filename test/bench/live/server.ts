/**
 * A server with real rows, real writes and the real live channel, as a process of its own: told by messages to make
 * changes, and how much memory it holds. Each change's priority says when it began to be made (`epoch` + priority, in ms).
 */
import type { ServerAnswer, ServerOrder } from './protocol.ts'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { createHttpServer } from '../../../server/http/server.ts'
import { summaryOf } from '../../../server/jobs/job-summary.ts'
import { createTestApi } from '../../http/support/api.ts'
import { openTestStores } from '../../support/database.ts'
import { newJob } from '../../support/jobs.ts'

const tickMs = 20
const jobs = Number(process.argv[2])

const epoch = Date.now()

const stores = await openTestStores()
const store = stores.jobs
const ids: string[] = []
for (let n = 0; n < jobs; n++)
  ids.push((await store.insert(newJob({ data: { filename: `f${n}` } }), new Date())).job.id)

const { app, events, hub } = createTestApi({ jobs: { list: query => store.list(query), get: id => store.get(id) } })
const server = await createHttpServer({ app, hub, host: '127.0.0.1', port: 0 })
const answer = (message: ServerAnswer) => void process.send!(message)

let next = 0
async function change(): Promise<void> {
  const id = ids[next++ % ids.length]!
  const job = await store.changePriority(id, Date.now() - epoch, new Date())
  events.publish({ kind: 'job', job: summaryOf(job) })
}

/** Changes at a pace; a machine that cannot keep it makes fewer, and says how many. */
async function makeChanges({ perSecond, seconds }: { perSecond: number, seconds: number }): Promise<number> {
  let made = 0
  const started = performance.now()
  while (performance.now() - started < seconds * 1000) {
    const due = Math.floor(Math.min(perSecond / 1000 * tickMs * 3, (performance.now() - started) / 1000 * perSecond - made))
    for (let n = 0; n < due; n++, made++)
      await change()
    await sleep(tickMs)
  }
  return made
}

process.on('message', (order: ServerOrder) => {
  if (order.kind === 'run')
    void makeChanges(order).then(made => answer({ kind: 'ran', made }))
  else if (order.kind === 'memory')
    answer({ kind: 'memory', bytes: heldBytes() })
  else
    void stop()
})
process.on('disconnect', () => void stop())
answer({ kind: 'ready', url: server.url, epoch })

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
