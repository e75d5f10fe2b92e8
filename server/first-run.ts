import type { JobSummary } from './contract/job.ts'
import type { EventBus } from './events/bus.ts'
import type { BrandService, JobService } from './jobs/ports.ts'
import type { Terminal } from './terminal.ts'
import { isFinal } from './contract/job-status.ts'

export interface FirstRunDeps {
  brands: Pick<BrandService, 'create'>
  jobs: Pick<JobService, 'submitExportFlow' | 'flow' | 'get'>
  events: Pick<EventBus, 'subscribe'>
  terminal: Terminal
  shop: { name: string, url: string }
  signal: AbortSignal
}

const labels: Record<JobSummary['type'], string> = {
  'scrape-brand': 'Finding products  ',
  'scrape-product-details': 'Reading pages     ',
  'export-csv': 'Writing the export',
}

/** What a person sees of an empty installation: the sample shop scraped and exported once, step by step. */
export async function runSample({ brands, jobs, events, terminal, shop, signal }: FirstRunDeps): Promise<void> {
  const brand = await brands.create({ name: shop.name, url: shop.url })
  const last = await jobs.submitExportFlow({ brandId: brand.id, refresh: true })
  terminal.line(`First start: scraping the sample shop ${shop.url} (SAMPLE_SHOP=off skips this)`)

  const ended = Promise.withResolvers<void>()
  const told = new Set<string>()
  function tell(job: JobSummary): void {
    if (job.flowId !== last.id || told.has(job.id))
      return
    if (!isFinal(job.status)) {
      if (job.status === 'active')
        terminal.bar(labels[job.type], job.progress, job.progressNote ?? '')
      return
    }
    told.add(job.id)
    // A job that is deleted at once has nothing more to tell.
    void describeEnd(jobs, job).catch(() => job.status)
      .then(text => terminal.done(`  ${job.status === 'completed' ? '✓' : '✗'} ${labels[job.type]}  ${text}`))
      .finally(() => job.id === last.id && ended.resolve())
  }
  const unsubscribe = events.subscribe(event => event.kind === 'job' && tell(event.job))
  signal.addEventListener('abort', () => ended.resolve(), { once: true })
  try {
    // What happened before the subscription.
    for (const job of await jobs.flow(last.id))
      tell(job)
    await ended.promise
  }
  finally {
    unsubscribe()
  }
}

async function describeEnd(jobs: Pick<JobService, 'get'>, { id, type }: JobSummary): Promise<string> {
  const { status, result, error } = await jobs.get(id)
  if (status !== 'completed')
    return error?.message ?? status
  const facts: Record<JobSummary['type'], () => string> = {
    'scrape-brand': () => `${String(result?.found)} products through ${String(result?.strategy)}`,
    'scrape-product-details': () => `${String(result?.read)} of ${String(result?.products)} pages read${Number(result?.failed) > 0 ? `, ${String(result?.failed)} could not be read (see the job)` : ''}`,
    'export-csv': () => `${String(result?.rows)} rows in ${String(result?.filename)}`,
  }
  return facts[type]()
}
