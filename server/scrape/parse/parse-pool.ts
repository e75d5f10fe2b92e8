import type { PageText } from '../page-text.ts'
import type { ParseAnswer, ParseRequest } from './parse-worker.ts'
import type { ParseTask, ParseTasks } from './tasks.ts'
import { Worker } from 'node:worker_threads'
import { ScrapeError } from '../../errors.ts'
import { parseRole, ready } from './parse-worker.ts'

export interface ParsePoolOptions {
  threads: number
  /** A page that takes longer ends its thread, in milliseconds. */
  timeoutMs?: number
  /** Heap of one thread. */
  heapMb?: number
  /** The module that the threads run, in tests. */
  entry?: URL
}

interface Job {
  request: ParseRequest
  url: string
  /** It was in a message that a thread did not survive: whether it is the cause shows when it is read by itself. */
  isSuspect: boolean
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

interface Thread {
  worker: Worker
  /** It has loaded what it runs. */
  isReady: boolean
  jobs: Job[]
  timer: NodeJS.Timeout | null
}

/** For loading its modules, which on a busy machine takes longer than any page and is no page's fault. */
const startMs = 60_000

/**
 * Pages are short-lived: a small nursery is emptied often and keeps the thread from growing with what is garbage already.
 * It must hold the tree of a usual page (6 MB for 63 KB of HTML): at half the size emptying it costs as much as all the rest of the reading.
 * V8 takes a third of it for each half-space; `--max-semi-space-size` of the process comes first.
 */
const youngMb = 48

/**
 * Pages of one message, and their characters in all: waking a thread costs as much as reading a small page, so what has
 * piled up goes over together.
 */
const most = { pages: 16, characters: 2_000_000 }

/**
 * Threads that parse pages, so that job locks, API and dashboard stay alive meanwhile. Started when first needed; a page
 * that takes for ever or too much memory costs its thread and raises `parse-failed`, the next page gets a new one.
 */
export function createParsePool({ threads, timeoutMs = 15_000, heapMb = 384, entry = new URL('./parse-worker.ts', import.meta.url) }: ParsePoolOptions) {
  const running = new Set<Thread>()
  const waiting: Job[] = []
  let isClosed = false

  function run<Task extends ParseTask>(task: Task, page: PageText, options: Parameters<ParseTasks[Task]>[1]): Promise<ReturnType<ParseTasks[Task]>> {
    return new Promise((resolve, reject) => {
      if (isClosed)
        return reject(failed(page.url, 'The parser has been closed.'))
      // Only plain strings and shared bytes cross to the thread.
      const request = { task, page: { url: page.url, headers: page.headers, content: page.encoded ?? page.html }, options }
      waiting.push({ request, url: page.url, isSuspect: false, resolve: resolve as (value: unknown) => void, reject })
      assign()
    })
  }

  function assign(): void {
    while (waiting.length > 0) {
      const idle = [...running].find(thread => thread.jobs.length === 0) ?? (running.size < threads ? start() : null)
      if (idle === null)
        return
      give(idle, take())
    }
  }

  /** This thread's share of what waits; a suspect goes alone. */
  function take(): Job[] {
    const share = Math.min(most.pages, Math.ceil(waiting.length / threads))
    const jobs = [waiting.shift()!]
    let characters = sizeOf(jobs[0]!)
    while (jobs.length < share && !jobs[0]!.isSuspect && waiting[0]?.isSuspect === false) {
      characters += sizeOf(waiting[0])
      if (characters > most.characters)
        break
      jobs.push(waiting.shift()!)
    }
    return jobs
  }

  function start(): Thread {
    const worker = new Worker(entry, { workerData: { role: parseRole }, resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb }, execArgv: [] })
    const thread: Thread = { worker, isReady: false, jobs: [], timer: null }
    running.add(thread)
    worker.on('message', (message: typeof ready | ParseAnswer[]) => {
      if (message === ready)
        return begin(thread)
      finish(thread).forEach((job, index) => settle(job, message[index]!))
    })
    worker.on('error', (error: Error) => end(thread, `The page could not be parsed: ${error.message}`))
    worker.on('exit', () => end(thread, 'The page could not be parsed: its thread ended.'))
    return thread
  }

  function give(thread: Thread, jobs: Job[]): void {
    thread.jobs = jobs
    limit(thread)
    thread.worker.ref()
    thread.worker.postMessage(jobs.map(job => job.request))
  }

  /** From now on the time is the page's. */
  function begin(thread: Thread): void {
    thread.isReady = true
    if (thread.timer)
      limit(thread)
  }

  function limit(thread: Thread): void {
    if (thread.timer)
      clearTimeout(thread.timer)
    const [ms, what] = thread.isReady ? [timeoutMs, 'The page took longer than'] : [startMs, 'The thread did not start within']
    thread.timer = setTimeout(end, ms, thread, `${what} ${ms / 1000} s${thread.isReady ? ' to parse' : ''}.`)
  }

  /** The thread is free again; what it had is the caller's to settle. */
  function finish(thread: Thread): Job[] {
    const { jobs } = thread
    if (thread.timer)
      clearTimeout(thread.timer)
    thread.jobs = []
    thread.timer = null
    // An idle thread keeps no process alive.
    thread.worker.unref()
    assign()
    return jobs
  }

  function end(thread: Thread, message: string): void {
    if (!running.delete(thread))
      return
    const jobs = finish(thread)
    // Only when it has stopped: the memory of a page that is settled goes to another one.
    void thread.worker.terminate().then(() => {
      if (jobs.length <= 1 || isClosed)
        return jobs.forEach(job => job.reject(failed(job.url, message)))
      waiting.unshift(...jobs.map(job => ({ ...job, isSuspect: true })))
      assign()
    })
  }

  return {
    run,
    /** Ends all threads; pages under way raise `parse-failed`. */
    async [Symbol.asyncDispose](): Promise<void> {
      isClosed = true
      waiting.splice(0).forEach(job => job.reject(failed(job.url, 'The parser has been closed.')))
      const workers = [...running].map(thread => thread.worker)
      running.forEach(thread => end(thread, 'The parser has been closed.'))
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}

function sizeOf({ request: { page: { content } } }: Job): number {
  return typeof content === 'string' ? content.length : content.bytes.length
}

function settle(job: Job, answer: ParseAnswer): void {
  if (answer.ok)
    job.resolve(answer.value)
  else
    job.reject(failed(job.url, `The page could not be parsed: ${answer.message}`))
}

function failed(url: string, message: string): ScrapeError {
  return new ScrapeError('parse-failed', message, { url })
}
