import { isTracking, isVariant } from './tracking.ts'

/** An absolute http(s) address without fragment, from a link as it stands in a page; null for anything else. */
export function resolveLink(href: string, base: string): string | null {
  const text = href.trim()
  const url = text === '' || text.startsWith('#') ? null : URL.parse(text, base)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '')
    return null
  url.hash = ''
  return url.href
}

/** The address to fetch and to show: without tracking parameters and session ids, its arguments in their own order. */
export function cleanUrl(href: string): string {
  const url = new URL(href)
  // Most addresses carry nothing: writing to a URL costs more than looking.
  if (!/[?#;]/.test(url.href))
    return url.href
  url.hash = ''
  url.pathname = url.pathname.replace(/;(?:jsessionid|phpsessid|sid)=[^/;]*/gi, '')
  const kept = parameters(url).filter(({ name, value }) => !isTracking(name, value))
  url.search = kept.map(({ text }) => text).join('&')
  return url.href
}

/**
 * One spelling of an address for telling whether two are the same page: cleaned, variant choice dropped, arguments
 * sorted, percent-encoding made uniform. A key, not always an address that can be fetched.
 */
export function canonicalUrl(href: string): string {
  const url = new URL(cleanUrl(href))
  url.pathname = uniformEscapes(foldPath(url.pathname))
  url.search = parameters(url)
    .filter(({ name }) => !isVariant(name))
    .sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value))
    .map(({ text }) => uniformParameter(text))
    .join('&')
  return url.href
}

/** Identity of a page within a shop: canonical, and blind to `http`/`https`, `www.` and a last slash. */
export function urlKey(href: string): string {
  const url = new URL(canonicalUrl(href))
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, '') : url.pathname
  return `url:${url.host.replace(/^www\./, '')}${path}${url.search}`
}

/** Whether an address belongs to the shop: its host, `www.` or not, or a host below it. */
export function isShopUrl(href: string | URL, shop: URL): boolean {
  const { host: full } = typeof href === 'string' ? new URL(href) : href
  if (full === shop.host)
    return true
  const bare = (host: string): string => host.replace(/^www\./, '')
  const host = bare(full)
  return host === bare(shop.host) || host.endsWith(`.${bare(shop.host)}`)
}

/** Shopify shows a product below every collection it is in; the product's own address is the one without. */
function foldPath(path: string): string {
  return path.replace(/\/collections\/[^/]+\/products\//, '/products/').replace(/\/{2,}/g, '/')
}

interface Parameter { name: string, value: string, text: string }

function parameters(url: URL): Parameter[] {
  return url.search.slice(1).split('&').filter(text => text !== '').map((text) => {
    const [name = '', value = ''] = text.split(/=(.*)/s)
    return { name: decode(name), value: decode(value), text }
  })
}

const unreserved = /[\w.~-]/

/** Escapes of unreserved characters undone and the rest in upper case (RFC 3986 §6.2.2). */
function uniformEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return unreserved.test(character) ? character : escape.toUpperCase()
  })
}

/** `name=value` with every byte but the unreserved ones escaped and blanks as `+`, as forms write them; a bare name gets its `=`. */
function uniformParameter(text: string): string {
  const [name = '', value = ''] = text.split(/=(.*)/s)
  return `${uniformPart(name)}=${uniformPart(value)}`
}

function uniformPart(text: string): string {
  const bytes = text.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return bytes.replace(/[^\w.~-]/g, byte => (byte === ' ' ? '+' : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  }
  catch {
    return text
  }
}
