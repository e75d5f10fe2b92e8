import type { Job, JobSummary } from '../../server/contract/index.ts'
import type { JobAction } from '../display/job-status.ts'
import { useI18n } from 'vue-i18n'
import { cancelJob, promoteJob, retryJob } from '../api/jobs.ts'
import { useBulkAsk } from '../stores/bulk-ask.ts'
import { useNotify } from './use-notify.ts'

/**
 * Runs a job's actions and says how it went; `done` gets the job as the server answered. A deletion is a bulk operation
 * on one job: it is asked about first, and can be undone.
 */
export function useJobActions(done: (job: Job) => void) {
  const { t } = useI18n()
  const notify = useNotify()
  const bulk = useBulkAsk()

  const run: Record<Exclude<JobAction, 'remove'>, (id: string) => Promise<Job>> = {
    retry: id => retryJob(id),
    cancel: cancelJob,
    promote: promoteJob,
  }

  async function act(job: Pick<JobSummary, 'id' | 'status'>, action: JobAction): Promise<boolean> {
    return notify.attempt(async () => {
      if (action === 'remove')
        return bulk.ask({ action: 'delete', scope: { ids: [job.id] } })
      const answer = await run[action](job.id)
      done(answer)
      const told = { retry: 'retried', promote: 'promoted', cancel: answer.status === 'cancelled' ? 'cancelled' : 'cancelAsked' }[action]
      notify.success(t(`jobs.${told}`))
    })
  }

  return { act }
}
