import type { Job, JobSummary } from '../../server/contract/index.ts'
import type { JobAction } from '../display/job-status.ts'
import { useI18n } from 'vue-i18n'
import { cancelJob, promoteJob, removeJob, retryJob } from '../api/jobs.ts'
import { useNotify } from './use-notify.ts'

/** Runs a job's actions and says how it went; `done` gets the job as the server answered, or null once it is deleted. */
export function useJobActions(done: (job: Job | null, id: string) => void) {
  const { t } = useI18n()
  const notify = useNotify()

  const run: Record<JobAction, (id: string) => Promise<Job | null>> = {
    retry: id => retryJob(id),
    cancel: cancelJob,
    promote: promoteJob,
    remove: removeJob,
  }

  async function act(job: Pick<JobSummary, 'id' | 'status'>, action: JobAction): Promise<boolean> {
    return notify.attempt(async () => {
      const answer = await run[action](job.id)
      done(answer, job.id)
      const told = { retry: 'retried', promote: 'promoted', remove: 'removed', cancel: answer?.status === 'cancelled' ? 'cancelled' : 'cancelAsked' }[action]
      notify.success(t(`jobs.${told}`))
    })
  }

  return { act }
}
