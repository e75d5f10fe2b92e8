import type { ComponentPublicInstance, Ref } from 'vue'
import { useWindowVirtualizer } from '@tanstack/vue-virtual'
import { computed, nextTick, onMounted, ref, watch } from 'vue'
import { useGradual } from './use-gradual.ts'

/** Below this many rows all are drawn: the browser's own find works on them, and nothing has to be measured. */
const fewRows = 120
const rowHeight = 53

/**
 * Which rows of a long table are drawn, and how much room stands for those above and below.
 * @param table where they are
 * @param rows those that are there
 * @param skipped how many there are before them, which have their room but are not drawn
 */
export function useVirtualRows(table: Readonly<Ref<HTMLElement | null>>, rows: () => { id: string }[], skipped: () => number = () => 0) {
  const top = ref(0)
  const isLong = computed(() => skipped() + rows().length > fewRows)
  const drawnOfFew = useGradual(() => isLong.value ? 0 : rows().length)

  function measureTop() {
    const head = table.value?.querySelector('tbody')
    if (head)
      top.value = head.getBoundingClientRect().top + window.scrollY
  }

  onMounted(measureTop)
  watch(isLong, () => nextTick(measureTop))

  const virtualizer = useWindowVirtualizer(computed(() => ({
    count: isLong.value ? skipped() + rows().length : 0,
    estimateSize: () => rowHeight,
    overscan: 15,
    scrollMargin: top.value,
    getItemKey: (index: number) => rows()[index - skipped()]?.id ?? index,
  })))

  const seen = computed(() => isLong.value ? virtualizer.value.getVirtualItems() : [])
  const drawn = computed(() => seen.value.filter(({ index }) => index >= skipped()))
  /** Places among all rows, also those that are skipped. */
  const indexes = computed(() => isLong.value ? drawn.value.map(({ index }) => index) : Array.from({ length: Math.min(drawnOfFew.value, rows().length) }, (_, index) => index))
  const above = computed(() => (drawn.value[0]?.start ?? seen.value.at(-1)?.end ?? top.value) - top.value)
  const below = computed(() => isLong.value ? virtualizer.value.getTotalSize() - ((seen.value.at(-1)?.end ?? top.value) - top.value) : (rows().length - indexes.value.length) * rowHeight)
  /** The first place on screen, or about to be. */
  const first = computed(() => seen.value[0]?.index ?? 0)

  /** Rows may be taller than the estimate, on narrow screens above all. */
  function measure(row: unknown) {
    const element = (row as ComponentPublicInstance | null)?.$el as unknown
    if (isLong.value && element instanceof HTMLElement)
      virtualizer.value.measureElement(element)
  }

  return { indexes, first, above, below, measure }
}
