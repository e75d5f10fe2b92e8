import type { AttemptOutcome } from '../../server/contract/index.ts'

/** Mark of each way an attempt can end. */
export const attemptLook: Record<AttemptOutcome, { icon: string, tone: string }> = {
  'running': { icon: 'i-lucide-loader', tone: 'text-secondary' },
  'completed': { icon: 'i-lucide-circle-check', tone: 'text-success' },
  'failed': { icon: 'i-lucide-circle-x', tone: 'text-error' },
  'cancelled': { icon: 'i-lucide-ban', tone: 'text-muted' },
  'lost': { icon: 'i-lucide-unplug', tone: 'text-warning' },
  'put-back': { icon: 'i-lucide-undo-2', tone: 'text-info' },
  'split': { icon: 'i-lucide-split', tone: 'text-info' },
}
