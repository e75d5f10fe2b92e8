import { defineShortcuts } from '@nuxt/ui/composables'
import { computed, onScopeDispose, ref } from 'vue'

/** What takes letters for itself. A checkbox or a button does not: keys go on from there. */
const writes = 'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])'
/** What lies above the page: its rows and its address are not what the keys are meant for. */
const covers = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Keys of a page, by the names of `defineShortcuts`, as long as the calling component is on screen; none of them while something is written, or lies above the page. */
export function useKeys(keys: Record<string, () => void>) {
  const isTaken = ref(false)
  const look = () => isTaken.value = document.activeElement?.closest(`${writes}, ${covers}`) !== null && document.activeElement !== null
  // In the capturing phase: before the shortcuts are looked at.
  window.addEventListener('keydown', look, true)
  onScopeDispose(() => window.removeEventListener('keydown', look, true))
  const own = Object.fromEntries(Object.entries(keys).map(([key, handler]) => [key, { usingInput: true, handler }]))
  defineShortcuts(computed(() => isTaken.value ? {} : own))
}
