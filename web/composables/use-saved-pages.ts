import type { Job, PageSnapshot } from '../../server/contract/index.ts'
import { ref, shallowRef, watch } from 'vue'
import { getSavedPage, listSavedPages } from '../api/jobs.ts'
import { useNotify } from './use-notify.ts'

/** The pages saved with a finished job, and the one whose source is on screen. */
export function useSavedPages(job: () => Job | null) {
  const notify = useNotify()
  const pages = shallowRef<PageSnapshot[]>([])
  const shown = shallowRef<PageSnapshot | null>(null)
  const source = ref<string | null>(null)

  watch(() => job()?.result ? job()?.id : undefined, async (id) => {
    // Without the list the failures are shown all the same, only without their sources.
    pages.value = id === undefined ? [] : await listSavedPages(id).catch(() => [])
  }, { immediate: true })

  async function show(page: PageSnapshot) {
    shown.value = page
    source.value = null
    if (!await notify.attempt(async () => source.value = await getSavedPage(page.id)))
      shown.value = null
  }

  return { pages, shown, source, show, close: () => shown.value = null }
}
