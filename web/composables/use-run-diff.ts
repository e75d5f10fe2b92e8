import type { DiffKind, RunDiffItem } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { diffRuns } from '../api/brands.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { useComparableRuns } from './use-comparable-runs.ts'

interface Choice { from?: string | undefined, to?: string | undefined, kind: DiffKind }

/** The completed runs of a brand, and what is different between two of them; without a choice, between the last two searches. */
export function useRunDiff(brandId: string, choice: () => Choice) {
  const { runs, latest, ...paging } = useComparableRuns(brandId, () => [choice().from, choice().to].flatMap(id => id ?? []))
  const items = shallowRef<RunDiffItem[]>([])
  const cursor = ref<string | null>(null)
  const reading = ref(false)
  const failure = shallowRef<ApiProblem | null>(null)
  let controller = new AbortController()

  const busy = computed(() => reading.value || paging.state.value === 'loading')
  const problem = computed(() => paging.problem.value ?? failure.value)
  const ends = computed(() => {
    const searches = latest.value.filter(run => run.type === 'scrape-brand')
    const [last, before] = searches.length > 1 ? searches : latest.value
    const { from = before?.id, to = last?.id } = choice()
    return from === undefined || to === undefined ? null : { from, to }
  })

  async function read() {
    controller.abort()
    const { signal } = controller = new AbortController()
    reading.value = true
    failure.value = null
    try {
      if (ends.value !== null) {
        const page = await diffRuns(brandId, { ...ends.value, kind: choice().kind, limit: 50, cursor: cursor.value ?? undefined }, signal)
        if (!signal.aborted) {
          items.value = [...items.value, ...page.items]
          cursor.value = page.nextCursor
        }
      }
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        failure.value = toProblem(error)
    }
    if (!signal.aborted)
      reading.value = false
  }

  async function reload() {
    items.value = []
    cursor.value = null
    if (paging.problem.value !== null)
      await paging.load()
    await read()
  }

  void paging.load()
  watch(() => [ends.value?.from, ends.value?.to, choice().kind].join(), () => void reload())
  onScopeDispose(() => controller.abort())

  return { runs, older: { more: paging.more, hasMore: paging.hasMore, state: paging.state }, ends, items, cursor, busy, problem, more: read, reload }
}
