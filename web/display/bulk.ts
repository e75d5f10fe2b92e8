import type { BulkOperation, BulkOperationAction, BulkOperationPreview, BulkOperationStatus, JobStatus } from '../../server/contract/index.ts'
import type { Tone } from './job-status.ts'
import { eligibleStatuses } from '../../server/contract/bulk-action.ts'
import { jobStatusOrder } from './job-status.ts'

/** How each action looks; `grave` ones end or delete something. */
export const bulkActionLook: Record<BulkOperationAction, { icon: string, grave: boolean }> = {
  'retry': { icon: 'i-lucide-rotate-cw', grave: false },
  'cancel': { icon: 'i-lucide-ban', grave: true },
  'promote': { icon: 'i-lucide-fast-forward', grave: false },
  'change-priority': { icon: 'i-lucide-arrow-down-up', grave: false },
  'export-list': { icon: 'i-lucide-file-down', grave: false },
  'delete': { icon: 'i-lucide-trash-2', grave: true },
}

export const bulkStatusLook: Record<BulkOperationStatus, { tone: Tone, icon: string, busy: boolean }> = {
  'pending': { tone: 'neutral', icon: 'i-lucide-circle-dashed', busy: true },
  'running': { tone: 'secondary', icon: 'i-lucide-loader', busy: true },
  'checking': { tone: 'info', icon: 'i-lucide-bird', busy: true },
  'completed': { tone: 'success', icon: 'i-lucide-circle-check', busy: false },
  'aborted': { tone: 'neutral', icon: 'i-lucide-circle-stop', busy: false },
  'canary-failed': { tone: 'warning', icon: 'i-lucide-bird', busy: false },
  'failed': { tone: 'error', icon: 'i-lucide-circle-x', busy: false },
  'undoing': { tone: 'secondary', icon: 'i-lucide-loader', busy: true },
  'undone': { tone: 'neutral', icon: 'i-lucide-undo-2', busy: false },
}

/** Does the server still work on it? */
export const isBusy = ({ status }: Pick<BulkOperation, 'status'>): boolean => bulkStatusLook[status].busy
/** It can be asked to stop, and has not been. */
export const isAbortable = (operation: BulkOperation): boolean => isBusy(operation) && operation.status !== 'undoing' && operation.abortRequestedAt === null

/** How far it is, 0–100; of an undo, how much is back. */
export function bulkProgress({ status, processed, matched, done, undone }: BulkOperation): number {
  const share = status === 'undoing' ? undone / Math.max(1, done) : processed / Math.max(1, matched)
  return Math.min(100, share * 100)
}

/** Milliseconds in which it can still be undone; 0 when it cannot. */
export function undoLeftMs({ undoUntil, status }: Pick<BulkOperation, 'undoUntil' | 'status'>, now: number): number {
  return undoUntil === null || status === 'undoing' ? 0 : Math.max(0, Date.parse(undoUntil) - now)
}

/** Minutes and seconds that are left, as on a clock: "9:05". */
export function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What a preview leaves out: jobs in the wrong state by state, and those that are gone (null). */
export function leftOut({ action, matched, byStatus }: BulkOperationPreview): { status: JobStatus | null, n: number }[] {
  const found = jobStatusOrder.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0)
  return [
    ...jobStatusOrder.filter(status => !eligibleStatuses[action].includes(status)).map(status => ({ status, n: byStatus[status] ?? 0 })),
    { status: null, n: matched - found },
  ].filter(({ n }) => n > 0)
}

/** Where the CSV of an `export-list` is. */
export const bulkListPath = (id: string): string => `/api/bulk-operations/${encodeURIComponent(id)}/list`
