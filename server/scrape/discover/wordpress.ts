import type { Telling } from '../../contract/told.ts'
import type { DiscoveredProduct } from '../ports.ts'
import type { JsonObject } from './json.ts'
import type { DiscoverContext, Strategy } from './strategy.ts'
import { tell } from '../../contract/told.ts'
import { cleanText } from '../normalize/index.ts'
import { Paged, resumedState } from './cursor.ts'
import { explain } from './explain.ts'
import { integer, isObject, objects, text, timestamp } from './json.ts'
import { metBefore, productsMet } from './products-met.ts'
import { wordPressRoot } from './woocommerce.ts'

const perPage = 100
const mostPages = 2000
const source = 'wp/v2/product'

/** WordPress's own API lists WooCommerce's products (address and date, no prices) where a shop has closed the Store API. */
export const wordpress: Strategy = {
  name: 'wordpress',
  fits: ({ front, scope }) => (front.platform === 'woocommerce' || front.platform === 'wordpress') && scope.list === null,
  async* find(context) {
    const stopped = resumedState(context, Paged)
    let { found, total } = stopped ?? { found: 0, total: null }
    for (let page = stopped?.page ?? 1; page <= mostPages; page++) {
      const answer = await ask(context, page)
      if ('why' in answer)
        return { complete: false, told: [...metBefore(found), answer.why] }
      total ??= answer.total
      const products = answer.rows.flatMap(row => toProduct(row) ?? [])
      found += products.length
      context.progress(total, tell('reading-page', { source: 'WordPress', page }))
      context.mark({ page: page + 1, found, total } satisfies Paged)
      if (products.length > 0)
        yield products
      if (answer.rows.length < perPage || (total !== null && page * perPage >= total))
        return { complete: total === null || found >= total, told: [productsMet(found), tell('pages-of', { n: page, source })] }
    }
    return { complete: false, told: [productsMet(found), tell('stopped-at-page', { page: mostPages })] }
  },
}

async function ask(context: DiscoverContext, page: number): Promise<{ rows: JsonObject[], total: number | null } | { why: Telling }> {
  const url = `${wordPressRoot(context)}/wp-json/wp/v2/product?per_page=${perPage}&page=${page}&orderby=id&order=asc&_fields=id,link,modified_gmt,title,status`
  try {
    const { data, headers } = await context.client.json(url, { signal: context.signal })
    return Array.isArray(data) ? { rows: objects(data), total: integer(headers['x-wp-total']) } : { why: tell('lists-no-products', { what: source }) }
  }
  catch (error) {
    if (page > 1)
      context.fail(url, error)
    return { why: explain(source, error, context) }
  }
}

function toProduct(row: JsonObject): DiscoveredProduct | null {
  const id = text(row.id)
  const url = text(row.link)
  const name = isObject(row.title) ? text(row.title.rendered) : null
  if (id === null || url === null || !URL.canParse(url))
    return null
  const modified = text(row.modified_gmt)
  return { key: `woo:${id}`, url, draft: name === null ? {} : { name: cleanText(name) }, lastModified: timestamp(modified === null ? null : `${modified}Z`) }
}
