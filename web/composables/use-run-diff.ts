import type { DiffKind, JobSummary, RunDiffItem } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { diffRuns } from '../api/brands.ts'
import { listJobs } from '../api/jobs.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { comparableRuns } from '../display/run-diff.ts'

interface Choice { from?: string | undefined, to?: string | undefined, kind: DiffKind }

/** The completed runs of a brand, and what is different between two of them; without a choice, between the last two searches. */
export function useRunDiff(brandId: string, choice: () => Choice) {
  const runs = shallowRef<JobSummary[]>([])
  const items = shallowRef<RunDiffItem[]>([])
  const cursor = ref<string | null>(null)
  const busy = ref(true)
  const problem = shallowRef<ApiProblem | null>(null)
  let controller = new AbortController()

  const ends = computed(() => {
    const searches = runs.value.filter(run => run.type === 'scrape-brand')
    const [last, before] = searches.length > 1 ? searches : runs.value
    const { from = before?.id, to = last?.id } = choice()
    return from === undefined || to === undefined ? null : { from, to }
  })

  async function attempt(work: (signal: AbortSignal) => Promise<void>) {
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    busy.value = true
    problem.value = null
    try {
      await work(signal)
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
    if (!signal.aborted)
      busy.value = false
  }

  const loadRuns = () => attempt(async (signal) => {
    const page = await listJobs({ brandId, status: ['completed'], sort: 'finished', limit: 100 }, signal)
    if (!signal.aborted)
      runs.value = comparableRuns(page.items)
  })

  const read = () => attempt(async (signal) => {
    if (ends.value === null)
      return
    const page = await diffRuns(brandId, { ...ends.value, kind: choice().kind, limit: 50, cursor: cursor.value ?? undefined }, signal)
    if (signal.aborted)
      return
    items.value = [...items.value, ...page.items]
    cursor.value = page.nextCursor
  })

  function reload() {
    items.value = []
    cursor.value = null
    return runs.value.length === 0 ? loadRuns() : read()
  }

  void loadRuns()
  watch(() => [ends.value?.from, ends.value?.to, choice().kind].join(), () => void reload())
  onScopeDispose(() => controller.abort())

  return { runs, ends, items, cursor, busy, problem, more: read, reload }
}
