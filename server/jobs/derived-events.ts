import type { Export } from '../contract/export.ts'
import type { JobSummary } from '../contract/job.ts'
import type { EventBus } from '../events/bus.ts'

export interface DerivedEventsDeps {
  events: EventBus
  findExport: (jobId: string) => Promise<Export | null>
  onError: (error: unknown) => void
}

/** A catalogue that is being filled is announced this often at most, in milliseconds. */
const catalogueEveryMs = 1000

/**
 * What a job's change means for products, brands and exports. Derived from the job's own event, so that a dashboard
 * hears of it whichever process did the work.
 * @returns stops deriving
 */
export function deriveEvents({ events, findExport, onError }: DerivedEventsDeps): () => void {
  const due = new Map<string, NodeJS.Timeout>()
  const announced = new Set<string>()

  function announceCatalogue(brandId: string | null): void {
    const key = brandId ?? ''
    if (due.has(key))
      return
    due.set(key, setTimeout(() => {
      due.delete(key)
      events.publish({ kind: 'products', brandId })
      if (brandId !== null)
        events.publish({ kind: 'brand', id: brandId, removed: false })
    }, catalogueEveryMs))
  }

  async function announceExport(jobId: string): Promise<void> {
    if (announced.has(jobId))
      return
    const found = await findExport(jobId)
    if (!found || announced.has(jobId))
      return
    announced.add(jobId)
    events.publish({ kind: 'export', export: found })
  }

  function onJob(job: JobSummary): void {
    if (job.type !== 'export-csv')
      announceCatalogue(job.brandId)
    else if (job.status === 'completed')
      void announceExport(job.id).catch(onError)
    // A job is announced once; forgetting the oldest keeps the set small.
    if (announced.size > 1000)
      announced.delete(announced.values().next().value!)
  }

  const unsubscribe = events.subscribe((event) => {
    if (event.kind === 'job')
      onJob(event.job)
  })
  return () => {
    unsubscribe()
    due.forEach(timer => clearTimeout(timer))
    due.clear()
  }
}
