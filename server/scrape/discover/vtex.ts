import type { Telling } from '../../contract/told.ts'
import type { JsonObject } from './json.ts'
import type { DiscoverContext, Strategy } from './strategy.ts'
import { tell } from '../../contract/told.ts'
import { Paged, resumedState } from './cursor.ts'
import { explain } from './explain.ts'
import { objects } from './json.ts'
import { metBefore, productsMet } from './products-met.ts'
import { vtexProduct } from './vtex-product.ts'

const perPage = 50
/** VTEX answers 400 to a `_from` beyond this one (help.vtex.com, "Catalog Search API limited to 2500 results"). */
const lastFrom = 2500
const source = 'Catalog Search API'

/** VTEX's public catalogue search, fifty products at a time, the total in its `resources` header. Asked only where a page is VTEX's. */
export const vtex: Strategy = {
  name: 'vtex',
  fits: ({ front, scope }) => front.platform === 'vtex' && scope.list === null,
  async* find(context) {
    const currency = /"(?:currency|currencyCode)"\s*:\s*"([A-Z]{3})"/.exec(context.front.page?.html ?? '')?.[1] ?? null
    const stopped = resumedState(context, Paged)
    let { found, total } = stopped ?? { found: 0, total: null }
    for (let page = stopped?.page ?? 0; page * perPage <= lastFrom; page++) {
      const answer = await ask(context, page)
      if ('why' in answer)
        return { complete: false, told: [...metBefore(found), answer.why] }
      total = answer.total ?? total
      const products = answer.rows.flatMap(row => vtexProduct(row, context.base.origin, currency) ?? [])
      found += products.length
      context.progress(total, tell('reading-page', { source: 'VTEX', page: page + 1 }))
      context.mark({ page: page + 1, found, total } satisfies Paged)
      if (products.length > 0)
        yield products
      if (answer.rows.length === 0 || (total !== null && (page + 1) * perPage >= total))
        return { complete: total !== null && found >= total, told: [productsMet(found, total), tell('pages-of', { n: page + 1, source })] }
    }
    return { complete: false, told: [productsMet(found, total), tell('list-ends', { source })] }
  },
}

async function ask(context: DiscoverContext, page: number): Promise<{ rows: JsonObject[], total: number | null } | { why: Telling }> {
  const from = page * perPage
  const url = `${context.base.origin}/api/catalog_system/pub/products/search?_from=${from}&_to=${from + perPage - 1}&O=OrderByNameASC`
  try {
    const { data, headers } = await context.client.json(url, { signal: context.signal })
    const total = /\/(\d{1,9})$/.exec(headers.resources ?? '')?.[1]
    return Array.isArray(data) ? { rows: objects(data), total: total === undefined ? null : Number(total) } : { why: tell('lists-no-products', { what: source }) }
  }
  catch (error) {
    if (page > 0)
      context.fail(url, error)
    return { why: explain(source, error, context) }
  }
}
