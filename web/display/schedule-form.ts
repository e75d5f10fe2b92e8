import type { FlowRequest, Schedule, ScheduleCreate, ScheduleTiming } from '../../server/contract/index.ts'
import { tagsOf, typedTags } from './tags.ts'
import { splitInterval } from './timing.ts'

/** What a schedule can start from the form; a tree of one's own, made over the API, is kept as it is. */
export type WorkKind = 'refresh-and-export' | 'scrape-brand' | 'scrape-product-details' | 'export-csv' | 'tree'
type Unit = 'minutes' | 'hours' | 'days'

/** The schedule form: all boxes, whichever are shown. */
export interface ScheduleDraft {
  name: string
  kind: WorkKind
  brandId: string | undefined
  /** Words with commas between them. */
  tags: string
  mode: 'cron' | 'every'
  cron: string
  timeZone: string
  n: number
  unit: Unit
  missed: 'run-once' | 'skip'
  overlap: 'skip' | 'queue' | 'cancel-previous'
}

const mostTags = 10
const longestTag = 40
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
    return { name: '', kind: 'refresh-and-export', brandId: undefined, tags: '', mode: 'cron', cron: '0 6 * * *', timeZone, n: 1, unit: 'days', missed: 'run-once', overlap: 'skip' }
  const { name, work, timing, missed, overlap } = schedule
  const interval = 'everyMs' in timing ? splitInterval(timing.everyMs) : { n: 1, unit: 'days' as const }
  const inSeconds = interval.unit === 'seconds'
  return {
    name,
    kind: workKind(work),
    brandId: brandOf(work),
    tags: typedTags(work.tags),
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

function workOf({ kind, brandId = '' }: { kind: Exclude<WorkKind, 'tree'>, brandId?: string }): FlowRequest {
  switch (kind) {
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
    work: draft.kind === 'tree' ? before!.work : { ...same ? before.work : workOf({ kind: draft.kind, brandId: draft.brandId }), tags: tagsOf(draft.tags) },
    missed: draft.missed,
    overlap: draft.overlap,
  }
}

export type ScheduleFault = 'nameRequired' | 'brandRequired' | 'cronInvalid' | 'tagsInvalid'

/** What is wrong with a draft, by box. The server knows more of cron; here only the number of fields is checked. */
export function scheduleFaults(draft: ScheduleDraft): Partial<Record<'name' | 'brandId' | 'cron' | 'tags', ScheduleFault>> {
  const tags = tagsOf(draft.tags)
  const fields = draft.cron.trim().split(/\s+/).length
  return {
    ...(draft.name.trim() === '' ? { name: 'nameRequired' as const } : {}),
    ...(draft.kind !== 'export-csv' && draft.kind !== 'tree' && !draft.brandId ? { brandId: 'brandRequired' as const } : {}),
    ...(draft.kind !== 'tree' && (tags.length > mostTags || tags.some(tag => tag.length > longestTag)) ? { tags: 'tagsInvalid' as const } : {}),
    ...(draft.mode === 'cron' && fields !== 5 && fields !== 6 ? { cron: 'cronInvalid' as const } : {}),
  }
}
