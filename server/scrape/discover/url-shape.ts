import { namesProduct } from '../url/product-argument.ts'

/** Words in a path by which shops the world over mark product pages, and pages that are none. Hints: samples decide. */
const productWord = /(?:^|[/_-])(?:products?|prod|produkte?|produit|produits|producto|productos|prodotto|prodotti|produto|artikel|article-p|item|items|dp|pdp|p|pd|buy|sku|goods|detail|tuote|tovar|urun|vare|shop-item)(?:[/_-]|$)/i
const otherWord = /(?:^|\/)(?:(?:products?|produkt|produit|vare)[-_](?:cat\w*|kateg\w*|tags?|schlagwort|brands?|types?|collections?|groups?|lists?)|[ck]ateg\w*[-_](?:pro[a-z]+|de-pro[a-z]+)|(?:etiquet\w*|tag)[-_]pro[a-z]+|blogs?|news|magazin|magazine|journal|stories|story|press|presse|articles?|posts?|tags?|authors?|categor(?:y|ies|ie|ia|ias)|kategorien?|c|collections?|brands?|marken|marques?|pages?|account|customer|konto|login|register|signin|cart|basket|warenkorb|panier|checkout|kasse|search|suche|recherche|wishlist|compare|faq|faqs|help|hilfe|support|contact|kontakt|about|about-us|ueber-uns|impressum|imprint|privacy|datenschutz|terms|agb|legal|policies|policy|shipping|versand|returns|stores?|store-locator|filialen|careers?|jobs|events?|recipes|rezepte|lookbook|guides?|size-guide|sitemap|feed|rss|wp-content|wp-json|cdn|gift-cards?)(?:\/|\.html?$|\.php$|$)/i

const fileHints: [RegExp, 'product' | 'other'][] = [
  [/(?:^|[/_.-])(?:products?|produkte?|produits?|productos?|prodotti|artikel|items?|pdp|goods)(?:[/_.\d-]|$)/i, 'product'],
  [/(?:^|[/_.-])(?:categor\w*|kategor\w*|collections?|blogs?|posts?|pages?|news|authors?|tags?|brands?|images?|videos?|stores?|cms|content|articles?|product[_-](?:cat|tag|brand)\w*)(?:[/_.\d-]|$)/i, 'other'],
]

export type Hint = 'product' | 'other' | null

/** What the name of a sitemap file says of its pages; null when it says nothing. `product-category-sitemap.xml` is about categories. */
export function fileHint(sitemapUrl: string): Hint {
  const { pathname, search } = new URL(sitemapUrl)
  const path = (pathname + search.replace(/[?&=]/g, '/')).replace(/sitemaps?/gi, '')
  const hints = fileHints.filter(([pattern]) => pattern.test(path)).map(([, kind]) => kind)
  return hints.includes('other') ? 'other' : hints[0] ?? null
}

/** Last parts that name a list of everything: it stands where the products do (`/products`, `/product/list.html`), and is none. */
const listWord = /^(?:products|produkte|produits|productos|prodotti|produtos|producten|items|goods|artikel|list[ae]?|all|alle|index)(?:\.\w{2,5})?$/i

/**
 * What an address itself says; null when it says nothing. The deepest folder with a telling name decides, so that
 * `/products/journal` and `/collections/x/products/y` are products; the last part speaks only where no folder does.
 */
export function pathHint(url: URL): Hint {
  const segments = url.pathname.split('/').filter(segment => segment !== '')
  const last = segments.pop()
  if (last === undefined)
    return 'other'
  for (const folder of segments.reverse()) {
    if (otherWord.test(`/${folder}/`))
      return 'other'
    if (productWord.test(`/${folder}/`))
      return listWord.test(last) && !namesProduct(url) ? null : 'product'
  }
  return otherWord.test(`/${last}`) ? 'other' : listWord.test(last) && !namesProduct(url) ? null : productWord.test(last) ? 'product' : null
}

/**
 * The pattern an address follows, so that a few samples can speak for thousands: how deep, its first folder when that
 * is a common one, what its last part looks like, and the names of its arguments.
 */
export function urlShape(url: URL, commonFolders: ReadonlySet<string>): string {
  const segments = url.pathname.split('/').filter(segment => segment !== '')
  const last = segments.at(-1) ?? ''
  const folder = segments.length > 1 ? segments[0]! : ''
  const extension = /\.[a-z]{2,5}$/i.exec(last)?.[0].toLowerCase() ?? ''
  const stem = extension ? last.slice(0, -extension.length) : last
  const tail = /^\d+$/.test(stem) ? '#' : /[-_.]p?\d{2,}$/i.test(stem) ? '*-#' : /^p?\d+[-_]/i.test(stem) ? '#-*' : '*'
  const middle = segments.slice(1, -1).map(segment => (segment.length <= 2 || /^products?$|^p$|^dp$|^item$/i.test(segment) ? segment.toLowerCase() : '*'))
  const names = url.search === '' ? '' : [...url.searchParams.keys()].sort().join('&')
  return [segments.length, commonFolders.has(folder) ? folder.toLowerCase() : '*', ...middle, tail + extension].join('/') + (names ? `?${names}` : '')
}

/** First folders that many addresses share. */
export function commonFolders(urls: readonly URL[]): Set<string> {
  const counts = new Map<string, number>()
  for (const url of urls) {
    const folder = /^\/([^/]+)\/./.exec(url.pathname)?.[1]
    if (folder !== undefined)
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const least = Math.max(3, urls.length / 200)
  return new Set([...counts].filter(([, count]) => count >= least).map(([folder]) => folder))
}
