import type { Ref } from 'vue'
import type { ScreenWidth } from '../display/screen-width.ts'
import { ref } from 'vue'
import { screenWidths } from '../display/screen-width.ts'

const known = new Map<ScreenWidth, Ref<boolean>>()

/**
 * Is the window at least so wide? Read in a template it is asked again when that changes. For what is in every row of a list:
 * drawn and hidden by a class it costs as much as what is seen.
 */
export function isAtLeast(width: ScreenWidth): boolean {
  let matches = known.get(width)
  if (matches === undefined) {
    const query = matchMedia(`(width >= ${screenWidths[width]}rem)`)
    matches = ref(query.matches)
    known.set(width, matches)
    query.addEventListener('change', ({ matches: now }) => matches!.value = now)
  }
  return matches.value
}
