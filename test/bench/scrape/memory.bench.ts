import type { Bench, BenchOptions, BenchReport } from '../bench.ts'
import { startRedis } from '../../support/redis.ts'
import { startBenchShop } from '../shop/shop.ts'
import { residentMb, startInstallation } from './installation.ts'

interface Sample { seconds: number, mb: number }

const mostMb = 400
/** What the second half of a run may hold more than the first: anything that leaks with the pages is far above it. */
const mostGrowthMb = 40
const everyMs = 1000

/** Memory of the whole process while a large shop is read. On Redis: the embedded queue is a database of its own in this process. */
export const memory: Bench = {
  name: 'memory',
  title: 'resident memory over many pages',
  async run(options): Promise<BenchReport> {
    const pages = options.long ? 100_000 : 3000
    const { idle, samples } = await measure(pages, options)
    const half = Math.floor(samples.length / 2)
    const [first, second] = [samples.slice(half >> 1, half), samples.slice(half)].map(part => Math.max(...part.map(({ mb }) => mb)))
    const growth = (second ?? 0) - (first ?? 0)
    const top = Math.max(...samples.map(({ mb }) => mb))
    const step = Math.max(1, Math.ceil(samples.length / 20))
    return {
      columns: ['second', 'resident MB'],
      rows: samples.filter((_, index) => index % step === 0 || index === samples.length - 1).map(({ seconds, mb }) => [seconds.toFixed(0), mb.toFixed(0)]),
      notes: [
        `${pages} pages of 63 KB found and read by one process (API, workers, SQLite; queue on Redis). Before the run ${idle.toFixed(0)} MB, at most ${top.toFixed(0)} MB, the second half ${growth >= 0 ? '+' : ''}${growth.toFixed(0)} MB against the second quarter.`,
      ],
      missed: [
        ...top > mostMb ? [`at most ${top.toFixed(0)} MB of ${mostMb} MB`] : [],
        ...growth > mostGrowthMb ? [`growth of ${growth.toFixed(0)} MB in the second half`] : [],
      ],
    }
  },
}

async function measure(pages: number, { say }: BenchOptions): Promise<{ idle: number, samples: Sample[] }> {
  await using shop = await startBenchShop(pages, 'json-ld')
  await using redis = await startRedis()
  await using installation = await startInstallation(shop, { REDIS_URL: redis.url })
  const { pid } = installation.gleaner
  const idle = await residentMb(pid)
  say(`idle: ${idle.toFixed(0)} MB`)
  const samples: Sample[] = []
  const startedAt = performance.now()
  const timer = setInterval(() => {
    void residentMb(pid).then(mb => samples.push({ seconds: (performance.now() - startedAt) / 1000, mb }), () => undefined)
  }, everyMs)
  const { details } = await installation.scrape({}).finally(() => clearInterval(timer))
  if (details.read !== pages)
    throw new Error(`Of ${pages} pages ${details.read} were read: ${JSON.stringify(details.failures[0])}`)
  return { idle, samples }
}
