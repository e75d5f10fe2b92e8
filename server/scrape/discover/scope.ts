const market = /^\/[a-z]{2}(?:[-_][a-z]{2})?(?=\/|$)/i
/** Last parts of addresses that mean the whole shop. */
const wholeShop = /^(?:index\.(?:html?|php|aspx?)|home|start|default\.aspx|shop|store|boutique|tienda|negozio|products|all|all-products|catalog|catalogue|collections)?$/i

/** Which part of a site the brand's address means. */
export interface Scope {
  /** A language or country in front of every path (`/de`, `/en-gb`), or nothing. */
  market: string
  /** The path of the one list that is meant, or null for the whole shop. */
  list: string | null
}

/** `https://shop.example/de/` is the whole German shop, `https://shop.example/brands/acme` one list of a larger one. */
export function scopeOf(base: URL): Scope {
  const prefix = market.exec(base.pathname)?.[0] ?? ''
  const rest = base.pathname.slice(prefix.length).split('/').filter(part => part !== '')
  const isWhole = rest.every(part => wholeShop.test(part)) && ![...base.searchParams.keys()].some(name => /^(?:brand|marke|manufacturer|cat|vendor)/i.test(name))
  return { market: prefix, list: isWhole ? null : base.pathname }
}
