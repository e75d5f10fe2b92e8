import type { Telling } from '../../contract/told.ts'
import type { JsonObject } from './json.ts'
import type { DiscoverContext, Strategy } from './strategy.ts'
import { tell } from '../../contract/told.ts'
import { Paged, resumedState } from './cursor.ts'
import { explain } from './explain.ts'
import { integer, isObject, objects } from './json.ts'
import { metBefore, productsMet } from './products-met.ts'
import { spreeProduct } from './spree-product.ts'

const perPage = 100
const mostPages = 2000
const source = 'Storefront API'

/** Spree's Storefront API (version 2) answers anybody. Asked only where a page is made by its storefront. */
export const spree: Strategy = {
  name: 'spree',
  fits: ({ front, scope }) => front.platform === 'spree' && scope.list === null,
  async* find(context) {
    const stopped = resumedState(context, Paged)
    let { found, total } = stopped ?? { found: 0, total: null }
    for (let page = stopped?.page ?? 1; page <= mostPages; page++) {
      const answer = await ask(context, page)
      if ('why' in answer)
        return { complete: false, told: [...metBefore(found), answer.why] }
      total = answer.total ?? total
      const products = answer.rows.flatMap(row => spreeProduct(row, context.base.origin) ?? [])
      found += products.length
      context.progress(total, tell('reading-page', { source: 'Spree', page }))
      context.mark({ page: page + 1, found, total } satisfies Paged)
      if (products.length > 0)
        yield products
      if (answer.rows.length === 0 || (total !== null && page * perPage >= total))
        return { complete: total !== null && found >= total, told: [productsMet(found, total), tell('pages-of', { n: page, source })] }
    }
    return { complete: false, told: [productsMet(found), tell('stopped-at-page', { page: mostPages })] }
  },
}

async function ask(context: DiscoverContext, page: number): Promise<{ rows: JsonObject[], total: number | null } | { why: Telling }> {
  const url = `${context.base.origin}/api/v2/storefront/products?page=${page}&per_page=${perPage}`
  try {
    const { data } = await context.client.json(url, { signal: context.signal })
    if (!isObject(data) || !Array.isArray(data.data))
      return { why: tell('lists-no-products', { what: source }) }
    return { rows: objects(data.data), total: isObject(data.meta) ? integer(data.meta.total_count) : null }
  }
  catch (error) {
    if (page > 1)
      context.fail(url, error)
    return { why: explain(source, error, context) }
  }
}
