import { onScopeDispose } from 'vue'

const graceMs = 2000
const longestMs = 60_000

/** Reads again shortly after the next due time; looks at it anew at least once a minute, because it moves. */
export function useDueReload(nextDue: () => number | null, reload: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout>

  function plan() {
    const due = nextDue()
    const wait = due === null ? longestMs : Math.min(longestMs, Math.max(0, due - Date.now()) + graceMs)
    timer = setTimeout(() => {
      const isDue = due !== null && Date.now() >= due
      void (isDue ? reload() : Promise.resolve()).finally(plan)
    }, wait)
  }

  plan()
  onScopeDispose(() => clearTimeout(timer))
}
