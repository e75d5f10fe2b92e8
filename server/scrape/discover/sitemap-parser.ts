import { Parser } from 'htmlparser2'

/** One address that a sitemap or feed names. */
export interface SitemapEntry {
  /** True for a sitemap in an index, false for a page. */
  isSitemap: boolean
  loc: string
  lastModified: string | null
  /** The same page in other languages (`xhtml:link rel="alternate"`). */
  alternates: string[]
}

interface Draft { loc: string, lastModified: string, alternates: string[] }

const entryNames: Record<string, 'page' | 'sitemap'> = { url: 'page', item: 'page', entry: 'page', sitemap: 'sitemap' }
const longestAddress = 4096

/**
 * Reads sitemaps, sitemap indexes, RSS, Atom and plain lists of addresses as they arrive: `write` text, `end`, and each
 * entry is told once. Namespaces and their prefixes do not matter, broken XML ends nothing, external entities are
 * never read (they stand for nothing).
 */
export function createSitemapParser(tell: (entry: SitemapEntry) => void) {
  let kind: 'unknown' | 'xml' | 'text' = 'unknown'
  let head = ''
  const lines = createLineReader(tell)
  const xml = createXmlReader(tell)

  function write(chunk: string): void {
    if (kind === 'unknown') {
      head += chunk
      const first = head.trimStart()[0]
      if (first === undefined)
        return
      kind = first === '<' ? 'xml' : 'text'
      chunk = head.trimStart()
      head = ''
    }
    if (kind === 'xml')
      xml.write(chunk)
    else
      lines.write(chunk)
  }

  /** @returns false when the file was cut off: its outermost element is still open, so entries are missing */
  function end(): boolean {
    if (kind === 'text')
      lines.end()
    return kind === 'xml' ? xml.end() : true
  }

  return { write, end }
}

function createXmlReader(tell: (entry: SitemapEntry) => void) {
  const path: string[] = []
  let draft: Draft | null = null
  let field: 'loc' | 'lastModified' | null = null
  let hasEnded = false

  const parser = new Parser({
    onopentag(name, attributes) {
      const local = localName(name)
      const parent = path.at(-1)
      path.push(local)
      if (entryNames[local] && !draft)
        draft = { loc: '', lastModified: '', alternates: [] }
      // Only children of an entry count: `image:loc` stands one level lower.
      else if (draft && parent && entryNames[parent])
        field = openField(local, attributes, draft)
    },
    ontext(text) {
      if (draft && field && draft[field].length < longestAddress)
        draft[field] += text
    },
    onclosetag(name) {
      const local = localName(name)
      path.pop()
      field = null
      const type = entryNames[local]
      // What the end of the file closes was cut off: its address may be half of one.
      if (!type || !draft || hasEnded || path.some(outer => entryNames[outer]))
        return
      const loc = decodeXml(draft.loc.trim())
      if (loc !== '' && loc.length <= longestAddress)
        tell({ isSitemap: type === 'sitemap', loc, lastModified: draft.lastModified.trim() || null, alternates: draft.alternates })
      draft = null
    },
  }, { xmlMode: true, decodeEntities: false })
  return {
    write: (chunk: string) => parser.write(chunk),
    end(): boolean {
      hasEnded = true
      const isWhole = path.length === 0
      parser.end()
      return isWhole
    },
  }
}

/** What a child of an entry holds; links in attributes are taken at once. */
function openField(local: string, attributes: Record<string, string>, draft: Draft): 'loc' | 'lastModified' | null {
  if (local === 'loc')
    return 'loc'
  if (local === 'lastmod' || local === 'pubdate' || local === 'updated')
    return 'lastModified'
  if (local !== 'link')
    return null
  const href = attributes.href === undefined ? null : decodeXml(attributes.href.trim())
  if (href === null)
    return attributes.rel === undefined && attributes.hreflang === undefined ? 'loc' : null
  if (attributes.hreflang !== undefined && draft.alternates.length < 200)
    draft.alternates.push(href)
  else if ((attributes.rel === undefined || attributes.rel === 'alternate') && draft.loc === '')
    draft.loc = href
  return null
}

function createLineReader(tell: (entry: SitemapEntry) => void) {
  let rest = ''
  const line = (text: string): void => {
    const loc = text.trim()
    if (/^https?:\/\//i.test(loc) && loc.length <= longestAddress)
      tell({ isSitemap: false, loc, lastModified: null, alternates: [] })
  }
  return {
    write(chunk: string): void {
      const parts = (rest + chunk).split(/\r\n|\r|\n/)
      rest = parts.pop() ?? ''
      parts.forEach(line)
      // Not a list of addresses but something without line ends.
      if (rest.length > 1_000_000)
        rest = ''
    },
    end: () => line(rest),
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }

/** XML's five entities and character references; any other name stands for nothing, as an undeclared or external one must. */
function decodeXml(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][\w.-]*));/gi, (_, hex?: string, number?: string, name?: string) =>
        name === undefined ? character(hex === undefined ? Number(number) : Number.parseInt(hex, 16)) : entities[name] ?? '')
    : text
}

function character(code: number): string {
  return code > 0 && code <= 0x10FFFF ? String.fromCodePoint(code) : ''
}
