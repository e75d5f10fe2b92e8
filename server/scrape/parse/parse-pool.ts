import type { Telling } from '../../contract/told.ts'
import type { PageText } from '../page-text.ts'
import type { ParseThread } from './parse-thread.ts'
import type { ParseAnswer, ParseRequest } from './parse-worker.ts'
import type { ParseTask, ParseTasks } from './tasks.ts'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { startParseThread } from './parse-thread.ts'

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

/**
 * Pages of one message, and their characters in all: waking a thread costs as much as reading a small page, so what has
 * piled up goes over together.
 */
const most = { pages: 16, characters: 2_000_000 }

/**
 * So many that wait are sent on to a thread that still reads: it has something to do while this one is busy with rows.
 */
const ahead = most.pages / 2

/**
 * A thread takes 60 MB. While pages wait, another is started once those there are have worked for nine tenths of some seconds:
 * pages that are read quickly need but one.
 */
const short = { use: 0.9, ms: 3000 }

/**
 * Threads that parse pages, so that job locks, API and dashboard stay alive meanwhile. Started when first needed; a page
 * that takes for ever or too much memory costs its thread and raises `parse-failed`, the next page gets a new one.
 */
export function createParsePool({ threads, timeoutMs = 15_000, heapMb = 384, entry = new URL('./parse-worker.ts', import.meta.url) }: ParsePoolOptions) {
  const running = new Set<ParseThread<Job>>()
  const waiting: Job[] = []
  let isClosed = false
  let askedAt = 0
  let reminder: NodeJS.Timeout | undefined

  function run<Task extends ParseTask>(task: Task, page: PageText, options: Parameters<ParseTasks[Task]>[1]): Promise<ReturnType<ParseTasks[Task]>> {
    return new Promise((resolve, reject) => {
      if (isClosed)
        return reject(failed(page.url, tell('parser-closed')))
      // Only plain strings and shared bytes cross to the thread.
      const request = { task, page: { url: page.url, headers: page.headers, content: page.encoded ?? page.html }, options }
      waiting.push({ request, url: page.url, isSuspect: false, resolve: resolve as (value: unknown) => void, reject })
      assign()
    })
  }

  function assign(): void {
    while (waiting.length > 0) {
      const thread = [...running].find(each => each.messages.length === 0) ?? another() ?? oneThatIsAhead()
      if (!thread)
        return remind()
      thread.give(take())
    }
  }

  /** Where a page keeps its thread busy for long, nothing comes back that would ask for another. */
  function remind(): void {
    if (running.size >= threads || isClosed)
      return
    reminder ??= setTimeout(() => {
      reminder = undefined
      assign()
    }, short.ms).unref()
  }

  /** This thread's share of what waits; a suspect goes alone. */
  function take(): Job[] {
    const share = Math.min(most.pages, Math.ceil(waiting.length / Math.max(1, running.size)))
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

  function another(): ParseThread<Job> | null {
    return running.size < threads && (running.size === 0 || areShort()) ? start() : null
  }

  function areShort(): boolean {
    if (performance.now() - askedAt < short.ms)
      return false
    askedAt = performance.now()
    // All of them are asked: each answers for the time since it was asked last.
    return [...running].map(thread => thread.use()).every(use => use >= short.use)
  }

  /** No suspect goes along, and nothing behind one. */
  function oneThatIsAhead(): ParseThread<Job> | undefined {
    const isFit = waiting.length >= ahead && !waiting[0]!.isSuspect
    return isFit ? [...running].find(({ messages: [first, second] }) => second === undefined && !first![0]!.isSuspect) : undefined
  }

  function start(): ParseThread<Job> {
    const thread = startParseThread<Job>({ timeoutMs, heapMb, entry }, {
      onAnswers(jobs, answers) {
        assign()
        jobs.forEach((job, index) => settle(job, answers[index]!))
      },
      onEnd({ begun, behind }, why) {
        running.delete(thread)
        // Only when it has stopped: the memory of a page that is settled goes to another one.
        void thread.terminate().then(() => {
          if (begun.length <= 1 || isClosed)
            begun.forEach(job => job.reject(failed(job.url, why)))
          else
            waiting.unshift(...begun.map(job => ({ ...job, isSuspect: true })))
          if (isClosed)
            behind.forEach(job => job.reject(failed(job.url, why)))
          else
            waiting.push(...behind)
          assign()
        })
      },
    })
    running.add(thread)
    askedAt = performance.now()
    return thread
  }

  return {
    run,
    /** Ends all threads; pages under way raise `parse-failed`. */
    async [Symbol.asyncDispose](): Promise<void> {
      isClosed = true
      clearTimeout(reminder)
      waiting.splice(0).forEach(job => job.reject(failed(job.url, tell('parser-closed'))))
      await Promise.all([...running].map((thread) => {
        thread.end(tell('parser-closed'))
        return thread.terminate()
      }))
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
    job.reject(failed(job.url, tell('page-not-parsed-raw', { raw: answer.message })))
}

function failed(url: string, told: Telling): ScrapeError {
  return new ScrapeError('parse-failed', told, { url })
}
