import type { Headers } from '../fetch/headers.ts'
import type { Proxy } from '../fetch/tunnel.ts'
import type { Shop } from '../ports.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { isSameShop, isSecretHeader } from '../../contract/shop-access.ts'
import { ownHeaders } from '../fetch/headers.ts'

/** How a run gets into its shop: what the brand's settings say of headers, passwords and proxy. */
export interface ShopAccess {
  proxy: Proxy | undefined
  /** The brand's own headers for one hop: none for another host. */
  headersFor: (url: URL) => Headers
  /** What the run's cookies begin with, as a `Cookie` header. */
  cookies: string | undefined
  /** Empty for runs that enter as anybody would; else a name for those that enter alike. */
  scope: string
  /** A text without the brand's secrets: shops do show them, in pages of errors. */
  mask: (text: string) => string
}

/** Shorter than this, a secret is as good as none, and hiding it would hide half a page. */
const shortestMasked = 6

export function createShopAccess({ url, settings: { headers, basicAuth, proxy } }: Pick<Shop, 'url' | 'settings'>): ShopAccess {
  const shopUrl = new URL(url)
  const { cookie, ...given } = ownHeaders(headers)
  const credentials = basicAuth && Buffer.from(`${basicAuth.username}:${basicAuth.password}`).toString('base64')
  const own: Headers = { ...given, ...(credentials !== undefined && { authorization: `Basic ${credentials}` }) }
  const isPlain = !proxy && !cookie && Object.keys(own).length === 0

  const secrets = [
    basicAuth?.password,
    credentials,
    proxy?.password,
    ...Object.entries(given).flatMap(([name, value]) => isSecretHeader(name) ? [value, value.replace(/^\w+ /, '')] : []),
    ...(cookie?.split(';').map(pair => pair.slice(pair.indexOf('=') + 1).trim()) ?? []),
  ].filter((text): text is string => text !== undefined && text.length >= shortestMasked).toSorted((a, b) => b.length - a.length)

  return {
    proxy,
    headersFor: target => isSameShop(shopUrl, target) ? own : {},
    cookies: cookie,
    scope: isPlain ? '' : createHash('sha256').update(JSON.stringify([shopUrl.host, proxy, own, cookie])).digest('hex').slice(0, 16),
    mask: text => secrets.reduce((masked, secret) => masked.replaceAll(secret, '•••'), text),
  }
}
