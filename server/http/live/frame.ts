import type { Buffer } from 'node:buffer'
import type { LiveEvent } from '../../contract/event.ts'

/** A change, written out once for all who hear it. */
export interface Frame { row: string, id: number, event: LiveEvent, json: string }

/** How a kind of connection writes frames: a WebSocket message, or lines of an event stream. */
export type Encode = (frames: readonly Frame[]) => Buffer

/** What makes two changes be about the same row: the later one replaces the earlier one. */
export function rowOf(event: LiveEvent): string {
  switch (event.kind) {
    case 'snapshot': return 'snapshot'
    case 'queues': return 'queues'
    case 'job': return `job:${event.job.id}`
    case 'job-removed': return `job:${event.id}`
    case 'timeline': return `timeline:${event.entry.id}`
    case 'brand': return `brand:${event.id}`
    case 'schedule': return `schedule:${event.id}`
    case 'products': return `products:${event.brandId ?? ''}`
    case 'export': return `export:${event.export.id}`
    case 'export-removed': return `export:${event.id}`
    case 'workers': return 'workers'
    case 'throttle': return `throttle:${event.throttle.host}`
    case 'settings': return 'settings'
    case 'bulk-operation': return `bulk-operation:${event.operation.id}`
  }
}

/** Versions grow with every change of a row; a row that is gone has none. */
function versionOf(event: LiveEvent): number | null {
  return event.kind === 'job' ? event.job.version : event.kind === 'bulk-operation' ? event.operation.version : null
}

/** Puts a frame in the place of the one about the same row; an older version never wins. */
export function keepLatest(frames: Map<string, Frame>, frame: Frame): void {
  const previous = frames.get(frame.row)?.event
  const [known, next] = [previous ? versionOf(previous) : null, versionOf(frame.event)]
  if (known !== null && next !== null && next < known)
    return
  // Moved to the end: what a reader gets is in the order of the last change.
  frames.delete(frame.row)
  frames.set(frame.row, frame)
}
