import type { MessagePort } from 'node:worker_threads'
import type { PageText, ParseTask } from './tasks.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { parseTasks } from './tasks.ts'

/** What a thread is told to do, several pages at a time, and how it answers: in the same order. */
export interface ParseRequest { task: ParseTask, page: PageText, options: unknown }
export type ParseAnswer = { ok: true, value: unknown } | { ok: false, message: string }

/** Marks the threads that the pool starts: any other importer of this module is left in peace. */
export const parseRole = 'gleaner-parse'

function listen(port: MessagePort): void {
  port.on('message', (requests: ParseRequest[]) => port.postMessage(requests.map(answer)))
}

function answer({ task, page, options }: ParseRequest): ParseAnswer {
  try {
    const run = parseTasks[task] as (page: unknown, options: unknown) => unknown
    return { ok: true, value: run(page, options) }
  }
  catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

if (parentPort !== null && (workerData as { role?: string } | null)?.role === parseRole)
  listen(parentPort)
