import type { Recipe } from '../../../server/contract/recipe.ts'
import type { Bench, BenchOptions, BenchReport } from '../bench.ts'
import type { PageKind } from '../shop/page.ts'
import { startBenchShop } from '../shop/shop.ts'
import { baseline } from './baseline.ts'
import { startInstallation } from './installation.ts'

interface Case {
  kind: PageKind
  title: string
  target: number
  recipe: Recipe | null
  pages: { long: number, short: number }
}

const recipe: Recipe = {
  fields: {
    name: { selector: 'h1.product__title' },
    price: { selector: '.product__price .amount' },
    currency: { selector: '.product__price .unit' },
    availability: { selector: '.product__stock' },
    sku: { selector: '.product__code' },
    images: { selector: 'img.product__image', attribute: 'src' },
  },
}

const cases: readonly Case[] = [
  { kind: 'json-ld', title: 'JSON-LD', target: 1200, recipe: null, pages: { long: 10_000, short: 4000 } },
  { kind: 'markup', title: 'CSS recipe', target: 350, recipe, pages: { long: 4000, short: 1500 } },
]

/** From the shop's pages to stored rows, through the whole of Gleaner. */
export const scrape: Bench = {
  name: 'scrape',
  title: 'pages of 63 KB, from a shop on loopback to stored rows',
  async run(options): Promise<BenchReport> {
    const measured = []
    for (const each of cases)
      measured.push({ ...each, ...await measure(each, options) })
    return {
      columns: ['page', 'pages', 'pages/s to stored row', 'target', 'CPU ms/page', 'baseline pages/s', 'share of baseline'],
      rows: measured.map(({ title, pages, perSecond, target, cpu, base }) => [title, pages, perSecond.toFixed(0), target, cpu.toFixed(2), base.toFixed(0), `${(100 * perSecond / base).toFixed(0)} %`]),
      notes: [
        'The shop is a process of its own and shares the cores with the reader. The reader is `server/main.ts` with its defaults but for `SCRAPE_PAGES_AT_ONCE=32` and a brand that allows 16 requests at a time without delay: job from its first claim to its end, fetch, parse threads, merge, evidence and rows in SQLite (`synchronous=FULL`) included. The baseline, in the same run: one thread with undici and `JSON.parse` of the JSON-LD block, which stores nothing.',
      ],
      missed: measured.filter(({ perSecond, target }) => perSecond < target).map(({ title, perSecond, target }) => `${title}: ${perSecond.toFixed(0)} of ${target} pages/s`),
    }
  },
}

async function measure({ kind, recipe, pages, title }: Case, { long, say }: BenchOptions): Promise<{ pages: number, perSecond: number, cpu: number, base: number }> {
  const count = long ? pages.long : pages.short
  await using shop = await startBenchShop(count, kind)
  const base = await baselineOf(count, say)
  await using installation = await startInstallation(shop)
  const { found, details, detailsMs, detailsCpuMs } = await installation.scrape({ recipe })
  if (found.found !== count || details.read !== count || details.coverage.price !== count)
    throw new Error(`Of ${count} pages ${found.found} were found, ${details.read} read, ${details.coverage.price} with a price: ${JSON.stringify(details.failures[0])}`)
  const perSecond = count / detailsMs * 1000
  say(`${title}: ${perSecond.toFixed(0)} pages/s`)
  return { pages: count, perSecond, cpu: detailsCpuMs / count, base }
}

/** Always on pages with JSON-LD, before the reader starts: a yardstick for the machine as it is now. */
async function baselineOf(count: number, say: BenchOptions['say']): Promise<number> {
  await using shop = await startBenchShop(count, 'json-ld')
  const paths = Array.from({ length: Math.min(count, 4000) }, (_, index) => new URL(shop.pageUrl(index)).pathname)
  const base = await baseline(shop.origin, paths, 16)
  say(`baseline: ${base.toFixed(0)} pages/s`)
  return base
}
