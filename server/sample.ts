import type { EventBus } from './events/bus.ts'
import type { BrandService, JobService } from './jobs/ports.ts'
import type { Log } from './log.ts'
import type { BrandStore } from './store/brand-store.ts'
import type { Terminal } from './terminal.ts'
import { runSample } from './first-run.ts'
import { sampleBrand, startSampleShop } from './sample-shop/index.ts'

export interface SampleRunDeps {
  brands: Pick<BrandService, 'create'>
  jobs: Pick<JobService, 'submitExportFlow' | 'flow' | 'get'>
  events: Pick<EventBus, 'subscribe'>
  terminal: Terminal
  log: Log
}

export interface OpenSampleShop extends AsyncDisposable {
  /** `127.0.0.1:<port>`: the one private address that may be scraped without being allowed by hand. */
  host: string
  /** Scrapes the shop if the database was empty; disposing stops telling of it. */
  scrapeOnce: (deps: SampleRunDeps) => AsyncDisposable
}

/**
 * Serves the bundled shop while the database is empty or still has its brand: on the port that the brand's address
 * names, so that its pages and pictures stay where they were. Null when people have brands of their own only.
 */
export async function openSampleShop({ brands, port }: { brands: Pick<BrandStore, 'count' | 'list'>, port: number }): Promise<OpenSampleShop | null> {
  const empty = await brands.count() === 0
  const { items } = await brands.list({ limit: 200, search: sampleBrand })
  const known = items.find(brand => brand.name === sampleBrand && new URL(brand.url).hostname === '127.0.0.1')
  if (!empty && !known)
    return null
  const shop = await startOn(known ? Number(new URL(known.url).port) : port === 0 ? 0 : port + 1)
  return {
    host: new URL(shop.url).host,
    scrapeOnce(deps) {
      const controller = new AbortController()
      const done = empty
        ? runSample({ ...deps, shop: { name: sampleBrand, url: `${shop.url}/` }, signal: controller.signal })
            .catch((error: unknown) => deps.log.error({ event: 'sample.failed', err: error }, 'the sample shop was not scraped'))
        : Promise.resolve()
      return {
        async [Symbol.asyncDispose]() {
          controller.abort()
          await done
        },
      }
    },
    [Symbol.asyncDispose]: shop.close,
  }
}

/** Another program may have the port by now; then the shop moves, and only its pictures in old rows are missing. */
function startOn(port: number) {
  return startSampleShop({ port }).catch(() => startSampleShop({ port: 0 }))
}
