import type { Scope } from './scope.ts'
import { isShopUrl } from '../url/canonical.ts'
import { pathHint } from './url-shape.ts'

/** Arguments that sort, filter or show a list otherwise: the same products again. */
const viewArgument = /^(?:sort|sortby|sort_by|order|orderby|order_by|dir|direction|view|mode|display|limit|per_?page|page_?size|size|colou?r|farbe|min_?price|max_?price|price|prefn?\d*|prefv\d*|filters?|facets?|[fqs]|fq|search|query|currency|lang|___store|grid|brand|material|availability|rating|add-to-cart|redirect|return|back|date|month|year|day|week|tags?|attr(?:ibute)?s?)(?:$|[\W_])|^(?:filter|pf_|refine)|\[/i
const calendar = /\/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)|[?&](?:date|month|year|day|week)=/i
const file = /\.(?:jpe?g|png|gif|webp|avif|svg|pdf|zip|mp4|mp3|css|js|json|xml|ico|docx?|xlsx?|csv|txt)$/i
const noList = /\/(?:account|customer|konto|login|logout|register|cart|basket|warenkorb|checkout|kasse|wishlist|compare|search|suche|contact|kontakt|about|about-us|impressum|imprint|privacy|datenschutz|terms|agb|legal|policies|blogs?|news|press|jobs|careers?|faq|help|wp-admin|wp-login\.php|cdn-cgi|add-to-cart|feed|print|share|email-friend|reviews?|calendar|events?)(?:\/|\.html?$|\.php$|$)/i

/** Whether an address shows a list otherwise than it is, by its arguments. */
export function isView(href: string): boolean {
  const names = [...new URL(href).searchParams.keys()]
  return names.length > 3 || names.some(name => viewArgument.test(name))
}

/** Whether a link may lead to another list of products of this shop, within its scope. */
export function mayBeList(href: string, base: URL, scope: Scope): boolean {
  const url = new URL(href)
  return isShopUrl(href, base)
    && url.pathname.startsWith(scope.list === null ? scope.market : scope.list.replace(/\.\w{2,5}$|\/$/, ''))
    && !file.test(url.pathname) && !noList.test(url.pathname) && !calendar.test(href) && !isCircular(url.pathname)
    && !isView(href) && pathHint(url) !== 'product'
}

/** `/a/b/a/b/a`: relative links that a careless server answers for ever. */
function isCircular(path: string): boolean {
  const counts = new Map<string, number>()
  for (const part of path.split('/').filter(segment => segment !== '')) {
    const count = (counts.get(part) ?? 0) + 1
    if (count > 2)
      return true
    counts.set(part, count)
  }
  return false
}
