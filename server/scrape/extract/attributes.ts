import { decodeHTMLAttribute } from 'entities'

const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/g

/** The attributes of one start tag (`<meta name="x" content='y'>`), names in lower case, entities decoded, first one wins. */
export function readAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>()
  ATTRIBUTE.lastIndex = tag.search(/[\s/>]/)
  for (let match = ATTRIBUTE.exec(tag); match && attributes.size < 100; match = ATTRIBUTE.exec(tag)) {
    const name = match[1]?.toLowerCase() ?? ''
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    if (!attributes.has(name))
      attributes.set(name, value.includes('&') ? decodeHTMLAttribute(value) : value)
  }
  return attributes
}

/** Where the start tag that begins at `start` ends (index of its `>`), quotes respected; -1 when it never does. */
export function endOfTag(html: string, start: number): number {
  let quote = 0
  for (let index = start + 1; index < html.length; index++) {
    const code = html.charCodeAt(index)
    if (quote !== 0) {
      if (code === quote)
        quote = 0
      continue
    }
    if (code === 62)
      return index
    if ((code === 34 || code === 39) && isAfterEquals(html, index))
      quote = code
  }
  return -1
}

/** A quote opens a value only behind `=`; elsewhere it is a typing mistake, and must not swallow the page. */
function isAfterEquals(html: string, index: number): boolean {
  let before = index - 1
  while (before > 0 && html.charCodeAt(before) <= 32)
    before--
  return html.charCodeAt(before) === 61
}
