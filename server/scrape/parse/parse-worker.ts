import type { MessagePort } from 'node:worker_threads'
import type { EncodedText, PageText } from '../page-text.ts'
import type { ParseTask } from './tasks.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { decoded } from '../page-text.ts'
import { parseTasks } from './tasks.ts'

/** What a thread is told to do, several pages at a time, and how it answers: in the same order. */
export interface ParseRequest { task: ParseTask, page: PageMessage, options: unknown }
export type ParseAnswer = { ok: true, value: unknown } | { ok: false, message: string }

/** A page on its way to a thread: its bytes where it still has them, else its text. */
export type PageMessage = Pick<PageText, 'url' | 'headers'> & { content: EncodedText | string }

/** Marks the threads that the pool starts: any other importer of this module is left in peace. */
export const parseRole = 'gleaner-parse'

/** A thread's first message: it has loaded what it needs. */
export const ready = 'ready'

function listen(port: MessagePort): void {
  port.on('message', (requests: ParseRequest[]) => port.postMessage(requests.map(answer)))
  port.postMessage(ready)
}

function answer({ task, page: { url, headers, content }, options }: ParseRequest): ParseAnswer {
  try {
    const page: PageText = { url, headers, html: typeof content === 'string' ? content : decoded(content) }
    const run = parseTasks[task] as (page: unknown, options: unknown) => unknown
    return { ok: true, value: run(page, options) }
  }
  catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

if (parentPort !== null && (workerData as { role?: string } | null)?.role === parseRole)
  listen(parentPort)
