import type { LiveEvent } from '../../contract/event.ts'
import type { Frame } from './frame.ts'
import type { LiveLimits } from './limits.ts'
import { keepLatest, rowOf } from './frame.ts'

/** Gathers changes, latest version per row, and says which of them are due. */
export interface Batcher {
  add: (event: LiveEvent) => void
  /** Takes what may be sent now. */
  due: (now: number) => Frame[]
  /** Whether anything still waits. */
  waiting: () => boolean
  clear: () => void
}

export function createBatcher({ rowIntervalMs }: Pick<LiveLimits, 'rowIntervalMs'>): Batcher {
  const pending = new Map<string, Frame>()
  const sentAt = new Map<string, number>()
  let lastId = 0

  function due(now: number): Frame[] {
    for (const [row, at] of sentAt) {
      if (now - at >= rowIntervalMs)
        sentAt.delete(row)
    }
    const frames = [...pending.values()].filter(({ row }) => !sentAt.has(row))
    for (const { row } of frames) {
      pending.delete(row)
      sentAt.set(row, now)
    }
    return frames
  }

  return {
    add: event => keepLatest(pending, { row: rowOf(event), id: ++lastId, event, json: JSON.stringify(event) }),
    due,
    waiting: () => pending.size > 0,
    clear() {
      pending.clear()
      sentAt.clear()
    },
  }
}
