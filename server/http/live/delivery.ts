import type { Buffer } from 'node:buffer'
import type { Delivery } from './connection.ts'
import type { Encode, Frame } from './frame.ts'

const nothing: readonly Frame[] = []

/** Splits one tick's frames into those for everybody and the timelines of single jobs, and encodes each mix once. */
export function createDelivery(frames: readonly Frame[]): Delivery {
  const common = frames.filter(({ event }) => event.kind !== 'timeline')
  const timelines = Map.groupBy(frames.filter(({ event }) => event.kind === 'timeline'), ({ event }) => event.kind === 'timeline' ? event.entry.jobId : '')
  const encoded = new Map<Encode, Map<string, Buffer>>()

  function timelineOf(jobId: string | undefined): readonly Frame[] {
    return jobId === undefined ? nothing : timelines.get(jobId) ?? nothing
  }

  function framesFor(jobId: string | undefined): readonly Frame[] {
    const timeline = timelineOf(jobId)
    return timeline.length === 0 ? common : [...common, ...timeline]
  }

  function bytesFor(jobId: string | undefined, encode: Encode): Buffer {
    const mixes = encoded.get(encode) ?? new Map<string, Buffer>()
    encoded.set(encode, mixes)
    const mix = timelineOf(jobId).length === 0 ? '' : jobId ?? ''
    const bytes = mixes.get(mix) ?? encode(framesFor(jobId))
    mixes.set(mix, bytes)
    return bytes
  }

  return { framesFor, bytesFor }
}
