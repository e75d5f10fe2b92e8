import { onScopeDispose } from 'vue'

/** Listens on the window as long as the calling component is on screen. */
export function useEventListener(type: string, listener: (event: Event) => void) {
  window.addEventListener(type, listener)
  onScopeDispose(() => window.removeEventListener(type, listener))
}
