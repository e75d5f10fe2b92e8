import type { Clock } from '../clock.ts'
import type { Job } from '../contract/job.ts'
import type { JobStore } from '../store/job-store.ts'

export interface ProgressAboveDeps {
  jobs: Pick<JobStore, 'sumProgress'>
  clock: Clock
  job: Job
  publish: (job: Job) => void
  onError: (error: unknown) => void
}

/** The job above is written this often at most by each of its parts, in milliseconds. */
const everyMs = 1000

/** Shows a part's progress on the job that was split into it. */
export function createProgressAbove({ jobs, clock, job, publish, onError }: ProgressAboveDeps) {
  let writing: Promise<void> | null = null
  let writtenAt = clock.now()

  async function write(id: string): Promise<void> {
    writtenAt = clock.now()
    try {
      const above = await jobs.sumProgress(id, new Date(clock.now()))
      if (above)
        publish(above)
    }
    catch (error) {
      onError(error)
    }
  }

  return {
    changed(): void {
      if (job.parentId === null || writing || clock.now() - writtenAt < everyMs)
        return
      writing = write(job.parentId).finally(() => {
        writing = null
      })
    },
    async ended(): Promise<void> {
      await writing
      if (job.parentId !== null)
        await write(job.parentId)
    },
  }
}
