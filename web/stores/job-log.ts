import type { LiveEvent, TimelineEntry } from '../../server/contract/index.ts'
import type { LogScope } from '../display/timeline.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import { getTimeline } from '../api/job-detail.ts'

const pageSize = 200
/** Lines kept while the newest are followed; older ones are read again when somebody goes back to them. */
const mostKept = 2000
/** Pages read to fill a gap; a longer one is left, and the log starts again from its end. */
const mostCaughtUp = 5

/** The lines of one job's timeline: its end first, older ones by page, new ones by push. */
export const useJobLog = defineStore('job-log', () => {
  const entries = shallowReactive(new Map<string, TimelineEntry>())
  const hasOlder = ref(false)
  const scope = ref<LogScope>('all')
  let controller = new AbortController()
  let id = ''

  const lines = computed(() => [...entries.values()].sort((a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const only = () => scope.value === 'all' ? undefined : scope.value
  const fits = ({ kind }: TimelineEntry) => scope.value === 'all' || (kind === 'log') === (scope.value === 'log')
  const add = (items: TimelineEntry[]) => items.forEach(entry => entries.set(entry.id, entry))

  async function open(jobId: string, which: LogScope = 'all') {
    close()
    id = jobId
    scope.value = which
    await readEnd()
  }

  function close() {
    controller.abort()
    controller = new AbortController()
    id = ''
    entries.clear()
    hasOlder.value = false
  }

  async function readEnd() {
    const { signal } = controller
    const page = await getTimeline(id, { limit: pageSize, only: only() }, signal)
    if (signal.aborted)
      return
    entries.clear()
    add(page.items)
    hasOlder.value = page.nextCursor !== null
  }

  async function readOlder() {
    const { signal } = controller
    const page = await getTimeline(id, { limit: pageSize, only: only(), before: lines.value[0]?.id }, signal)
    if (signal.aborted)
      return
    add(page.items)
    hasOlder.value = page.nextCursor !== null
  }

  /** Reads what came after the last line that is known. */
  async function catchUp() {
    if (id === '')
      return
    const { signal } = controller
    for (let page = 0; page < mostCaughtUp; page++) {
      const last = lines.value.at(-1)
      if (!last)
        return readEnd()
      const next = await getTimeline(id, { limit: pageSize, only: only(), after: last.id }, signal)
      if (signal.aborted)
        return
      add(next.items)
      if (next.nextCursor === null)
        return
    }
    await readEnd()
  }

  /** Forgets the oldest lines once there are many: for those who watch the end. */
  function trim() {
    const excess = lines.value.slice(0, Math.max(0, entries.size - mostKept))
    excess.forEach(entry => entries.delete(entry.id))
    if (excess.length > 0)
      hasOlder.value = true
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'timeline' && event.entry.jobId === id && fits(event.entry))
      entries.set(event.entry.id, event.entry)
  }

  return { lines, hasOlder, scope, open, close, readOlder, catchUp, trim, apply }
})
