const market = /^\/[a-z]{2}(?:[-_][a-z]{2})?(?=\/|$)/i
/** Last parts of addresses that mean the whole shop. */
const wholeShop = /^(?:(?:index|home|main|start|welcome|default|shop|store)(?:\.(?:html?|php|aspx?|jsp|do|cfm))?|boutique|tienda|negozio|products|all|all-products|catalog|catalogue|collections)?$/i

/** Which part of a site the brand's address means. */
export interface Scope {
  /** A language or country in front of every path (`/de`, `/en-gb`), or nothing. */
  market: string
  /** The path of the one list that is meant, or null for the whole shop. */
  list: string | null
}

/**
 * `https://shop.example/de/` is the whole German shop, `https://shop.example/brands/acme` one list of a larger one. Who asks for the
 * first page means the whole shop, wherever it leads (`base`).
 */
export function scopeOf(base: URL, asked: URL = base): Scope {
  const prefix = market.exec(base.pathname)?.[0] ?? ''
  const rest = base.pathname.slice(prefix.length).split('/').filter(part => part !== '')
  const isFirst = asked.pathname === '/' && asked.search === ''
  const isWhole = isFirst || (rest.every(part => wholeShop.test(part)) && ![...base.searchParams.keys()].some(name => /^(?:brand|marke|manufacturer|cat|vendor)/i.test(name)))
  return { market: prefix, list: isWhole ? null : base.pathname }
}
