import { isShopUrl } from '../url/canonical.ts'

/**
 * The arguments of a product's address that the address which its page gives itself leaves out: they say by which list it was
 * reached (`?path=24&product_id=7`), so that one product has as many addresses as lists. Null where the two differ otherwise,
 * or the page gives none.
 */
export function leftOut(address: string, canonical: string | null): string[] | null {
  const own = canonical === null ? null : URL.parse(canonical)
  const url = new URL(address)
  if (own === null || !isShopUrl(own, url) || own.pathname !== url.pathname)
    return null
  const kept = [...own.searchParams].every(([name, value]) => url.searchParams.get(name) === value)
  return kept ? [...new Set(url.searchParams.keys())].filter(name => !own.searchParams.has(name)) : null
}

/** The address without some of its arguments, the others as they stand. */
export function withoutArguments(address: string, names: readonly string[]): string {
  if (names.length === 0)
    return address
  const url = new URL(address)
  url.search = url.search.slice(1).split('&').filter(part => !names.includes(new URLSearchParams(part).keys().next().value ?? '')).join('&')
  return url.href
}
