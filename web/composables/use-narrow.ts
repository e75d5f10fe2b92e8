import type { Ref } from 'vue'
import { onMounted, onScopeDispose, ref, watch } from 'vue'

/** Is there less room in `frame` than `least` pixels? */
export function useNarrow(frame: Readonly<Ref<HTMLElement | null>>, least: () => number) {
  const isNarrow = ref(false)
  const look = () => isNarrow.value = frame.value !== null && frame.value.clientWidth < least()
  let observer: ResizeObserver | undefined
  onMounted(() => {
    observer = new ResizeObserver(look)
    if (frame.value)
      observer.observe(frame.value)
  })
  watch(least, look)
  onScopeDispose(() => observer?.disconnect())
  return isNarrow
}
