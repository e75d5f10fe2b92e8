import { z } from 'zod'
import { fieldWords } from './told/field-words.ts'

/**
 * A secret of a brand. Reading shows null where one is set, never its text; null written keeps what is set, a text
 * replaces it, and leaving the field out removes it. So settings can be read, changed and written back as a whole.
 */
const Secret = z.string().min(1).max(2000).nullable().describe('Write-only: null when read means that it is set, null when written keeps it')

const ProxyUrl = z.string().trim().max(500).pipe(z.url({ protocol: /^(?:https?|socks5)$/, error: fieldWords['url-proxy'] }))
  .refine(url => !/^\w+:\/\/[^/?#]*@/.test(url), { error: fieldWords['url-proxy-login'] })
  .refine(url => !URL.canParse(url) || (/^\/?$/.test(new URL(url).pathname) && new URL(url).search === ''), { error: fieldWords['url-host-only'] })

/** A proxy that every request to the shop goes through: HTTP by CONNECT, or SOCKS 5. */
export const ShopProxy = z.object({
  url: ProxyUrl,
  username: z.string().trim().min(1).max(255).optional(),
  password: Secret.optional(),
})
export type ShopProxy = z.infer<typeof ShopProxy>

/** RFC 7617: sent to the shop's own host alone. */
export const BasicAuth = z.object({
  username: z.string().trim().min(1).max(255).refine(name => !name.includes(':'), { error: fieldWords['no-colon'] }),
  password: Secret,
})
export type BasicAuth = z.infer<typeof BasicAuth>

export const ShopHeaders = z.record(z.string().max(100), z.string().max(2000).nullable())

/** Headers that choose what a shop shows and let nobody in: the only ones whose values are shown again. */
const shown = /^(?:accept|accept-language|cache-control|pragma|dnt|save-data|x-(?:country|region|locale|language|lang|currency|market|channel|store-?view|timezone)(?:-code|-id)?)$/i

/** Whether a header's value is a secret. Whatever is not known to be harmless is one. */
export function isSecretHeader(name: string): boolean {
  return !shown.test(name.trim())
}

/** Whether what belongs to a shop may go to `url`: the same host, `www.` aside, and never from https to http. */
export function isSameShop(shop: URL, url: URL): boolean {
  const bare = (host: string): string => host.replace(/^www\./, '')
  return bare(shop.host) === bare(url.host) && !(shop.protocol === 'https:' && url.protocol === 'http:')
}
