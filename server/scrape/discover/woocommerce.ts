import type { Telling } from '../../contract/told.ts'
import type { DiscoveredProduct } from '../ports.ts'
import type { JsonObject } from './json.ts'
import type { DiscoverContext, Strategy, StrategyOutcome } from './strategy.ts'
import { z } from 'zod'
import { tell } from '../../contract/told.ts'
import { Paged, resumedState } from './cursor.ts'
import { explain } from './explain.ts'
import { integer, objects, text } from './json.ts'
import { productsMet } from './products-met.ts'
import { wooProduct } from './woocommerce-product.ts'

const perPage = 100
const mostPages = 2000
const source = 'Store API'

/** Where the Store API lives, by version and permalink setting. */
const endpoints = ['/wp-json/wc/store/v1/products', '/index.php?rest_route=/wc/store/v1/products', '/wp-json/wc/store/products']

const State = Paged.extend({ endpoint: z.string() })
type State = z.infer<typeof State>

/** WooCommerce's Store API: every product, the totals in its headers, the variations of variable products by a second request per page. */
export const woocommerce: Strategy = {
  name: 'woocommerce',
  fits: ({ front, scope }) => ['woocommerce', 'wordpress', null].includes(front.platform) && scope.list === null,
  async* find(context) {
    const stopped = resumedState(context, State)
    const entry = stopped ? await nextPage(context, stopped) : await firstPage(context)
    if ('told' in entry)
      return entry
    let { products } = entry
    const { total } = entry
    let found = stopped?.found ?? 0
    for (let page = stopped?.page ?? 1; page <= mostPages; page++) {
      const batch = await withVariations(context, entry.endpoint, products)
      found += batch.length
      context.progress(total, tell('reading-page', { source: 'WooCommerce', page }))
      context.mark({ endpoint: entry.endpoint, page: page + 1, found, total } satisfies State)
      if (batch.length > 0)
        yield batch
      if (products.length === 0 || (total !== null && found >= total))
        return { complete: total === null || found >= total, told: [productsMet(found, total), tell('pages-of', { n: page, source })] }
      const next = await fetchPage(context, entry.endpoint, page + 1)
      if (next === null)
        return { complete: false, told: [productsMet(found), tell('page-unread', { page: page + 1, source })] }
      products = next
    }
    return { complete: false, told: [productsMet(found), tell('stopped-at-page', { page: mostPages })] }
  },
}

interface Entry { endpoint: string, products: JsonObject[], total: number | null }

async function nextPage(context: DiscoverContext, { endpoint, page, found, total }: State): Promise<Entry | StrategyOutcome> {
  const products = await fetchPage(context, endpoint, page)
  return products ? { endpoint, products, total } : { complete: false, told: [productsMet(found), tell('page-unread', { page, source })] }
}

async function firstPage(context: DiscoverContext): Promise<Entry | StrategyOutcome> {
  const told: Telling[] = []
  const isWordPress = context.front.platform !== null
  for (const path of isWordPress ? endpoints : endpoints.slice(0, 1)) {
    const endpoint = wordPressRoot(context) + path
    try {
      const { data, headers } = await context.client.json(pageUrl(endpoint, 1), { signal: context.signal })
      if (Array.isArray(data) && (data.length === 0 || objects(data).some(product => 'prices' in product)))
        return { endpoint, products: objects(data), total: integer(headers['x-wp-total']) }
      told.push(tell('not-of-platform', { what: path, platform: 'WooCommerce' }))
    }
    catch (error) {
      told.push(explain(path, error, context))
    }
  }
  return { complete: false, told }
}

async function fetchPage(context: DiscoverContext, endpoint: string, page: number): Promise<JsonObject[] | null> {
  const url = pageUrl(endpoint, page)
  try {
    return objects((await context.client.json(url, { signal: context.signal })).data)
  }
  catch (error) {
    context.fail(url, error)
    return null
  }
}

async function withVariations(context: DiscoverContext, endpoint: string, products: JsonObject[]): Promise<DiscoveredProduct[]> {
  const parents = products.filter(product => objects(product.variations).length > 0).flatMap(product => text(product.id) ?? [])
  const variations = parents.length > 0 ? await fetchVariations(context, endpoint, parents) : []
  return products.flatMap(product => wooProduct(product, variations.filter(variation => text(variation.parent) === text(product.id))) ?? [])
}

/** Prices and stock of the variations; without them a product still has its range of prices. */
async function fetchVariations(context: DiscoverContext, endpoint: string, parents: string[]): Promise<JsonObject[]> {
  const variations: JsonObject[] = []
  for (let page = 1; page <= 50; page++) {
    const url = `${pageUrl(endpoint, page)}&type=variation&parent=${parents.join(',')}`
    try {
      const { data, headers } = await context.client.json(url, { signal: context.signal })
      variations.push(...objects(data))
      if (objects(data).length < perPage || page >= (integer(headers['x-wp-totalpages']) ?? Number.POSITIVE_INFINITY))
        break
    }
    catch (error) {
      context.fail(url, error)
      break
    }
  }
  return variations
}

function pageUrl(endpoint: string, page: number): string {
  return `${endpoint}${endpoint.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}&orderby=id&order=asc`
}

/** WordPress may live in a folder: its pages name the root of its API. */
export function wordPressRoot({ base, front }: DiscoverContext): string {
  const api = /<link[^>]{0,100}https:\/\/api\.w\.org\/[^>]{0,100}href=["']([^"']{1,300}?)\/wp-json\/?["']/.exec(front.page?.html.slice(0, 200_000) ?? '')?.[1]
  return api !== undefined && URL.canParse(api) && new URL(api).host === base.host ? api : base.origin
}
