import type { Element } from 'domhandler'

/** What class names call the parts of a page that are not about its product. */
const ASIDE = new RegExp([
  // Other products, beside this one …
  'related|recommend|similar|up-?sell|cross-?sell|also-?(?:bought|viewed|like)|you-?(?:may|might)|suggest(?!(?:ed)?[-_]?price)|sponsored',
  'recently|last-?(?:seen|viewed)|viewed-products|best-?sell|top-?sell|accessor|bundle|frequently|bought-together',
  'look-?book|shop-?the-?look|complete-the|other-products|more-products|(?<!price-)compare-(?!at|price)',
  // … and in lists.
  'product-list|products-grid|products-list|product-grid|productgrid|productlist|product-slider|products-slider|product-carousel',
  'carousel-(?:products|items)|search-(?:results|suggest|autocomplete)|autocomplete',
  // What the visitor has chosen before.
  'mini-?(?:cart|basket|bag)|cart-?(?:drawer|flyout|dropdown|summary|block|popup|preview|modal)|basket-?(?:drawer|flyout|preview)|header-?cart|wish-?list',
  // What every page of the shop has.
  'navigation|nav-|-nav\\b|navbar|menu|breadcrumb|site-?header|page-?header|global-?header|main-?header|site-?footer|page-?footer|global-?footer',
  'cookie|newsletter|subscribe|ad-slot|advert|banner-|promo-banner|usp',
  // What others say, and what is told.
  '(?<!p)review|comment|testimonial|blog|faq',
].join('|'), 'i')
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
