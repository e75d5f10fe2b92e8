/** A `Content-Type` header taken apart; `type` is lower case without parameters, empty when the header says nothing. */
export interface ContentType {
  type: string
  charset: string | null
}

const parameter = /[\s;]*([^\s;="]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;",]+))(?=\s*(?:[;,]|$))/y

/** Reads `type` and `charset` by RFC 9110 §8.3; a parameter that is not well formed is passed over, not guessed at. */
export function parseContentType(header: string | undefined): ContentType {
  const text = header ?? ''
  const end = text.search(/[;,]/)
  const type = (end < 0 ? text : text.slice(0, end)).trim().toLowerCase()
  let at = end < 0 ? text.length : end
  while (at < text.length) {
    parameter.lastIndex = at
    const match = parameter.exec(text)
    if (match?.[1]?.toLowerCase() === 'charset')
      return { type, charset: match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? null }
    const next = match ? parameter.lastIndex : text.indexOf(';', at + 1)
    at = next < 0 ? text.length : next
  }
  return { type, charset: null }
}

/** True for what a browser would show as a page; an absent type is one, since the bytes then decide. */
export function isHtmlType(type: string): boolean {
  return type === '' || /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/xml|text\/xml|application\/octet-stream)$/.test(type)
}
