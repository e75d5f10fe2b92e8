import type { Node } from './page-tree.ts'
import { resolveLink } from '../url/canonical.ts'
import { ancestors, descendants } from './page-tree.ts'

const nextWords = /^(?:next(?: page)?|older|more|load more|show more|view more|see more|weiter|nächste(?: seite)?|mehr (?:anzeigen|laden)|suivante?|page suivante|voir plus|charger plus|siguiente|ver más|cargar más|próxima?|seguinte|avanti|successiv[ao]|mostra altri|volgende|toon meer|nästa|visa fler|neste|næste|vis flere|seuraava|następna|dalej|další|tovább|următoarea|επόμενη|sonraki|следующая|ещё|показать ещё|дальше|далее|次へ|次のページ|もっと見る|下一页|下一頁|다음)?\s*[›»→>]*$/i
const pagePart = /[/?&](?:page|p|pg|seite|pagina|paged|pagenumber|page_no|pageno|currentpage|start|offset|from|o|pn|paginate|paging)[=/-]?(\d+)/i
const pageContainer = /pag(?:ination|er|inate|e-numbers|es\b)|seiten/i

/** A shop's listing in its pages: `key` is the same for all pages of one list, `page` the number (or offset) of this one. */
export interface ListingPlace {
  key: string
  page: number
}

/** Takes the page number out of an address: `/shoes?page=3` and `/shoes/page/3/` are places in the list `/shoes`. */
export function placeOf(href: string): ListingPlace {
  const match = pagePart.exec(href)
  const page = match ? Number(match[1]) : 1
  const rest = match ? href.slice(0, match.index) + (match[0].startsWith('&') || match[0].startsWith('/') ? '' : '?') + href.slice(match.index + match[0].length) : href
  return { key: rest.replace(/\?&/, '?').replace(/[?&]$/, '').replace(/\/+$/, ''), page }
}

/**
 * Links from one page of a listing to its others: `rel=next`, "next" and "load more" links in many languages, page
 * numbers inside a pagination element, and any link that differs from this page only in its page number.
 */
export function findPagination(root: Node, pageUrl: string, baseUrl: string): string[] {
  const here = placeOf(pageUrl)
  const found = new Set<string>()
  for (const node of descendants(root)) {
    if (node.tag !== 'a' && node.tag !== 'link' && node.tag !== 'button')
      continue
    const href = node.attributes.href ?? node.attributes['data-href'] ?? node.attributes['data-url'] ?? node.attributes['data-next-url']
    const url = href === undefined ? null : resolveLink(href, baseUrl)
    if (url === null || url === pageUrl)
      continue
    const place = placeOf(url)
    const isSameList = place.key === here.key && place.page !== here.page
    if (/\bnext\b/i.test(node.attributes.rel ?? '') || (node.tag !== 'link' && (isSameList || isNextLink(node) || isPageNumber(node))))
      found.add(url)
  }
  return [...found]
}

function isNextLink(node: Node): boolean {
  const label = (node.attributes['aria-label'] ?? node.attributes.title ?? '').trim()
  const text = node.text.trim()
  const words = nextWords.test(text) && (text !== '' || nextWords.test(label)) && (text + label) !== ''
  const isArrowOnly = /^[›»→>]+$/.test(text)
  return (words && !isArrowOnly && /\p{L}/u.test(text + label)) ? isInPager(node) || /load|more|mehr|plus|más|next/i.test(`${node.attributes.class ?? ''} ${text}`) : isArrowOnly && isInPager(node)
}

function isPageNumber(node: Node): boolean {
  return /^\d{1,4}$/.test(node.text.trim()) && isInPager(node)
}

function isInPager(node: Node): boolean {
  let levels = 0
  for (const outer of [node, ...ancestors(node)]) {
    if (pageContainer.test(`${outer.attributes.class ?? ''} ${outer.attributes.id ?? ''} ${outer.attributes['aria-label'] ?? ''} ${outer.attributes.role ?? ''}`))
      return true
    if (++levels > 5)
      return false
  }
  return false
}
