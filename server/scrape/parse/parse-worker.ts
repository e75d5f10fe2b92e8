import type { MessagePort } from 'node:worker_threads'
import type { ParseTask } from './tasks.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { parseTasks } from './tasks.ts'

/** What a thread is told to do, and how it answers. */
export interface ParseRequest { task: ParseTask, page: unknown, options: unknown }
export type ParseAnswer = { ok: true, value: unknown } | { ok: false, message: string }

/** Marks the threads that the pool starts: any other importer of this module is left in peace. */
export const parseRole = 'gleaner-parse'

function listen(port: MessagePort): void {
  port.on('message', ({ task, page, options }: ParseRequest) => port.postMessage(answer(task, page, options)))
}

function answer(task: ParseTask, page: unknown, options: unknown): ParseAnswer {
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
