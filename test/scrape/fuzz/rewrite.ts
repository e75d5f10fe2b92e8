import { Parser } from 'htmlparser2'

/** How a page is written down; what it says stays. */
export interface Style {
  quote?: '"' | '\'' | ''
  isReversed?: boolean
  isUpper?: boolean
  /** Added to every element's classes. */
  addedClass?: string
  /** Put before every tag that may have a comment or blanks before it. */
  between?: string
  /** Put between the words and the numbers of short texts, as frameworks do that write each value as a text of its own. */
  withinText?: string
  json?: (text: string) => string
  /** Where the JSON-LD scripts stand. */
  scripts?: 'in place' | 'in the head' | 'at the end'
  text?: (text: string) => string
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const RAW = new Set(['script', 'style'])
/** What stands in these is one text: no comment can stand in it. */
const PLAIN = new Set(['title', 'textarea'])
const BLOCK = new Set(['div', 'section', 'main', 'ul', 'li', 'table', 'tr', 'form', 'header', 'footer', 'nav', 'article', 'meta', 'link', 'script'])

/** The last end of a body: scripts hold others. */
function endOf(page: string): number {
  const at = page.toLowerCase().lastIndexOf('</body>')
  return at < 0 ? page.length : at
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Writes a page anew in a style. In the plain one, `{}`, only what parsers do not tell apart is lost, and the comments. */
export function rewrite(html: string, { quote = '"', isReversed = false, isUpper = false, addedClass, between = '', withinText, json = text => text, scripts = 'in place', text: change = text => text }: Style): string {
  const parts: string[] = []
  const moved: string[] = []
  const open: string[] = []
  const named = (name: string): string => isUpper ? name.toUpperCase() : name
  const isJsonLd = (attributes: Readonly<Record<string, string>>): boolean => /ld\+json/i.test(attributes.type ?? '')
  let target = parts
  let isJson = false

  function attribute(name: string, value: string): string {
    if (quote === '' && /^[^\s"'=<>`&/]+$/.test(value))
      return ` ${named(name)}=${value}`
    const mark = quote === '\'' ? '\'' : '"'
    return ` ${named(name)}=${mark}${value.replaceAll('&', '&amp;').replaceAll(mark, mark === '"' ? '&quot;' : '&#39;')}${mark}`
  }

  const parser = new Parser({
    onprocessinginstruction: (_, data) => parts.push(`<${data}>`),
    onopentag(name, attributes) {
      isJson = name === 'script' && isJsonLd(attributes)
      target = isJson && scripts !== 'in place' ? moved : parts
      if (BLOCK.has(name) && !open.includes('head'))
        target.push(between)
      const classes = addedClass === undefined ? attributes.class : `${attributes.class ?? ''} ${addedClass}`.trim()
      const entries = Object.entries(classes === undefined ? attributes : { ...attributes, class: classes })
      target.push(`<${named(name)}${(isReversed ? entries.reverse() : entries).map(([key, value]) => attribute(key, value)).join('')}>`)
      open.push(name)
    },
    ontext(text) {
      const name = open.at(-1) ?? ''
      if (RAW.has(name))
        target.push(isJson ? json(text) : text)
      else if (PLAIN.has(name) || withinText === undefined || text.length > 30)
        target.push(escapeText(PLAIN.has(name) ? text : change(text)))
      else
        target.push(escapeText(text).replace(/(?:\p{Sc}|\p{L}\s)(?=\d)|\d(?=\s?\p{Sc}|\s\p{L})/gu, match => match + withinText))
    },
    onclosetag(name) {
      open.pop()
      if (!VOID.has(name))
        target.push(`</${named(name)}>`)
      target = parts
    },
  }, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true })
  parser.write(html)
  parser.end()
  const page = parts.join('')
  const extra = moved.join('')
  const end = scripts === 'in the head' ? /<\/head>/i.exec(page)?.index ?? 0 : endOf(page)
  return page.slice(0, end) + extra + page.slice(end)
}
