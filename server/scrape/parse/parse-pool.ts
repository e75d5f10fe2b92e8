import type { PageText } from '../page-text.ts'
import type { ParseAnswer, ParseRequest } from './parse-worker.ts'
import type { ParseTask, ParseTasks } from './tasks.ts'
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
  /** It was in a message that a thread did not survive: whether it is the cause shows when it is read by itself. */
  isSuspect: boolean
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

interface Thread {
  worker: Worker
  jobs: Job[]
  timer: NodeJS.Timeout | null
}

/** Pages are short-lived: a small nursery is emptied often and keeps the thread from growing with what is garbage already. */
const youngMb = 24

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
    const thread: Thread = { worker, jobs: [], timer: null }
    running.add(thread)
    worker.on('message', (answers: ParseAnswer[]) => finish(thread).forEach((job, index) => settle(job, answers[index]!)))
    worker.on('error', (error: Error) => end(thread, `The page could not be parsed: ${error.message}`))
    worker.on('exit', () => end(thread, 'The page could not be parsed: its thread ended.'))
    return thread
  }

  function give(thread: Thread, jobs: Job[]): void {
    thread.jobs = jobs
    thread.timer = setTimeout(end, timeoutMs, thread, `The page took longer than ${timeoutMs / 1000} s to parse.`)
    thread.worker.ref()
    thread.worker.postMessage(jobs.map(job => job.request))
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
    void thread.worker.terminate()
    const { jobs } = thread
    if (jobs.length > 1 && !isClosed)
      waiting.unshift(...jobs.map(job => ({ ...job, isSuspect: true })))
    finish(thread)
    if (jobs.length === 1 || isClosed)
      jobs.forEach(job => job.reject(failed(job.url, message)))
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
