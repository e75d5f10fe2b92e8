import type { Telling } from '../../contract/told.ts'
import type { JsonObject } from './json.ts'
import type { DiscoverContext, Strategy } from './strategy.ts'
import { tell } from '../../contract/told.ts'
import { Paged, resumedState } from './cursor.ts'
import { explain } from './explain.ts'
import { integer, isObject, objects } from './json.ts'
import { magentoProduct } from './magento-product.ts'
import { metBefore, productsMet } from './products-met.ts'

const perPage = 100
const mostPages = 2000
const source = 'GraphQL'

const fields = 'id sku name url_key url_suffix canonical_url stock_status description{html} image{url} media_gallery{url} categories{name} price_range{minimum_price{final_price{value currency} regular_price{value currency}}}'

/** Magento 2 and Adobe Commerce: their GraphQL answers anybody, over GET so that caches help. Asked only where a page says "Magento". */
export const magento: Strategy = {
  name: 'magento',
  fits: ({ front, scope }) => front.platform === 'magento' && scope.list === null,
  async* find(context) {
    const stopped = resumedState(context, Paged)
    let found = stopped?.found ?? 0
    for (let page = stopped?.page ?? 1; page <= mostPages; page++) {
      const answer = await ask(context, page)
      if ('why' in answer)
        return { complete: false, told: [...metBefore(found), answer.why] }
      const products = answer.items.flatMap(item => magentoProduct(item, context.base.origin) ?? [])
      found += products.length
      context.progress(answer.total, tell('reading-page', { source: 'Magento', page }))
      context.mark({ page: page + 1, found, total: answer.total } satisfies Paged)
      if (products.length > 0)
        yield products
      if (answer.items.length === 0 || page * perPage >= answer.total)
        return { complete: found >= answer.total, told: [productsMet(found, answer.total), tell('pages-of', { n: page, source })] }
    }
    return { complete: false, told: [productsMet(found), tell('stopped-at-page', { page: mostPages })] }
  },
}

async function ask(context: DiscoverContext, page: number): Promise<{ items: JsonObject[], total: number } | { why: Telling }> {
  const query = `{products(filter:{price:{from:"0"}},sort:{name:ASC},pageSize:${perPage},currentPage:${page}){total_count items{${fields}}}}`
  const url = `${context.base.origin}/graphql?query=${encodeURIComponent(query)}`
  try {
    const { data } = await context.client.json(url, { signal: context.signal })
    const products = isObject(data) && isObject(data.data) && isObject(data.data.products) ? data.data.products : null
    return products ? { items: objects(products.items), total: integer(products.total_count) ?? 0 } : { why: tell('lists-no-products', { what: source }) }
  }
  catch (error) {
    if (page > 1)
      context.fail(url, error)
    return { why: explain(source, error, context) }
  }
}
