import type { FlowRequest, Schedule, ScheduleCreate, ScheduleTiming } from '../../server/contract/index.ts'
import { splitInterval } from './timing.ts'

/** What a schedule can start from the form; a tree of one's own, made over the API, is kept as it is. */
export type WorkKind = 'refresh-and-export' | 'scrape-brand' | 'scrape-product-details' | 'export-csv' | 'tree'
type Unit = 'minutes' | 'hours' | 'days'

/** The schedule form: all boxes, whichever are shown. */
export interface ScheduleDraft {
  name: string
  kind: WorkKind
  brandId: string | undefined
  mode: 'cron' | 'every'
  cron: string
  timeZone: string
  n: number
  unit: Unit
  missed: 'run-once' | 'skip'
  overlap: 'skip' | 'queue' | 'cancel-previous'
}

const unitMs: Record<Unit, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

function workKind(work: FlowRequest): WorkKind {
  if ('preset' in work)
    return work.preset
  return (work.children ?? []).length > 0 ? 'tree' : work.type
}

function brandOf(work: FlowRequest): string | undefined {
  return 'preset' in work ? work.brandId : work.data.brandId
}

export function toScheduleDraft(schedule: Schedule | null, timeZone: string): ScheduleDraft {
  if (schedule === null)
    return { name: '', kind: 'refresh-and-export', brandId: undefined, mode: 'cron', cron: '0 6 * * *', timeZone, n: 1, unit: 'days', missed: 'run-once', overlap: 'skip' }
  const { name, work, timing, missed, overlap } = schedule
  const interval = 'everyMs' in timing ? splitInterval(timing.everyMs) : { n: 1, unit: 'days' as const }
  const inSeconds = interval.unit === 'seconds'
  return {
    name,
    kind: workKind(work),
    brandId: brandOf(work),
    mode: 'everyMs' in timing ? 'every' : 'cron',
    cron: 'cron' in timing ? timing.cron : '0 6 * * *',
    timeZone: 'cron' in timing ? timing.timeZone : timeZone,
    n: inSeconds ? interval.n / 60 : interval.n,
    unit: inSeconds ? 'minutes' : interval.unit as Unit,
    missed,
    overlap,
  }
}

export function timingOf(draft: Pick<ScheduleDraft, 'mode' | 'cron' | 'timeZone' | 'n' | 'unit'>): ScheduleTiming {
  return draft.mode === 'cron'
    ? { cron: draft.cron.trim(), timeZone: draft.timeZone }
    : { everyMs: Math.max(1000, Math.round((draft.n || 1) * unitMs[draft.unit])) }
}

/** `before`: the schedule that is edited, for work that the form does not show. */
function workOf({ kind, brandId = '' }: ScheduleDraft, before: Schedule | null): FlowRequest {
  switch (kind) {
    case 'tree': return before!.work
    case 'refresh-and-export': return { preset: kind, brandId }
    case 'export-csv': return { type: kind, data: { brandId: brandId || undefined } }
    case 'scrape-brand': return { type: kind, data: { brandId } }
    case 'scrape-product-details': return { type: kind, data: { brandId } }
  }
}

/** The request that a draft describes. Work that was not changed is kept with what the form does not show. */
export function fromScheduleDraft(draft: ScheduleDraft, before: Schedule | null): ScheduleCreate {
  const same = before !== null && workKind(before.work) === draft.kind && brandOf(before.work) === draft.brandId
  return {
    name: draft.name.trim(),
    timing: timingOf(draft),
    work: same ? before.work : workOf(draft, before),
    missed: draft.missed,
    overlap: draft.overlap,
  }
}

export type ScheduleFault = 'nameRequired' | 'brandRequired' | 'cronInvalid'

/** What is wrong with a draft, by box. The server knows more of cron; here only the number of fields is checked. */
export function scheduleFaults(draft: ScheduleDraft): Partial<Record<'name' | 'brandId' | 'cron', ScheduleFault>> {
  const fields = draft.cron.trim().split(/\s+/).length
  return {
    ...(draft.name.trim() === '' ? { name: 'nameRequired' as const } : {}),
    ...(draft.kind !== 'export-csv' && draft.kind !== 'tree' && !draft.brandId ? { brandId: 'brandRequired' as const } : {}),
    ...(draft.mode === 'cron' && fields !== 5 && fields !== 6 ? { cron: 'cronInvalid' as const } : {}),
  }
}
