import type { Gleaner } from '../../e2e/gleaner.ts'

interface Listed { items: { id: string }[], nextCursor: string | null }

/** What the dashboard's pages ask for, by name. */
export async function requestsOf(gleaner: Gleaner): Promise<Record<string, string>> {
  const since = (days: number) => encodeURIComponent(new Date(Date.now() - days * 86_400_000).toISOString())
  const brands = await gleaner.get<Listed>('/api/brands?limit=200')
  // The newest brands come first: the last of the second page has the most jobs and products, the first one few.
  const oldest = await gleaner.get<Listed>(`/api/brands?limit=200&cursor=${brands.nextCursor}`)
  const [small, big] = [brands.items[0]!.id, oldest.items.at(-1)!.id]
  const failed = await gleaner.get<Listed>('/api/jobs?status=failed&limit=1')
  const job = failed.items[0]!.id
  const products = await gleaner.get<Listed>('/api/products?status=read&limit=1')
  const product = products.items[0]!.id
  const deep = await deepCursor(gleaner, '/api/products?sort=name&order=asc&limit=200')
  const deepJobs = await deepCursor(gleaner, '/api/jobs?sort=finished&limit=200')
  return {
    'overview': '/api/overview',
    'queues': '/api/queues',
    'series': '/api/series?span=hour',
    'failures': '/api/failures?limit=50',
    'failures of a brand': `/api/failures?limit=50&brandId=${big}`,
    'brands': '/api/brands?limit=50',
    'brands, names of all': '/api/brand-names',
    'brands, searched': '/api/brands?search=ka&limit=50',
    'brand, big': `/api/brands/${big}`,
    'brand, its products': `/api/products?brandId=${big}&limit=50`,
    'brand, its jobs': `/api/jobs?brandId=${big}&limit=20`,
    'exports': '/api/exports?limit=50',
    'schedules': '/api/schedules?limit=50',
    'workers': '/api/workers',
    'job': `/api/jobs/${job}`,
    'job, timeline': `/api/jobs/${job}/timeline?limit=100`,
    'job, flow': `/api/jobs/${job}/flow`,
    'job, ledger': `/api/jobs/${job}/ledger`,
    'jobs': '/api/jobs?limit=50',
    'jobs, failed': '/api/jobs?status=failed&limit=50',
    'jobs, two statuses': '/api/jobs?status=failed&status=cancelled&limit=50',
    'jobs, type and status': '/api/jobs?type=export-csv&status=completed&limit=50',
    'jobs, worker': '/api/jobs?worker=worker-3&status=failed&limit=50',
    'jobs, priority that none has': '/api/jobs?priority=99&limit=50',
    'jobs, last finished': '/api/jobs?sort=finished&limit=50',
    'jobs, last finished, deep': `/api/jobs?sort=finished&limit=50&cursor=${deepJobs}`,
    'jobs, longest failed': '/api/jobs?sort=duration&status=failed&limit=50',
    'jobs, longest of a small brand': `/api/jobs?sort=duration&brandId=${small}&limit=50`,
    'jobs, of a day': `/api/jobs?createdAfter=${since(30)}&createdBefore=${since(29)}&limit=50`,
    'jobs, search': '/api/jobs?search=blocked&limit=50',
    'jobs, search, beginning of a common word': '/api/jobs?search=sc&limit=50',
    'jobs, search, two words, failed': '/api/jobs?search=shopify%20scrape&status=failed&limit=50',
    'jobs, search, two words, failed, rare': '/api/jobs?search=slow%20details&status=failed&limit=50',
    'jobs, search, by duration': '/api/jobs?search=shopify&sort=duration&limit=50',
    'jobs, search, no such word': '/api/jobs?search=zzzyx&limit=50',
    'products': '/api/products?limit=50',
    'products, counts': '/api/products/counts',
    'products, unreadable': '/api/products?status=failed&limit=50',
    'products, discontinued': '/api/products?availability=Discontinued&limit=50',
    'products, in stock': '/api/products?availability=InStock&limit=50',
    'products, of a small brand by price': `/api/products?brandId=${small}&currency=EUR&sort=price&limit=50`,
    'products, of a big brand by name': `/api/products?brandId=${big}&sort=name&order=asc&limit=50`,
    'products, of a big brand, gone': `/api/products?brandId=${big}&status=gone&limit=50`,
    'products, price between': '/api/products?currency=EUR&priceMin=5000&priceMax=6000&limit=50',
    'products, few of a price': '/api/products?currency=JPY&priceMin=5000&priceMax=5100&limit=50',
    'products, cheapest': '/api/products?currency=EUR&sort=price&order=asc&limit=50',
    'products, changed since yesterday': `/api/products?changedAfter=${since(1)}&limit=50`,
    'products, last changed': '/api/products?sort=changed&limit=50',
    'products, last seen, gone': '/api/products?sort=seen&status=gone&limit=50',
    'products, without a price': '/api/products?missing=price&limit=50',
    'products, without a name': '/api/products?missing=name&limit=50',
    'products, with variants, in GBP': '/api/products?hasVariants=true&currency=GBP&limit=50',
    'products, rare among many': '/api/products?availability=Reserved&missing=description&hasVariants=true&limit=50',
    'products, by name': '/api/products?sort=name&order=asc&limit=50',
    'products, by name, deep': `/api/products?sort=name&order=asc&limit=50&cursor=${deep}`,
    'products, search': '/api/products?search=sneaker&limit=50',
    'products, search, beginning of a common word': '/api/products?search=sh&limit=50',
    'products, search, long beginning of a common word': '/api/products?search=product&limit=50',
    'products, search, three words': '/api/products?search=organic%20cotton%20shirt&limit=50',
    'products, search, two words, unreadable': '/api/products?search=black%20leather&status=failed&limit=50',
    'products, search in a small brand': `/api/products?search=shoe&brandId=${small}&limit=50`,
    'products, search by price': '/api/products?search=jacket&currency=EUR&sort=price&limit=50',
    'products, search, a GTIN': '/api/products?search=4000000700&limit=50',
    'products, search, no such word': '/api/products?search=zzzyx&limit=50',
    'product': `/api/products/${product}`,
    'product, changes': `/api/products/${product}/changes?limit=100`,
  }
}

/** A place some thousand rows into a list. */
async function deepCursor(gleaner: Gleaner, path: string): Promise<string> {
  let cursor = ''
  for (let page = 0; page < 20; page++)
    cursor = (await gleaner.get<Listed>(`${path}${cursor && `&cursor=${cursor}`}`)).nextCursor ?? cursor
  return cursor
}
