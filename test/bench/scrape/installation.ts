import type { Brand, BrandCreate } from '../../../server/contract/brand.ts'
import type { ScrapeBrandResult, ScrapeProductDetailsResult } from '../../../server/contract/job-types.ts'
import type { Gleaner, Home } from '../../e2e/gleaner.ts'
import type { BenchShop } from '../shop/shop.ts'
import { readFile } from 'node:fs/promises'
import { createHome, startGleaner } from '../../e2e/gleaner.ts'

/** A whole Gleaner as people start it – API, workers, embedded queue, SQLite – that may ask the bench's shop as fast as it can. */
export interface BenchInstallation extends AsyncDisposable {
  gleaner: Gleaner
  home: Home
  /** Finds the shop's products, then reads the page of each. */
  scrape: (brand: Partial<BrandCreate>) => Promise<ScrapeTimes>
}

export interface ScrapeTimes {
  brand: Brand
  found: ScrapeBrandResult
  details: ScrapeProductDetailsResult
  /** Of the details job, from its first claim to its end, as its own row says. */
  detailsMs: number
  /** Processor time of the whole process during that job, all threads: what a busy machine does not change. */
  detailsCpuMs: number
}

export async function startInstallation(shop: BenchShop, env: Record<string, string> = {}): Promise<BenchInstallation> {
  await using stack = new AsyncDisposableStack()
  const home = stack.use(await createHome())
  const gleaner = stack.use(await startGleaner(home, {
    ALLOW_PRIVATE_HOSTS: shop.host,
    SCRAPE_PAGES_AT_ONCE: '32',
    SCRAPE_MAX_PRODUCTS: '1000000',
    LOG_LEVEL: 'error',
    ...env,
  }))
  const owned = stack.move()

  async function finished<Result>(jobId: string): Promise<{ result: Result, ms: number }> {
    const job = await gleaner.ended(jobId)
    if (job.status !== 'completed')
      throw new Error(`The job ${job.type} is ${job.status}: ${job.error?.message}`)
    return { result: job.result as Result, ms: Date.parse(job.completedAt!) - Date.parse(job.startedAt!) }
  }

  return {
    gleaner,
    home,
    async scrape(request) {
      const brand = await gleaner.post<Brand>('/api/brands', { url: `${shop.origin}/`, settings: { concurrency: 16, delayMs: 0 }, ...request })
      const found = await finished<ScrapeBrandResult>((await gleaner.submit({ type: 'scrape-brand', data: { brandId: brand.id } })).id)
      const cpuBefore = await cpuMs(gleaner.pid)
      const details = await finished<ScrapeProductDetailsResult>((await gleaner.submit({ type: 'scrape-product-details', data: { brandId: brand.id } })).id)
      return { brand, found: found.result, details: details.result, detailsMs: details.ms, detailsCpuMs: await cpuMs(gleaner.pid) - cpuBefore }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

/** User and system time of a process since its start; `proc(5)`, at the usual 100 ticks a second. */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Memory of a process that is in RAM now, in MB. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
