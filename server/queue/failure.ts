import type { QueueFailure, QueueRef } from './ports.ts'

/** What BullMQ writes as the reason when it fails a job itself, without calling the processor. */
const reasons = [
  { kind: 'dependency', pattern: /^child (?:[^:]*:)+([^:]+)-g\d+ failed$/ },
  { kind: 'stalled', pattern: /^job stalled more than allowable limit|^job started more than allowable limit/ },
] as const

/** Reads BullMQ's reason for a failed job. */
export function toQueueFailure(ref: QueueRef, message: string): QueueFailure {
  for (const { kind, pattern } of reasons) {
    const match = pattern.exec(message)
    if (match)
      return { ref, kind, message, childJobId: match[1] ?? null }
  }
  return { ref, kind: 'other', message, childJobId: null }
}
