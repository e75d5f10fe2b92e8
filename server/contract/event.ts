import { z } from 'zod'
import { BulkOperation } from './bulk-operation.ts'
import { Export } from './export.ts'
import { JobSummary, TimelineEntry } from './job.ts'
import { QueueInfo } from './queue.ts'
import { Setting } from './settings.ts'
import { HostThrottle } from './throttle.ts'
import { WorkerProcess } from './worker.ts'

/** What a dashboard hears: a snapshot first, then changes; a row carries its version, an older one never wins. */
export const LiveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), jobs: z.array(JobSummary), queues: z.array(QueueInfo) }),
  z.object({ kind: z.literal('job'), job: JobSummary }),
  z.object({ kind: z.literal('job-removed'), id: z.string() }),
  z.object({ kind: z.literal('timeline'), entry: TimelineEntry }),
  z.object({ kind: z.literal('queues'), queues: z.array(QueueInfo) }),
  z.object({ kind: z.literal('brand'), id: z.string(), removed: z.boolean() }),
  z.object({ kind: z.literal('schedule'), id: z.string(), removed: z.boolean() }),
  z.object({ kind: z.literal('products'), brandId: z.string().nullable() }),
  z.object({ kind: z.literal('export'), export: Export }),
  z.object({ kind: z.literal('export-removed'), id: z.string() }),
  z.object({ kind: z.literal('bulk-operation'), operation: BulkOperation }),
  z.object({ kind: z.literal('workers'), workers: z.array(WorkerProcess) }),
  z.object({ kind: z.literal('throttle'), throttle: HostThrottle }),
  z.object({ kind: z.literal('settings'), settings: z.array(Setting) }),
])
export type LiveEvent = z.infer<typeof LiveEvent>

/**
 * What one WebSocket message carries: the changes of the last moment, oldest first. A `snapshot` means "start
 * again from here": it comes first, and again when a slow reader had to be skipped, so refetch what is on screen.
 * Over SSE the same events come one by one, each as a `data:` line.
 */
export const LiveMessage = z.array(LiveEvent).min(1)
export type LiveMessage = z.infer<typeof LiveMessage>
