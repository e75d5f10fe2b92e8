import type { Document } from 'domhandler'
import type { Identity } from './identity.ts'
import type { Scan } from './scan.ts'
import { cleanHtml, cleanText } from '../normalize/text.ts'
import { parseBounded } from './dom.ts'
import { bareAddress } from './identity.ts'
import { scanPage } from './scan.ts'

/** A page as the sources see it. What costs is done once, and only when asked for. */
export interface Page {
  url: string
  /** Base for relative addresses: the `<base>` or the page's own address. */
  base: string
  html: string
  headers: Record<string, string>
  scan: Scan
  title: string
  canonicalUrl: string | null
  /** As stated, else as its title's script says. */
  language: string | null
  statedLanguage: string | null
  identity: Identity
  /** Contents of the meta tag with the first of these names that has one. */
  meta: (...names: string[]) => string | null
  document: () => Document
  /** Set when its JSON-LD turns out to be no JSON. */
  hasBrokenData: boolean
}

/** Pages are read up to this many characters; what follows is hardly ever about the product. */
const MAX_HTML = 30_000_000

export function openPage(input: { url: string, html: string, headers?: Record<string, string> }): Page {
  const html = input.html.length > MAX_HTML ? input.html.slice(0, MAX_HTML) : input.html
  const scan = scanPage(html)
  const metas = new Map<string, string>()
  for (const { key, content } of scan.metas) {
    if (content.trim() && !metas.has(key))
      metas.set(key, content)
  }
  const meta = (...names: string[]) => {
    const name = names.find(each => metas.has(each))
    return name === undefined ? null : metas.get(name) ?? null
  }
  const base = absoluteUrl(scan.base ?? '', input.url) ?? input.url
  const canonical = scan.links.find(link => link.rel === 'canonical' && link.href.trim())?.href ?? null
  const canonicalUrl = canonical === null ? null : absoluteUrl(canonical, base)
  const ogUrl = absoluteUrl(meta('og:url') ?? '', base)
  const title = cleanText(scan.title)
  const addresses = [input.url, canonicalUrl, ogUrl].flatMap(url => (url ? bareAddress(url, base) ?? [] : []))
  const titles = [meta('og:title'), ...scan.headings.map(cleanHtml), title, meta('twitter:title')].flatMap(text => (text ? cleanText(text) || [] : []))
  const statedLanguage = languageOf(scan.language, meta)
  let document: Document | null = null
  return {
    url: input.url,
    base,
    html,
    headers: input.headers ?? {},
    scan,
    title,
    canonicalUrl,
    language: statedLanguage ?? scriptLanguage(titles.join(' ')),
    statedLanguage,
    identity: { addresses: new Set(addresses), titles, url: [input.url, canonicalUrl ?? ''].join(' ') },
    meta,
    document: () => document ??= parseBounded(html),
    hasBrokenData: false,
  }
}

/** An http(s) address made absolute, or null. */
export function absoluteUrl(href: string, base: string): string | null {
  const bare = href.trim()
  if (bare === '' || bare.length > 4000 || !URL.canParse(bare, base))
    return null
  const url = new URL(bare, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

/** The language that the page says first; with the region that it says elsewhere of the same language (`es`, `es_MX`). */
function languageOf(attribute: string | null, meta: Page['meta']): string | null {
  const stated = [attribute, meta('og:locale'), meta('content-language', 'dc.language', 'language')].flatMap(text => localeOf(text) ?? [])
  const first = stated[0]
  return first === undefined ? null : stated.find(each => each.startsWith(`${first}-`)) ?? first
}

function localeOf(text: string | null): string | null {
  const match = /^\s*([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b/i.exec(text ?? '')
  return match ? [match[1]?.toLowerCase(), match[2], match[3]?.toUpperCase()].filter(Boolean).join('-') : null
}

/** Scripts that one language is written in. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [[/[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u, 'ja'], [/\p{Script=Hangul}/u, 'ko'], [/\p{Script=Thai}/u, 'th'], [/\p{Script=Hebrew}/u, 'he'], [/\p{Script=Georgian}/u, 'ka'], [/\p{Script=Armenian}/u, 'hy']]

function scriptLanguage(text: string): string | null {
  return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? null
}
