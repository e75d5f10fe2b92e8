import type { Job } from '../contract/job.ts'
import type { Telling } from '../contract/told.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { ReadSelection } from '../store/product/stream.ts'
import { createHash } from 'node:crypto'
import { tell } from '../contract/told.ts'

/** A page is read again after this time, whatever date its shop gives it. */
const longestTrustMs = 7 * 24 * 3_600_000
/** Of the pages that have not changed by their dates, so many are read all the same: a twentieth, within bounds. */
const sampleShare = 0.05
const fewestSamples = 5
const mostSamples = 200
/** More products with one and the same date than this say when a file was written, not when they changed. */
const mostAlike = 0.5

/** Which pages a run may leave out because of the dates in the shop's lists. */
export interface FreshnessPlan {
  isTrusted: boolean
  /** Read before anything is believed. */
  sample: string[]
  readSince: Date
  /** How many pages were left out in the end. */
  leftOut: () => Promise<number>
  /** One line for the job's result. */
  explain: (isTrusted: boolean) => Telling
}

type Products = Pick<ProductStore, 'dateSpread' | 'notModified'>

/**
 * Decides whether a shop's `lastmod` and `updated_at` may save requests. A date counts when it is the same as at the
 * last reading, was two days old by then, and the reading is at most a week old; all of that only while dates differ
 * between products, and a random sample read in the same run shows that none of them hides a change.
 * @returns null when nothing can be left out, or when the products were asked for one by one
 */
export async function planFreshness(products: Products, selection: ReadSelection & { brandId: string }, job: Pick<Job, 'id' | 'createdAt'>, isAskedFor: boolean): Promise<FreshnessPlan | null> {
  if (isAskedFor)
    return null
  // Counted from the job's acceptance, so that a resumed run decides as the one before it.
  const query = { jobId: job.id, readSince: new Date(Date.parse(job.createdAt) - longestTrustMs) }
  const candidates = await products.notModified(selection, query)
  if (candidates.length === 0)
    return null
  const { dated, commonest } = await products.dateSpread(selection.brandId)
  const isTrusted = commonest <= dated * mostAlike
  const sample = isTrusted ? sampleOf(candidates, job.id) : []
  return {
    isTrusted,
    sample,
    readSince: query.readSince,
    leftOut: async () => (await products.notModified(selection, query)).length,
    explain(trusted) {
      if (trusted)
        return tell('dates-believed', { n: candidates.length, sample: sample.length })
      return isTrusted
        ? tell('dates-wrong')
        : tell('dates-alike', { done: commonest, total: dated })
    },
  }
}

/** One hidden change is enough: the shop's dates are not believed in this run. */
export function sampleLied({ lied = 0 }: { lied?: number }): boolean {
  return lied > 0
}

/** A random choice that is another one in each job, and the same when a job goes on. */
function sampleOf(ids: readonly string[], seed: string): string[] {
  const size = Math.min(mostSamples, Math.max(fewestSamples, Math.ceil(ids.length * sampleShare)))
  const rank = (id: string): string => createHash('sha1').update(seed + id).digest('hex')
  return ids.map(id => ({ id, rank: rank(id) })).toSorted((a, b) => a.rank < b.rank ? -1 : 1).slice(0, size).map(each => each.id)
}
