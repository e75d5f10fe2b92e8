import type { LiveEvent } from '../contract/event.ts'

export type LiveChange = Exclude<LiveEvent, { kind: 'snapshot' }>

/** In-process fan-out of changes; listeners must not throw and must not block. */
export interface EventBus {
  publish: (event: LiveChange) => void
  /** Calls `listener` for every change until the returned function is called. */
  subscribe: (listener: (event: LiveChange) => void) => () => void
}

export function createEventBus(): EventBus {
  const listeners = new Set<(event: LiveChange) => void>()
  return {
    publish(event) {
      for (const listener of listeners)
        listener(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
