import type { LiveEvent } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { ref, shallowRef } from 'vue'
import { toProblem } from '../api/problem.ts'

/**
 * A short list that is read once and then told whole by the live stream whenever something of it changes.
 * @param read asks the server for it
 * @param told the list in a live event; undefined in one about something else
 */
export function createPushedList<Item>(read: () => Promise<Item[]>, told: (event: LiveEvent) => Item[] | undefined) {
  const items = shallowRef<Item[]>([])
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const problem = shallowRef<ApiProblem | null>(null)
  let pushes = 0

  function show(list: Item[]) {
    items.value = list
    state.value = 'ready'
    problem.value = null
  }

  async function load() {
    const before = pushes
    if (state.value !== 'ready')
      state.value = 'loading'
    try {
      const list = await read()
      // What was pushed meanwhile is at least as new; if this answer were newer, another push would follow.
      if (pushes === before)
        show(list)
    }
    catch (error) {
      if (pushes !== before)
        return
      problem.value = toProblem(error)
      if (state.value !== 'ready')
        state.value = 'failed'
    }
  }

  function apply(event: LiveEvent) {
    const list = told(event)
    if (list === undefined)
      return
    pushes++
    show(list)
  }

  return { items, state, problem, show, load, apply }
}
