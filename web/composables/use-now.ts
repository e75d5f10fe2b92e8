import type { Ref } from 'vue'
import { onScopeDispose, ref } from 'vue'

interface Ticker { now: Ref<number>, users: number, timer: ReturnType<typeof setInterval> }
const tickers = new Map<number, Ticker>()

/** The time now, in ms, renewed every `everyMs`; all users of one pace share one timer, which stops with the last of them. */
export function useNow(everyMs = 10_000): Readonly<Ref<number>> {
  let ticker = tickers.get(everyMs)
  if (!ticker) {
    const now = ref(Date.now())
    ticker = { now, users: 0, timer: setInterval(() => now.value = Date.now(), everyMs) }
    tickers.set(everyMs, ticker)
  }
  const mine = ticker
  // A page opened between two ticks starts from the right time.
  mine.now.value = Date.now()
  mine.users += 1
  onScopeDispose(() => {
    mine.users -= 1
    if (mine.users === 0) {
      clearInterval(mine.timer)
      tickers.delete(everyMs)
    }
  })
  return mine.now
}
