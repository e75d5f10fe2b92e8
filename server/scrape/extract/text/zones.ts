import type { Element } from 'domhandler'

const ASIDE = /related|recommend|similar|up-?sell|cross-?sell|carousel-(?:products|items)|also-?(?:bought|viewed|like)|you-?(?:may|might)|recently|last-?(?:seen|viewed)|viewed-products|best-?sell|top-?sell|accessor|bundle|frequently|bought-together|suggest(?!(?:ed)?[-_]?price)|sponsored|mini-?(?:cart|basket|bag)|cart-?(?:drawer|flyout|dropdown|summary|block|popup|preview|modal)|basket-?(?:drawer|flyout|preview)|header-?cart|wish-?list|(?<!price-)compare-(?!at|price)|navigation|nav-|-nav\b|navbar|menu|site-?header|page-?header|global-?header|main-?header|site-?footer|page-?footer|global-?footer|cookie|newsletter|subscribe|(?<!p)review|comment|testimonial|blog|look-?book|shop-?the-?look|complete-the|other-products|more-products|product-list|products-grid|products-list|product-grid|productgrid|productlist|product-slider|products-slider|product-carousel|search-(?:results|suggest|autocomplete)|autocomplete|ad-slot|advert|banner-|promo-banner|usp|faq|breadcrumb/i
/** One product among many, as a class of its own: `product-card`, `ProductTile`; parts of such a block (`product-card__price`) say nothing. */
const CARD = /(?:^|\s)(?:[a-z]{1,20}[-_])?product[-_]?(?:card|tile|teaser|thumb|thumbnail)(?:styles__\S*)?(?=\s|$)/i
const ASIDE_TAG = new Set(['nav', 'footer'])

const HOOK = /^data-(?:test|qa|hook|role|element|auto|component|section-type|selenium|at|cy|locator|field|type|id|product)/
const HOOK_VALUE = /^[a-z][a-z _-]{2,50}$/i

/** Class, id and test hooks of an element, as one text to look for words in. */
export function classWords(element: Element): string {
  const { attribs } = element
  let words = `${attribs.class ?? ''} ${attribs.id ?? ''}`
  for (const name in attribs) {
    if ((name === 'aria-label' || HOOK.test(name)) && HOOK_VALUE.test(attribs[name] ?? ''))
      words += ` ${attribs[name]}`
  }
  return words.slice(0, 600)
}

/** Whether what stands in this element is about something else than the page's product. */
export function zoneOf(element: Element, words: string): 'aside' | 'main' {
  if (ASIDE_TAG.has(element.name))
    return 'aside'
  if (element.name === 'html' || element.name === 'body' || element.name === 'main')
    return 'main'
  return ASIDE.test(words) || CARD.test(element.attribs.class ?? '') ? 'aside' : 'main'
}
