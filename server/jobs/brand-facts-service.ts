import type { Clock } from '../clock.ts'
import type { BrandFacts } from '../contract/brand-facts.ts'
import type { FlowRequest } from '../contract/flow.ts'
import type { DueTimes } from '../queue/ports.ts'
import type { BrandFactsStore } from '../store/brand-facts-store.ts'
import type { ScheduleStore, StoredSchedule } from '../store/schedule-store.ts'

export interface BrandFactsServiceDeps {
  facts: BrandFactsStore
  schedules: Pick<ScheduleStore, 'enabled'>
  dueTimes: DueTimes
  clock: Clock
}

export interface BrandFactsService {
  /** In the order asked for; unknown brands are left out. */
  facts: (brandIds: string[]) => Promise<BrandFacts[]>
}

/** What a list of brands says of each beside its name. */
export function createBrandFactsService({ facts, schedules, dueTimes, clock }: BrandFactsServiceDeps): BrandFactsService {
  /** The next time of those of a brand's schedules that comes first. */
  function nextOf(mine: StoredSchedule[]): BrandFacts['next'] {
    const times = mine.flatMap(({ id, name, timing, anchor }) => dueTimes.next(timing, anchor, clock.now(), 1).map(time => ({ time, scheduleId: id, name })))
    const [first] = times.sort((a, b) => a.time - b.time)
    return first ? { at: new Date(first.time).toISOString(), scheduleId: first.scheduleId, name: first.name } : null
  }

  return {
    async facts(brandIds) {
      const [known, enabled] = await Promise.all([facts.known(brandIds), schedules.enabled()])
      const byBrand = Map.groupBy(enabled, ({ work }) => brandOf(work) ?? '')
      return Promise.all(brandIds.filter(id => known.has(id)).map(async (brandId) => {
        const [shop, coverage] = await Promise.all([facts.shop(brandId), facts.coverage(brandId)])
        return { brandId, shop, coverage, next: nextOf(byBrand.get(brandId) ?? []) }
      }))
    },
  }
}

/** The brand that a schedule's work is about; that of its last step in a tree. */
function brandOf(work: FlowRequest): string | undefined {
  return 'preset' in work ? work.brandId : work.data.brandId
}
