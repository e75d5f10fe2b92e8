import type { RunOutcome } from '../../../server/queue/ports.ts'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { openQueueBackend } from '../../../server/queue/backends/index.ts'
import { listenForHints } from '../../../server/queue/events.ts'
import { createJobQueue } from '../../../server/queue/job-queue.ts'
import { createWorkerPool } from '../../../server/queue/workers.ts'
import { silentLog } from '../../support/log.ts'
import { entry } from './bench.ts'

/*
 * A process of its own on a queue store, driven over its standard streams:
 * open – says `open` or `refused <message>`
 * work – adds job `a` and runs jobs until told to close
 * hold – runs jobs that never end, saying `running <id>`
 * die  – ends with SIGKILL in the middle of every job
 */
const [url = '', prefix = '', role = ''] = process.argv.slice(2)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function run({ jobId }: { jobId: string }): Promise<RunOutcome> {
  say(`running ${jobId}`)
  if (role === 'die')
    process.kill(process.pid, 'SIGKILL')
  if (role !== 'work')
    await new Promise<never>(() => undefined)
  return { kind: 'done' }
}

async function main(): Promise<void> {
  const backend = await openQueueBackend(url, { log: silentLog, prefix: prefix || undefined })
  say('open')
  const queue = createJobQueue(backend)
  const pool = createWorkerPool({ backend, queues: { 'scrape-brand': { concurrency: 5 } }, run, log: silentLog, timing: { lockMs: 500, stalledCheckMs: 300 } })
  if (role === 'work') {
    listenForHints({ backend, queues: ['scrape-brand'], onHint: () => undefined })
    backend.createQueueEvents('scrape-brand', '0').on('completed', ({ jobId }) => say(`completed ${jobId.replace(/-g\d+$/, '')}`))
    await queue.add([entry('a')])
  }
  // Has no end while the store is away, which a test may bring about before it has begun.
  if (role !== 'open')
    void pool.start().catch(refuse)
  const orders = createInterface(process.stdin)
  for await (const order of orders) {
    if (order === 'close')
      break
    if (order.startsWith('add ')) {
      await queue.add([entry(order.slice(4))])
      say(`added ${order.slice(4)}`)
    }
  }
  orders.close()
  process.stdin.destroy()
  await pool.stop(1_000)
  await backend[Symbol.asyncDispose]()
}

function refuse(error: unknown): void {
  say(`refused ${error instanceof Error ? error.message : String(error)}`)
}

void main().catch(refuse)
