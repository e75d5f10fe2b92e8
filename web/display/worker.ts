import type { WorkerProcess } from '../../server/contract/index.ts'
import type { Tone } from './job-status.ts'

/** `quieting`: asked to be quiet, not yet so; the others are the contract's states. */
export type WorkerLookName = WorkerProcess['state'] | 'quieting' | 'resuming'

export const workerLook: Record<WorkerLookName, { tone: Tone, icon: string, spin?: boolean }> = {
  running: { tone: 'success', icon: 'i-lucide-circle-play' },
  quieting: { tone: 'warning', icon: 'i-lucide-loader', spin: true },
  quiet: { tone: 'warning', icon: 'i-lucide-circle-pause' },
  resuming: { tone: 'success', icon: 'i-lucide-loader', spin: true },
  stopping: { tone: 'neutral', icon: 'i-lucide-loader', spin: true },
  lost: { tone: 'error', icon: 'i-lucide-unplug' },
}

/** What a process is seen to do: between asking and obeying it says that it was asked. */
export function workerLookOf({ state, wanted }: Pick<WorkerProcess, 'state' | 'wanted'>): WorkerLookName {
  if (state === 'lost' || state === 'stopping')
    return state
  if (wanted === 'stop')
    return 'stopping'
  if (wanted === 'quiet' && state === 'running')
    return 'quieting'
  return wanted === 'running' && state === 'quiet' ? 'resuming' : state
}

/** Jobs that the processes run, and could run at a time. */
export function slotsOf(workers: readonly Pick<WorkerProcess, 'concurrency' | 'running'>[]): { busy: number, all: number } {
  return {
    busy: workers.reduce((sum, { running }) => sum + running.length, 0),
    all: workers.reduce((sum, { concurrency }) => sum + Object.values(concurrency).reduce((slots, n) => slots + n, 0), 0),
  }
}
