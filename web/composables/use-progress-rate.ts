import type { JobSummary } from '../../server/contract/index.ts'
import type { ProgressSample } from '../display/progress-rate.ts'
import { computed, shallowRef, watch } from 'vue'
import { addSample, rateOf } from '../display/progress-rate.ts'
import { useNow } from './use-now.ts'

/** The pace of a running job as it has been since the page was opened, from the last minute; null while it is not known. */
export function useProgressRate(job: () => Pick<JobSummary, 'id' | 'status' | 'progress'>) {
  const now = useNow(1000)
  const samples = shallowRef<ProgressSample[]>([])
  watch(() => [job().id, job().status, job().progress] as const, ([id, status, progress], before) => {
    if (status !== 'active' || id !== before?.[0])
      samples.value = []
    if (status === 'active')
      samples.value = addSample(samples.value, { at: Date.now(), progress })
  }, { immediate: true })
  return computed(() => rateOf(samples.value, now.value))
}
