import type { HistoryRun, Job } from '../../server/contract/index.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { getHistory } from '../api/job-detail.ts'

/** Runs of the same kind around the job on screen, read again when it starts or ends; undefined until they have come. */
export function useJobHistory(job: () => Job | null) {
  const runs = shallowRef<HistoryRun[]>()
  const controller = new AbortController()
  watch(() => job() && `${job()!.id} ${job()!.status}`, async (now) => {
    const shown = job()
    if (!now || !shown)
      return
    // Without it the rest of the page is shown all the same.
    runs.value = await getHistory(shown.id, controller.signal).then(answer => typeof answer === 'string' ? runs.value : answer.items, () => runs.value) ?? []
  }, { immediate: true })
  onScopeDispose(() => controller.abort())
  return runs
}
