import type { DiscoveredProduct } from '../ports.ts'
import type { DiscoverContext, Strategy, StrategyOutcome } from './strategy.ts'
import { z } from 'zod'
import { tell } from '../../contract/told.ts'
import { resumedState } from './cursor.ts'
import { explain } from './explain.ts'
import { isObject, objects, text } from './json.ts'
import { productsMet } from './products-met.ts'
import { collectionPages } from './shopify-collections.ts'
import { shopifyProduct } from './shopify-product.ts'

const perPage = 250
const source = 'products.json'
/** Shopify answers no page beyond this one. */
const lastPage = 100
/** `/meta.json` counts products that are in no list, too; where more than this share is missing, a page was cut short. */
const mostlyThere = 0.9

const State = z.object({
  root: z.object({ shop: z.string(), list: z.string() }),
  page: z.number().int(),
  found: z.number().int(),
  /** How many products a full page has: a shop's server may give fewer than it is asked for. */
  size: z.number().int().default(perPage),
  currency: z.string().nullable(),
  total: z.number().int().nullable(),
  /** Collections that lie behind, once the pages are all read. */
  done: z.number().int().default(0),
})
type State = z.infer<typeof State>

/** Shopify's public `/products.json` (pages of 250), with the currency from `/meta.json`, or below the collection that the brand's address names. */
export const shopify: Strategy = {
  name: 'shopify',
  fits: ({ front, scope }) => (front.platform ?? 'shopify') === 'shopify' && (scope.list === null || /\/collections\//.test(scope.list)),
  async* find(context) {
    const stopped = resumedState(context, State)
    const root = stopped?.root ?? await rootOf(context)
    let { found, size, currency, total } = stopped ?? { found: 0, size: perPage, currency: null, total: null }
    const met = new Set<string>()
    for (let page = stopped?.page ?? 1; page <= lastPage; page++) {
      const url = `${root.list}/products.json?limit=${perPage}&page=${page}`
      const answer = await ask(context, url, page)
      if ('told' in answer)
        return answer
      if (page === 1) {
        size = answer.products.length
        const meta = await shopMeta(context, root.shop)
        currency = meta.currency
        total = root.list === root.shop ? meta.products : null
      }
      const products = answer.products.flatMap(product => shopifyProduct(product, root.shop, currency) ?? [])
      const fresh = products.filter(product => !met.has(product.key))
      fresh.forEach(product => met.add(product.key))
      found += fresh.length
      context.progress(total, tell('reading-page', { source, page }))
      context.mark({ root, page: page + 1, found, size, currency, total, done: 0 } satisfies State)
      if (products.length > 0)
        yield products
      // A first page that is not full may be all there is, or all that this server gives at a time; one that repeats is the end.
      const isShort = answer.products.length < size || (page === 1 && total !== null && found >= total)
      if (fresh.length === 0 || (isShort && found >= (total ?? 0)))
        return { complete: total === null || found >= total * mostlyThere, told: [productsMet(found), tell('pages-of', { n: page, source })] }
    }
    if (root.list !== root.shop)
      return { complete: false, told: [productsMet(found), tell('ends-at-page', { source, page: lastPage })] }
    for await (const { products: rows, done } of collectionPages(context, root.shop, { start: stopped?.done ?? 0, size })) {
      // Most products are in several collections, and in the pages before.
      const products = once(rows.flatMap(row => shopifyProduct(row, root.shop, currency) ?? [])).filter(product => !context.isMet(product.url))
      found += products.length
      context.progress(total, tell('reading-collections', { n: done }))
      context.mark({ root, page: lastPage + 1, found, size, currency, total, done } satisfies State)
      if (products.length > 0)
        yield products
      if (total !== null && found >= total)
        break
    }
    return { complete: total !== null && found >= total, told: [productsMet(found, total), tell('ends-at-page', { source, page: lastPage }), tell('rest-from-collections')] }
  },
}

function once(products: DiscoveredProduct[]): DiscoveredProduct[] {
  return [...new Map(products.map(product => [product.key, product])).values()]
}

type Answer = { products: Record<string, unknown>[] } | StrategyOutcome

async function ask(context: DiscoverContext, url: string, page: number): Promise<Answer> {
  try {
    const { data } = await context.client.json(url, { signal: context.signal })
    if (isObject(data) && Array.isArray(data.products))
      return { products: objects(data.products) }
    return { complete: false, told: [tell('not-of-platform', { what: '/products.json', platform: 'Shopify' })] }
  }
  catch (error) {
    // The first page asks whether this is Shopify at all: a "no" is no failure.
    if (page > 1)
      context.fail(url, error)
    return { complete: false, told: [explain('/products.json', error, context)] }
  }
}

/** `/meta.json` names the currency and counts the products; a shop's pages name the currency too. */
async function shopMeta(context: DiscoverContext, root: string): Promise<{ currency: string | null, products: number | null }> {
  const options = { signal: context.signal }
  const meta = await quietly(context, async () => (await context.client.json(`${root}/meta.json`, options)).data)
  if (isObject(meta) && currencyCode(meta.currency) !== null)
    return { currency: currencyCode(meta.currency), products: typeof meta.published_products_count === 'number' ? meta.published_products_count : null }
  const active = /Shopify\.currency\s*=\s*\{\s*"active"\s*:\s*"([A-Z]{3})"/.exec(context.front.page?.html ?? '')
  return { currency: active?.[1] ?? null, products: null }
}

async function quietly<Value>(context: DiscoverContext, act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act()
  }
  catch {
    context.signal.throwIfAborted()
    return null
  }
}

function currencyCode(value: unknown): string | null {
  const code = text(value)
  return code !== null && /^[A-Z]{3}$/.test(code) ? code : null
}

/** `shop` ends before `/products/…`, a market's prefix such as `/en-de` kept where it answers; `list` may go into a collection. */
async function rootOf({ base, scope, client, signal }: DiscoverContext): Promise<{ shop: string, list: string }> {
  const collection = /\/collections\/(?!all(?:\/|$))[^/]+/.exec(scope.list ?? '')?.[0] ?? ''
  const prefixed = base.origin + scope.market
  const answers = scope.market === '' || await client.json(`${prefixed}/products.json?limit=1`, { signal }).then(() => true, () => false)
  const shop = answers ? prefixed : base.origin
  return { shop, list: shop + collection }
}
