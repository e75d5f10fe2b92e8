import type { Telling } from '../../contract/told.ts'
import type { ParseAnswer, ParseRequest } from './parse-worker.ts'
import { Worker } from 'node:worker_threads'
import { tell } from '../../contract/told.ts'
import { parseRole, ready } from './parse-worker.ts'

export interface ParseThreadOptions {
  /** A page that takes longer ends the thread, in milliseconds. */
  timeoutMs: number
  /** Heap of the thread. */
  heapMb: number
  /** The module that it runs. */
  entry: URL
}

export interface ParseThreadListener<Job> {
  /** The pages of the oldest message have been read; the thread already reads the next, if it has one. */
  onAnswers: (jobs: Job[], answers: ParseAnswer[]) => void
  /** The thread is no more. `begun` were being read, `behind` had been sent along but not begun. */
  onEnd: (left: { begun: Job[], behind: Job[] }, why: Telling) => void
}

export interface ParseThread<Job> {
  /** Messages that it has not answered. */
  readonly messages: readonly (readonly Job[])[]
  give: (jobs: Job[]) => void
  /** The share of its time, from 0 to 1, that it has worked since this was last asked; loading its modules is no work. */
  use: () => number
  end: (why: Telling) => void
  /** Resolves when its memory has been given back. */
  terminate: () => Promise<unknown>
}

/** For loading its modules, which on a busy machine takes longer than any page and is no page's fault. */
const startMs = 60_000

/**
 * Pages are short-lived: a small nursery is emptied often and keeps the thread from growing with what is garbage already.
 * It must hold the tree of a usual page (6 MB for 63 KB of HTML): at half the size emptying it costs as much as all the rest of the reading.
 * V8 takes a third of it for each half-space; `--max-semi-space-size` of the process comes first.
 */
const youngMb = 48

/** A thread that reads the pages it is given, message after message, each within its time. */
export function startParseThread<Job extends { request: ParseRequest }>({ timeoutMs, heapMb, entry }: ParseThreadOptions, { onAnswers, onEnd }: ParseThreadListener<Job>): ParseThread<Job> {
  const worker = new Worker(entry, { workerData: { role: parseRole }, resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb }, execArgv: [] })
  const messages: Job[][] = []
  let isReady = false
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  let used = worker.performance.eventLoopUtilization()

  worker.on('message', (message: typeof ready | ParseAnswer[]) => {
    if (message === ready) {
      isReady = true
      used = worker.performance.eventLoopUtilization()
    }
    const answered = message === ready ? null : messages.shift()!
    limit()
    if (answered)
      onAnswers(answered, message as ParseAnswer[])
  })
  worker.on('error', (error: Error) => end(tell('page-not-parsed-raw', { raw: error.message })))
  worker.on('exit', () => end(tell('page-not-parsed-thread')))

  /** From when the thread has loaded its modules, and has answered the message before, the time is the page's. */
  function limit(): void {
    clearTimeout(timer)
    if (isOver || messages.length === 0)
      // An idle thread keeps no process alive.
      return worker.unref()
    const ms = isReady ? timeoutMs : startMs
    timer = setTimeout(end, ms, tell(isReady ? 'page-parsed-too-long' : 'parse-thread-late', { seconds: ms / 1000 }))
  }

  function end(why: Telling): void {
    if (isOver)
      return
    isOver = true
    const [begun = [], ...behind] = messages.splice(0)
    limit()
    onEnd({ begun, behind: behind.flat() }, why)
  }

  return {
    messages,
    give(jobs) {
      messages.push(jobs)
      worker.ref()
      if (messages.length === 1)
        limit()
      worker.postMessage(jobs.map(job => job.request))
    },
    use() {
      if (!isReady)
        return 0
      const now = worker.performance.eventLoopUtilization()
      const { utilization } = worker.performance.eventLoopUtilization(now, used)
      used = now
      return utilization
    },
    end,
    terminate: () => worker.terminate(),
  }
}
