import type { Ref } from 'vue'
import { useWindowVirtualizer } from '@tanstack/vue-virtual'
import { computed, nextTick, onMounted, ref, watch } from 'vue'

/** Below this many rows all are drawn: the browser's own find works on them, and nothing has to be measured. */
const fewRows = 120
const rowHeight = 53

/** Which rows of a long table are drawn, and how much room stands for those above and below. */
export function useVirtualRows(table: Readonly<Ref<HTMLElement | null>>, rows: () => { id: string }[]) {
  const top = ref(0)
  const isLong = computed(() => rows().length > fewRows)

  function measureTop() {
    const head = table.value?.querySelector('tbody')
    if (head)
      top.value = head.getBoundingClientRect().top + window.scrollY
  }

  onMounted(measureTop)
  watch(isLong, () => nextTick(measureTop))

  const virtualizer = useWindowVirtualizer(computed(() => ({
    count: isLong.value ? rows().length : 0,
    estimateSize: () => rowHeight,
    overscan: 15,
    scrollMargin: top.value,
    getItemKey: (index: number) => rows()[index]?.id ?? index,
  })))

  const indexes = computed(() => isLong.value ? virtualizer.value.getVirtualItems().map(({ index }) => index) : Array.from(rows(), (_, index) => index))
  const above = computed(() => isLong.value ? (virtualizer.value.getVirtualItems()[0]?.start ?? top.value) - top.value : 0)
  const below = computed(() => isLong.value ? virtualizer.value.getTotalSize() - ((virtualizer.value.getVirtualItems().at(-1)?.end ?? top.value) - top.value) : 0)

  /** Rows may be taller than the estimate, on narrow screens above all. */
  function measure(element: unknown) {
    if (isLong.value && element instanceof HTMLElement)
      virtualizer.value.measureElement(element)
  }

  return { indexes, above, below, measure }
}
