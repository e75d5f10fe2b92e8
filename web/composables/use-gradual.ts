import type { Ref } from 'vue'
import { onScopeDispose, ref, watch } from 'vue'

/** Rows that are drawn in one go: those of a usual screen. */
const atOnce = 16
/** Rows of each further stroke: what a slow machine draws without being felt (50 ms is a long task, by the W3C's Long Tasks). */
const stroke = 9

/**
 * How many of a list's rows to draw: a screen of them at once and the rest in further strokes, each a task of its own. Between
 * two of them the browser paints and answers keys; fifty rows in one held it up for some tenths of a second.
 */
export function useGradual(total: () => number): Readonly<Ref<number>> {
  const drawn = ref(Math.min(total(), atOnce))
  let timer: ReturnType<typeof setTimeout> | undefined

  function goOn() {
    timer = undefined
    drawn.value = Math.min(total(), drawn.value + stroke)
    plan()
  }

  function plan() {
    if (drawn.value < total())
      timer ??= setTimeout(goOn)
  }

  watch(total, (rows) => {
    // A list that begins anew is drawn as it was at first.
    drawn.value = Math.max(Math.min(drawn.value, rows), Math.min(rows, atOnce))
    plan()
  })
  plan()
  onScopeDispose(() => clearTimeout(timer))
  return drawn
}
