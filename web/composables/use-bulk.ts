import type { JobBulk, JobBulkResult } from '../../server/contract/index.ts'
import type { JobFilter } from '../api/jobs.ts'
import { ref, shallowRef } from 'vue'
import { bulkJobs } from '../api/jobs.ts'
import { isAbort } from '../api/problem.ts'
import { useNotify } from './use-notify.ts'

export type BulkAction = JobBulk['action']
/** Named jobs, or everything that a filter matches at the moment it runs. */
export type BulkScope = { ids: string[] } | { filter: JobFilter }

/** An action on many jobs in two steps: the server says what would happen, then it happens. */
export function useBulk(done: (result: JobBulkResult) => void) {
  const notify = useNotify()
  const asked = shallowRef<{ action: BulkAction, scope: BulkScope } | null>(null)
  const preview = shallowRef<JobBulkResult | null>(null)
  const result = shallowRef<JobBulkResult | null>(null)
  const busy = ref(false)
  let controller = new AbortController()

  async function ask(action: BulkAction, scope: BulkScope) {
    close()
    controller = new AbortController()
    asked.value = { action, scope }
    try {
      preview.value = await bulkJobs({ action, ...scope, dryRun: true }, controller.signal)
    }
    catch (error) {
      if (isAbort(error))
        return
      notify.failure(error)
      close()
    }
  }

  async function run(changes: Pick<JobBulk, 'priority' | 'delayMs'>) {
    if (!asked.value)
      return
    const { action, scope } = asked.value
    busy.value = true
    await notify.attempt(async () => {
      result.value = await bulkJobs({ action, ...scope, ...(action === 'retry' ? changes : {}) })
      done(result.value)
    })
    busy.value = false
  }

  function close() {
    controller.abort()
    asked.value = null
    preview.value = null
    result.value = null
  }

  return { asked, preview, result, busy, ask, run, close }
}
