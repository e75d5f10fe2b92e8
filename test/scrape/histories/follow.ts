import type { Job } from '../../../server/contract/job.ts'
import type { LivingShop } from './living-shop.ts'
import { createJobWorld } from '../../jobs/world.ts'
import { testScraper } from '../shops/run.ts'
import { openLivingShop } from './living-shop.ts'

export interface FollowOptions {
  moreHosts?: string[]
  timeoutMs?: number
  /** Products of the shop. */
  count?: number
}

/** A brand whose shop lives: `run` does one of the two jobs, `both` one after the other, with the real engine over the real network and the real store. */
export async function follow(platform: LivingShop['platform'], { moreHosts = [], timeoutMs = 12_000, count }: FollowOptions = {}) {
  const shop = await openLivingShop(platform, count)
  const scraper = testScraper(shop, { attempts: 1, timeoutMs, allowPrivateHosts: [shop.host, ...moreHosts] })
  const world = await createJobWorld({})
  Object.assign(world.runner.deps, { scraper })
  await world.brands.update(world.brand.id, { url: `${shop.origin}/` }, new Date())
  async function run(type: 'scrape-brand' | 'scrape-product-details', data: object = {}): Promise<Job> {
    const job = await world.insert({ type, data: { brandId: world.brand.id, ...data }, brandId: world.brand.id, maxAttempts: 1 })
    await world.start(job).outcome
    return world.jobs.get(job.id)
  }
  async function both() {
    const found = await run('scrape-brand')
    const read = await run('scrape-product-details')
    return { found: found.result ?? {}, read: read.result ?? {}, status: found.status, error: found.error }
  }
  return {
    shop,
    world,
    run,
    both,
    products: async () => (await world.products.list({ limit: 100 })).items,
    changes: () => world.database.read.productChange.findMany({ select: { field: true, before: true, after: true } }),
    async [Symbol.asyncDispose]() {
      await scraper[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
      await shop[Symbol.asyncDispose]()
    },
  }
}
