import type { Clock } from '../clock.ts'
import type { Job } from '../contract/job.ts'
import type { Told } from '../contract/told.ts'
import type { Effects, JobStore } from '../store/job-store.ts'
import type { Fence } from '../store/job/claim.ts'
import type { Beat } from '../store/job/run.ts'
import { Superseded } from '../errors.ts'

export interface HeartbeatOptions {
  jobs: Pick<JobStore, 'beat' | 'commit'>
  clock: Clock
  fence: Fence
  /** Told of the row after each write. */
  onRow: (job: Job) => void
  /** Another attempt owns the job now. */
  onLost: () => void
  /** A write failed for another reason (the database is away): the run goes on, the next beat tries again. */
  onError: (error: unknown) => void
}

/** Progress is written this often at most, in milliseconds: enough for a bar that moves, little for the database. */
const progressEveryMs = 300
/** A run that has nothing to tell still shows that it is alive, and looks whether it should stop. */
const aliveEveryMs = 2000

/** Writes a run's progress and signs of life to its row, one write at a time. */
export function createHeartbeat({ jobs, clock, fence, onRow, onLost, onError }: HeartbeatOptions) {
  let latest: Pick<Beat, 'progress' | 'told'> = {}
  let lastWriteAt = clock.now()
  let writing: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const state = (): Beat => {
    const beat = { now: new Date(clock.now()), ...latest }
    latest = {}
    lastWriteAt = clock.now()
    return beat
  }

  function lose(): void {
    stopped = true
    onLost()
  }

  async function write(): Promise<void> {
    try {
      onRow(await jobs.beat(fence, state()))
    }
    catch (error) {
      if (error instanceof Superseded)
        lose()
      else
        onError(error)
    }
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer)
    if (stopped)
      return
    timer = setTimeout(() => {
      writing = write().finally(() => {
        writing = null
        schedule(aliveEveryMs)
      })
    }, delayMs)
  }

  schedule(aliveEveryMs)
  return {
    progress(progress: number, told?: Told): void {
      const first = latest.progress === undefined
      latest = { progress, told: told ?? latest.told }
      if (first && writing === null)
        schedule(Math.max(0, lastWriteAt + progressEveryMs - clock.now()))
    },
    /** Effects and a sign of life in one transaction. @throws {Superseded} */
    async commit<T>(effects: Effects<T>): Promise<T> {
      try {
        const { job, value } = await jobs.commit(fence, state(), effects)
        onRow(job)
        return value
      }
      catch (error) {
        if (error instanceof Superseded)
          lose()
        throw error
      }
    },
    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await writing
    },
  }
}
