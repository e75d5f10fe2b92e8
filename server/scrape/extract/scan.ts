import { endOfTag, readAttributes } from './attributes.ts'

export interface Script {
  /** Position among all scripts of the page, from 0. */
  index: number
  type: string
  id: string
  text: string
}

/** What a page says before any tree of it is built: one pass from `<` to `<`. */
export interface Scan {
  scripts: Script[]
  metas: { key: string, content: string }[]
  links: { rel: string, href: string, hreflang: string }[]
  title: string
  headings: string[]
  base: string | null
  language: string | null
}

const LIMITS = { scripts: 2000, metas: 2000, links: 2000, headings: 20, attributeTag: 100_000, title: 2000 }

interface Reader {
  html: string
  scan: Scan
  /** End marks that do not occur again: without this memory a page of unclosed tags would be searched once for each. */
  absent: Set<string>
}

/** Reads one start tag at `start`; returns where to go on. */
type TagReader = (reader: Reader, start: number, end: number) => number

const readers: Readonly<Record<string, TagReader>> = {
  script: readScript,
  meta: readMeta,
  link: readLink,
  title: readTitle,
  h1: readHeading,
  base: readBase,
  html: readHtml,
  style: (reader, _start, end) => closing(reader, 'style', end)?.after ?? end,
}

/**
 * Finds scripts, meta tags, links, title, headings, base and language without building a tree: about 0.1 ms for a 60 KB
 * page. Comments are skipped; whatever does not close is taken to its end, as browsers do.
 */
export function scanPage(html: string): Scan {
  const scan: Scan = { scripts: [], metas: [], links: [], title: '', headings: [], base: null, language: null }
  const reader: Reader = { html, scan, absent: new Set() }
  let at = html.indexOf('<')
  while (at >= 0) {
    let next = at + 1
    if (html.startsWith('!--', next)) {
      const end = ahead(reader, '-->', next + 2)
      next = end < 0 ? next : end + 3
    }
    else {
      const read = readerAt(html, next)
      if (read) {
        const end = endOfTag(html, at)
        next = end < 0 ? html.length : end - at > LIMITS.attributeTag ? end + 1 : read(reader, at, end)
      }
    }
    at = html.indexOf('<', next)
  }
  return scan
}

/** Only names that start with one of b, h, l, m, s, t are looked at closer. */
function readerAt(html: string, start: number): TagReader | undefined {
  switch (html.charCodeAt(start) | 32) {
    case 98: case 104: case 108: case 109: case 115: case 116: break
    default: return undefined
  }
  let end = start
  while (end < start + 7 && isNameCode(html.charCodeAt(end)))
    end++
  const name = html.slice(start, end)
  return readers[name] ?? readers[name.toLowerCase()]
}

function isNameCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** `indexOf` that asks for what is not there only once. */
function ahead({ html, absent }: Reader, text: string, from: number): number {
  const at = absent.has(text) ? -1 : html.indexOf(text, from)
  if (at < 0)
    absent.add(text)
  return at
}

/** The end tag `</name` at or after `from`, in any case. */
function closing(reader: Reader, name: string, from: number): { start: number, after: number } | null {
  const { html, absent } = reader
  let start = ahead(reader, `</${name}`, from)
  if (start < 0 && !absent.has(name)) {
    const pattern = new RegExp(`</${name}`, 'gi')
    pattern.lastIndex = from
    start = pattern.exec(html)?.index ?? -1
    if (start < 0)
      absent.add(name)
  }
  if (start < 0)
    return null
  const end = html.indexOf('>', start)
  return { start, after: end < 0 ? html.length : end + 1 }
}

function readScript(reader: Reader, start: number, end: number): number {
  const { html, scan } = reader
  const close = closing(reader, 'script', end)
  if (!close)
    return html.length
  if (scan.scripts.length < LIMITS.scripts) {
    const tag = html.slice(start, end + 1)
    const attributes = tag.length > 8 ? readAttributes(tag) : null
    scan.scripts.push({
      index: scan.scripts.length,
      type: (attributes?.get('type') ?? '').trim().toLowerCase(),
      id: attributes?.get('id') ?? attributes?.get('data-name') ?? '',
      text: html.slice(end + 1, close.start),
    })
  }
  return close.after
}

function readMeta({ html, scan }: Reader, start: number, end: number): number {
  if (scan.metas.length < LIMITS.metas) {
    const attributes = readAttributes(html.slice(start, end + 1))
    const content = attributes.get('content') ?? attributes.get('value')
    const key = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? attributes.get('http-equiv')
    if (key && content !== undefined && !(attributes.has('itemprop') && !attributes.has('property') && !attributes.has('name')))
      scan.metas.push({ key: key.trim().toLowerCase(), content })
  }
  return end + 1
}

function readLink({ html, scan }: Reader, start: number, end: number): number {
  if (scan.links.length < LIMITS.links) {
    const attributes = readAttributes(html.slice(start, end + 1))
    const rel = (attributes.get('rel') ?? '').toLowerCase()
    if (rel === 'canonical' || rel === 'alternate' || rel === 'image_src')
      scan.links.push({ rel, href: attributes.get('href') ?? '', hreflang: attributes.get('hreflang') ?? '' })
  }
  return end + 1
}

/** The first title only: later ones belong to inline SVG. One that nobody closes ends at the next tag. */
function readTitle({ html, scan }: Reader, _start: number, end: number): number {
  const near = html.slice(end + 1, end + LIMITS.title)
  const close = near.search(/<\/title/i)
  if (!scan.title)
    scan.title = close >= 0 ? near.slice(0, close) : /^[^<]*/.exec(near)?.[0] ?? ''
  return close >= 0 ? end + 1 + close : end + 1
}

function readHeading({ html, scan }: Reader, _start: number, end: number): number {
  if (scan.headings.length < LIMITS.headings) {
    const rest = html.slice(end + 1, end + 5000)
    const close = rest.search(/<\/h1/i)
    if (close >= 0)
      scan.headings.push(rest.slice(0, close))
  }
  return end + 1
}

function readBase({ html, scan }: Reader, start: number, end: number): number {
  scan.base ??= readAttributes(html.slice(start, end + 1)).get('href') ?? null
  return end + 1
}

function readHtml({ html, scan }: Reader, start: number, end: number): number {
  const attributes = readAttributes(html.slice(start, end + 1))
  scan.language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null
  return end + 1
}
