import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useGradual } from '../../../web/composables/use-gradual.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function draw(rows: number) {
  const scope = effectScope()
  const total = ref(rows)
  const drawn = scope.run(() => useGradual(() => total.value))!
  return { total, drawn, stop: () => scope.stop() }
}

test('a screen of rows is drawn at once, the rest in strokes', () => {
  const { drawn, stop } = draw(50)
  const seen = [drawn.value]
  while (vi.getTimerCount() > 0) {
    vi.advanceTimersToNextTimer()
    seen.push(drawn.value)
  }
  expect(seen).toEqual([16, 25, 34, 43, 50])
  stop()
})

test('rows that come later are drawn in strokes as well, and a list that begins anew as at first', async () => {
  const { total, drawn, stop } = draw(0)
  total.value = 50
  await nextTick()
  expect(drawn.value).toBe(16)
  vi.runAllTimers()
  total.value = 100
  await nextTick()
  expect(drawn.value).toBe(50)
  vi.runAllTimers()
  expect(drawn.value).toBe(100)
  total.value = 3
  await nextTick()
  expect(drawn.value).toBe(3)
  stop()
})

test('a list that is left draws no more', () => {
  const { drawn, stop } = draw(50)
  stop()
  expect(vi.getTimerCount()).toBe(0)
  expect(drawn.value).toBe(16)
})
