import type { DiscoverContext } from './strategy.ts'
import { explain } from './explain.ts'
import { isObject, objects, text } from './json.ts'

const perPage = 250
/** Shopify answers no page beyond this one, of any list. */
const lastPage = 100
const mostCollections = 5000

/** A page of one collection, with the number of collections that lie behind. */
export interface CollectionPage { products: Record<string, unknown>[], done: number }

/**
 * What `products.json` does not reach beyond its last page, collection by collection: most products are in one.
 * A collection that does not answer is counted as a failure and passed over. `size` is how many a full page has.
 */
export async function* collectionPages(context: DiscoverContext, root: string, { start, size }: { start: number, size: number }): AsyncGenerator<CollectionPage> {
  const handles = await collections(context, root)
  for (const [index, handle] of handles.entries()) {
    if (index < start)
      continue
    for (let page = 1; page <= lastPage; page++) {
      const products = await list(context, `${root}/collections/${encodeURIComponent(handle)}/products.json?limit=${perPage}&page=${page}`, 'products')
      const isLast = products.length < size || page === lastPage
      yield { products, done: isLast ? index + 1 : index }
      if (isLast)
        break
    }
  }
}

async function collections(context: DiscoverContext, root: string): Promise<string[]> {
  const handles = new Set<string>()
  for (let page = 1; page <= lastPage && handles.size < mostCollections; page++) {
    const rows = await list(context, `${root}/collections.json?limit=${perPage}&page=${page}`, 'collections')
    for (const row of rows) {
      const handle = text(row.handle)
      if (handle !== null)
        handles.add(handle)
    }
    if (rows.length < perPage)
      break
  }
  return [...handles]
}

async function list(context: DiscoverContext, url: string, name: string): Promise<Record<string, unknown>[]> {
  try {
    const { data } = await context.client.json(url, { signal: context.signal })
    return isObject(data) ? objects(data[name]) : []
  }
  catch (error) {
    explain(url, error, context)
    context.fail(url, error)
    return []
  }
}
