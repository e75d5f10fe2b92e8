import type { ScheduleRun } from '../../server/contract/index.ts'
import type { Tone } from './job-status.ts'

/** How each outcome of a due time looks. */
export const scheduleOutcomeLook: Record<ScheduleRun['outcome'], { tone: Tone, icon: string }> = {
  started: { tone: 'success', icon: 'i-lucide-play' },
  joined: { tone: 'info', icon: 'i-lucide-merge' },
  missed: { tone: 'warning', icon: 'i-lucide-clock-alert' },
  overlapped: { tone: 'neutral', icon: 'i-lucide-layers-2' },
  failed: { tone: 'error', icon: 'i-lucide-circle-x' },
}
