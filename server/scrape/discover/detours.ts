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

/**
 * The folder in which a product's page says that it lives, where that is another one than its address has and the last part is the
 * same (`/sale/red-mug` is `/p/red-mug`): each list has an address of its own for it. Null where it lives at its address, or
 * elsewhere in another way.
 */
export function homeOf(address: string, canonical: string | null): string | null {
  const own = canonical === null ? null : URL.parse(canonical)
  const url = new URL(address)
  const at = url.pathname.lastIndexOf('/') + 1
  const ownAt = own === null ? 0 : own.pathname.lastIndexOf('/') + 1
  const isHere = own === null || !isShopUrl(own, url) || own.pathname === url.pathname
  return isHere || url.search !== '' || own.search !== '' || at === url.pathname.length || url.pathname.slice(at) !== own.pathname.slice(ownAt) ? null : own.pathname.slice(0, ownAt)
}

/** The address in another folder; in its own where there is none. */
export function movedTo(folder: string | undefined, address: string): string {
  if (folder === undefined)
    return address
  const url = new URL(address)
  url.pathname = folder + url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  return url.href
}

/** The address without some of its arguments, the others as they stand. */
export function withoutArguments(address: string, names: readonly string[]): string {
  if (names.length === 0)
    return address
  const url = new URL(address)
  url.search = url.search.slice(1).split('&').filter(part => !names.includes(new URLSearchParams(part).keys().next().value ?? '')).join('&')
  return url.href
}
