import type { Page } from '../page.ts'
import type { Json, JsonObject } from '../relaxed-json.ts'
import type { Found, Role } from './keys.ts'
import type { StateValue } from './literals.ts'
import { bareAddress, isInAddress, nameMatch } from '../identity.ts'
import { isObject } from '../relaxed-json.ts'
import { rolesOf, scalarOf } from './keys.ts'

/** An object of embedded state that describes a product, and how sure it is that it is the page's own. */
export interface StateProduct {
  object: JsonObject
  roles: Map<Role, Found[]>
  path: string
  certainty: number
  isAnalytics: boolean
}

const OTHERS = /related|recommend|similar|upsell|cross.?sell|carousel|impression|also|recent|viewed|cart|basket|wishlist|item_list|suggest|accessor|bundle|bestsell|listing|search|promotion|facets?|filters?|menu|navigation|banner|footer/i
const ANALYTICS = /dataLayer|gtag|fbq|ecommerce|digitalData|utag|analytics|_satellite|ga\(|track|pixel|gtm|view_?item|viewcontent|ecomm_|criteo|dynx/i
const DETAIL = /view_?item(?!_list)|viewcontent|detail|product_?view|offerdetail|currentproduct|pdp|productpage/i
const BUDGET = { nodes: 150_000, products: 300, depth: 14 }

/** Finds the product-like objects that speak of the page's own product, surest first. */
export function stateProducts(values: StateValue[], page: Page): StateProduct[] {
  const products: StateProduct[] = []
  let nodes = 0
  for (const { value, path, hint } of values) {
    const queue: { value: Json, path: string, depth: number }[] = [{ value, path, depth: 0 }]
    for (let at = 0; at < queue.length && nodes < BUDGET.nodes && products.length < BUDGET.products; at++, nodes++) {
      const { value: each, path: here, depth } = queue[at]!
      if (Array.isArray(each)) {
        if (depth < BUDGET.depth)
          each.slice(0, 2000).forEach((child, index) => typeof child === 'object' && child !== null && queue.push({ value: child, path: `${here}[${index}]`, depth: depth + 1 }))
        continue
      }
      if (!isObject(each))
        continue
      const product = asProduct(each, here, hint, page)
      if (product)
        products.push(product)
      if (depth >= BUDGET.depth)
        continue
      for (const [key, child] of Object.entries(each)) {
        if (typeof child === 'object' && child !== null)
          queue.push({ value: child, path: `${here}.${key}`, depth: depth + 1 })
      }
    }
  }
  return products.filter(product => product.certainty > 0).sort((a, b) => b.certainty - a.certainty)
}

function asProduct(object: JsonObject, path: string, hint: string, page: Page): StateProduct | null {
  const roles = rolesOf(object, path)
  const has = (role: Role) => roles.has(role)
  const telling = Number(has('name')) + Number(has('price')) + Number(has('sku') || has('id')) + Number(has('brand')) + Number(has('gtin'))
  if (telling < 2 || !(has('price') || has('sku') || has('id') || has('gtin') || has('brand')) || !(has('name') || has('id') || has('sku')))
    return null
  const where = `${hint} ${path}`
  return { object, roles, path, certainty: certaintyOf(roles, where, page), isAnalytics: ANALYTICS.test(where) }
}

function certaintyOf(roles: Map<Role, Found[]>, where: string, page: Page): number {
  const names = (roles.get('name') ?? []).flatMap(({ value }) => scalarOf(value) ?? [])
  const named = Math.max(0, ...names.map(name => nameMatch(name, page.identity)))
  const ids = [...(roles.get('sku') ?? []), ...(roles.get('id') ?? []), ...(roles.get('gtin') ?? [])].flatMap(({ value }) => scalarOf(value) ?? [])
  const addressed = ids.some(id => isInAddress(id, page.identity)) || (roles.get('url') ?? []).some(({ value }) => typeof value === 'string' && page.identity.addresses.has(bareAddress(value, page.base) ?? ''))
  const elsewhere = OTHERS.test(where)
  if (named >= 0.85)
    return addressed ? 1 : elsewhere ? 0.6 : 0.97
  if (addressed)
    return elsewhere ? 0.5 : named >= 0.4 ? 0.95 : 0.88
  if (elsewhere || (names.length > 0 && named < 0.5))
    return 0
  return DETAIL.test(where) ? 0.85 : named >= 0.6 ? 0.8 : 0
}
