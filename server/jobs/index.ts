import type { JobType } from '../contract/job-types.ts'
import type { Job } from '../contract/job.ts'
import type { Finished, JobDefinition, RunContext, Split } from './define.ts'
import type { ExportCsvDeps } from './export-csv.job.ts'
import type { ScrapeBrandDeps } from './scrape-brand.job.ts'
import type { ScrapeProductDetailsDeps } from './scrape-product-details.job.ts'
import { exportCsv } from './export-csv.job.ts'
import { scrapeBrand } from './scrape-brand.job.ts'
import { scrapeProductDetails } from './scrape-product-details.job.ts'

/** Everything that some job type needs. */
export type JobDeps = ScrapeBrandDeps & ScrapeProductDetailsDeps & ExportCsvDeps

/** The one registry: a new job type is a file beside this one, its schemas in the contract, and a line here. */
export const jobDefinitions: { readonly [Type in JobType]: JobDefinition<Type, JobDeps> } = {
  'scrape-brand': scrapeBrand,
  'scrape-product-details': scrapeProductDetails,
  'export-csv': exportCsv,
}

/** Runs the definition of `type` on data from the job table, which is checked on the way in and on the way out. */
export async function runDefinition(type: JobType, data: unknown, context: RunContext, deps: JobDeps): Promise<Finished<Record<string, unknown>> | Split> {
  const definition = jobDefinitions[type] as JobDefinition<JobType, JobDeps>
  const finished = await definition.run(definition.data.parse(data), context, deps)
  if ('parts' in finished)
    return finished
  return {
    ...finished,
    get result() {
      return definition.result.parse(finished.result)
    },
  }
}

/** Takes away what a dead run of an ended job left outside the database. */
export async function clearDefinition(job: Job, checkpoint: Record<string, unknown> | null, deps: JobDeps): Promise<void> {
  const { clear } = jobDefinitions[job.type] as JobDefinition<JobType, JobDeps>
  await clear?.({ job, checkpoint }, deps)
}
