import type { Page } from '../page.ts'
import type { Json, JsonObject } from '../relaxed-json.ts'
import type { Found, Role } from './keys.ts'
import type { StateValue } from './literals.ts'
import { bareAddress, isInAddress, nameMatch } from '../identity.ts'
import { isObject } from '../relaxed-json.ts'
import { rolesOf, scalarOf, textsOf } from './keys.ts'

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
/** The one variant that a product's page shows, or the only one there is. */
const OWN_VARIANT = /^\.(?:\w*(?:selected|current|default|first|master|active|chosen)\w*(?:variant|variation|sku|offer|item|article|sibling)\w*|variants?(?:\.nodes|\.edges)?\[0\](?:\.node)?|skus?\[0\]|offers?\[0\])$/i
/** Names of the list that holds what a product is sold as. */
const VARIANTS = ['variants', 'variations', 'skus', 'offers']
/** React's server components nest as deep as the page does. */
const BUDGET = { nodes: 150_000, products: 300, depth: 50, variantDepth: 4 }

interface Place {
  value: Json
  path: string
  depth: number
  /** The page's product that this is a part of. */
  owner: { product: StateProduct, depth: number } | null
}

/** Finds the product-like objects that speak of the page's own product, surest first. */
export function stateProducts(values: StateValue[], page: Page): StateProduct[] {
  const products: StateProduct[] = []
  let nodes = 0
  for (const { value, path, hint } of values) {
    const queue: Place[] = [{ value, path, depth: 0, owner: null }]
    for (let at = 0; at < queue.length && nodes < BUDGET.nodes && products.length < BUDGET.products; at++, nodes++) {
      const { value: each, path: here, depth, owner } = queue[at]!
      if (Array.isArray(each)) {
        if (depth < BUDGET.depth)
          each.slice(0, 2000).forEach((child, index) => typeof child === 'object' && child !== null && queue.push({ value: child, path: `${here}[${index}]`, depth: depth + 1, owner: each.length === 1 ? owner : null }))
        continue
      }
      if (!isObject(each))
        continue
      const product = asProduct(each, { path: here, hint, owner }, page)
      if (product)
        products.push(product)
      const inner = product && product.certainty > 0 && product.roles.has('name') ? { product, depth } : owner && depth - owner.depth < BUDGET.variantDepth ? owner : null
      if (depth >= BUDGET.depth)
        continue
      for (const [key, child] of Object.entries(each)) {
        if (typeof child === 'object' && child !== null)
          queue.push({ value: child, path: `${here}.${key}`, depth: depth + 1, owner: inner })
      }
    }
  }
  return products.filter(product => product.certainty > 0).sort((a, b) => b.certainty - a.certainty)
}

function asProduct(object: JsonObject, { path, hint, owner }: Pick<Place, 'path' | 'owner'> & { hint: string }, page: Page): StateProduct | null {
  const roles = rolesOf(object, path)
  const has = (role: Role) => roles.has(role)
  const hasVariants = VARIANTS.some(name => Array.isArray(object[name]) && object[name].some(isObject))
  const isVariant = owner !== null && OWN_VARIANT.test(path.slice(owner.product.path.length))
  const telling = Number(has('name')) + Number(has('price')) + Number(has('sku') || has('id')) + Number(has('brand')) + Number(has('gtin')) + Number(hasVariants)
  if (telling < (isVariant ? 1 : 2) || !(has('price') || has('sku') || has('id') || has('gtin') || has('brand') || hasVariants) || !(isVariant || has('name') || has('id') || has('sku')))
    return null
  const where = `${hint} ${path}`
  const inherited = isVariant ? owner.product.certainty * 0.95 : 0
  return { object, roles, path, certainty: Math.max(inherited, certaintyOf(roles, where, page)), isAnalytics: ANALYTICS.test(where) }
}

function certaintyOf(roles: Map<Role, Found[]>, where: string, page: Page): number {
  const names = (roles.get('name') ?? []).flatMap(({ value }) => textsOf(value))
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
