import type { ParseAnswer, ParseRequest } from './parse-worker.ts'
import type { PageText, ParseTask, ParseTasks } from './tasks.ts'
import { Worker } from 'node:worker_threads'
import { ScrapeError } from '../../errors.ts'
import { parseRole } from './parse-worker.ts'

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
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

interface Thread {
  worker: Worker
  job: Job | null
  timer: NodeJS.Timeout | null
}

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
      // Only plain strings cross to the thread.
      const request = { task, page: { url: page.url, html: page.html, headers: page.headers }, options }
      waiting.push({ request, url: page.url, resolve: resolve as (value: unknown) => void, reject })
      assign()
    })
  }

  function assign(): void {
    while (waiting.length > 0) {
      const idle = [...running].find(thread => thread.job === null) ?? (running.size < threads ? start() : null)
      if (idle === null)
        return
      give(idle, waiting.shift()!)
    }
  }

  function start(): Thread {
    const worker = new Worker(entry, { workerData: { role: parseRole }, resourceLimits: { maxOldGenerationSizeMb: heapMb }, execArgv: [] })
    const thread: Thread = { worker, job: null, timer: null }
    running.add(thread)
    worker.on('message', (answer: ParseAnswer) => finish(thread, job => answer.ok ? job.resolve(answer.value) : job.reject(failed(job.url, `The page could not be parsed: ${answer.message}`))))
    worker.on('error', (error: Error) => end(thread, `The page could not be parsed: ${error.message}`))
    worker.on('exit', () => end(thread, 'The page could not be parsed: its thread ended.'))
    return thread
  }

  function give(thread: Thread, job: Job): void {
    thread.job = job
    thread.timer = setTimeout(end, timeoutMs, thread, `The page took longer than ${timeoutMs / 1000} s to parse.`)
    thread.worker.ref()
    thread.worker.postMessage(job.request)
  }

  function finish(thread: Thread, settle: (job: Job) => void): void {
    const { job } = thread
    if (thread.timer)
      clearTimeout(thread.timer)
    thread.job = null
    thread.timer = null
    // An idle thread keeps no process alive.
    thread.worker.unref()
    if (job)
      settle(job)
    assign()
  }

  function end(thread: Thread, message: string): void {
    if (!running.delete(thread))
      return
    void thread.worker.terminate()
    finish(thread, job => job.reject(failed(job.url, message)))
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

function failed(url: string, message: string): ScrapeError {
  return new ScrapeError('parse-failed', message, { url })
}
