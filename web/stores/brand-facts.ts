import type { BrandFacts, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { isFinal } from '../../server/contract/job-statuses.ts'
import { listBrandFacts } from '../api/brands.ts'

const mostAtOnce = 100
/** Events of one moment are answered by one reading, in milliseconds. */
const gatherMs = 500

/** What the list of brands says of each beside its name; read after the list, and again when a run or a schedule changes it. */
export const useBrandFacts = defineStore('brand-facts', () => {
  const byBrand = shallowReactive(new Map<string, BrandFacts>())
  const due = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(ids: readonly string[]) {
    try {
      for (let from = 0; from < ids.length; from += mostAtOnce) {
        for (const facts of await listBrandFacts(ids.slice(from, from + mostAtOnce)))
          byBrand.set(facts.brandId, facts)
      }
    }
    catch {
      // The list says that the server is away; the facts come with the next event or resync.
    }
  }

  /** Reads what is not known yet. */
  const want = (ids: readonly string[]) => load(ids.filter(id => !byBrand.has(id)))

  function renew(ids: Iterable<string>) {
    for (const id of ids)
      due.add(id)
    timer ??= setTimeout(() => {
      timer = undefined
      const ids = [...due]
      due.clear()
      void load(ids)
    }, gatherMs)
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'schedule')
      renew(byBrand.keys())
    if (event.kind === 'job' && event.job.brandId !== null && event.job.type !== 'export-csv' && isFinal(event.job.status) && byBrand.has(event.job.brandId))
      renew([event.job.brandId])
    if (event.kind === 'brand' && event.removed)
      byBrand.delete(event.id)
  }

  return { byBrand, want, apply, resync: () => load([...byBrand.keys()]) }
})
