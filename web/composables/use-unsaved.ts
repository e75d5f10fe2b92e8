import { shallowRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useEventListener } from './use-event-listener.ts'

/**
 * Keeps a page open while something on it is typed and not saved, until the viewer says that it may go: `leaving` is true
 * while they are asked, `decide` is their answer. `within`: also where only this of the address changes.
 */
export function useUnsaved(isChanged: () => boolean, within?: string) {
  const asked = shallowRef<((leave: boolean) => void) | null>(null)
  const ask = () => new Promise<boolean>(resolve => asked.value = resolve)

  onBeforeRouteLeave(() => !isChanged() || ask())
  onBeforeRouteUpdate((to, from) => within === undefined || to.query[within] === from.query[within] || !isChanged() || ask())
  useEventListener('beforeunload', event => isChanged() && event.preventDefault())

  function decide(leave: boolean) {
    asked.value?.(leave)
    asked.value = null
  }

  return { asked, decide }
}
