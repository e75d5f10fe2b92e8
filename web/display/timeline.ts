import type { TimelineEntry } from '../../server/contract/index.ts'

type Kind = TimelineEntry['kind']

/** Which lines of a job's timeline are on screen. */
export type LogScope = 'all' | 'steps' | 'log'

/** Mark of each line in the timeline. Log lines take theirs from the level. */
export const timelineLook: Record<Kind, { icon: string, tone: string }> = {
  'created': { icon: 'i-lucide-circle-plus', tone: 'text-muted' },
  'dispatched': { icon: 'i-lucide-inbox', tone: 'text-muted' },
  'started': { icon: 'i-lucide-play', tone: 'text-secondary' },
  'retrying': { icon: 'i-lucide-rotate-cw', tone: 'text-warning' },
  'stalled': { icon: 'i-lucide-unplug', tone: 'text-warning' },
  'delayed': { icon: 'i-lucide-clock', tone: 'text-info' },
  'promoted': { icon: 'i-lucide-fast-forward', tone: 'text-info' },
  'retried': { icon: 'i-lucide-rotate-cw', tone: 'text-info' },
  'cancel-requested': { icon: 'i-lucide-hand', tone: 'text-warning' },
  'cancel-acknowledged': { icon: 'i-lucide-ear', tone: 'text-warning' },
  'cancelled': { icon: 'i-lucide-ban', tone: 'text-muted' },
  'completed': { icon: 'i-lucide-circle-check', tone: 'text-success' },
  'failed': { icon: 'i-lucide-circle-x', tone: 'text-error' },
  'log': { icon: 'i-lucide-dot', tone: 'text-dimmed' },
}

export const levelTone: Record<TimelineEntry['level'], string> = {
  debug: 'text-dimmed',
  info: 'text-toned',
  warn: 'text-warning',
  error: 'text-error',
}
