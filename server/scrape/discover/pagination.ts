import type { Node } from './page-tree.ts'
import { resolveLink } from '../url/canonical.ts'
import { ancestors, descendants } from './page-tree.ts'

const nextWords = new RegExp(`^(?:${[
  'next(?: page)?|older|(?:load |show |view |see )?more(?: (?:results|products|items))?|weiter|nächste(?: seite)?|(?:weitere |mehr )(?:produkte |artikel )?(?:anzeigen|laden)|(?:page )?suivante?|(?:voir|charger|afficher) plus(?: de produits)?',
  'siguiente|(?:ver|cargar|mostrar) más(?: productos)?|próxima?|seguinte|(?:ver|carregar|mostrar) mais(?: produtos)?|avanti|successiv[ao]|(?:mostra|carica) altri(?: prodotti)?|volgende|(?:toon |laad )?meer(?: producten| laden| tonen)?',
  'nästa|(?:visa|ladda) fler|neste|næste|(?:vis|last inn|indlæs) flere|seuraava|(?:näytä|lataa) lisää|järgmine|nākamā|kitas|następna|dalej|(?:pokaż|załaduj|zobacz) więcej|další|(?:načíst|zobrazit) další|ďalšia|ďalšie|(?:načítať|zobraziť) ďalšie|tovább(?:i termékek)?|több (?:termék|betöltése)|următoarea|(?:încarcă|vezi|arată) mai multe|sljedeća|naslednja',
  'επόμενη|περισσότερα|sonraki|daha fazla(?: göster| yükle)?|следующая|ещё|(?:показать|загрузить) ещё|показать больше|дальше|далее|наступна|(?:показати|завантажити) ще|следваща|покажи още',
  '次へ|次のページ|もっと見る|さらに表示|下一页|下一頁|(?:加载|載入|查看|显示|顯示)更多|다음|더\\s?보기|xem thêm|trang sau|ดูเพิ่มเติม|ถัดไป|(?:lihat|muat) lebih banyak|selanjutnya|التالي|(?:عرض|تحميل) المزيد|הבא|(?:טען|הצג) עוד',
].join('|')})?\\s*[›»→>]*$`, 'iu')
const pagePart = /[/?&](?:page|p|pg|seite|pagina|paged|pagenumber|page_no|pageno|currentpage|start|offset|from|o|pn|paginate|paging)[=/-]?(\d+)/i
const pageContainer = /pag(?:ination|er|inate|e-numbers|es\b)|seiten/i

/** A shop's listing in its pages: `key` is the same for all pages of one list, `page` the number (or offset) of this one. */
export interface ListingPlace {
  key: string
  page: number
}

const pageArgument = /[?&](?:page|p|pg|seite|pagina|paged|pagenumber|page_no|pageno|currentpage|start|offset|pn)=\d+/i

/** Whether an argument of an address says which page of a list it is. */
export const namesPage = (href: string): boolean => pageArgument.test(href)

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
    const href = addressIn(node, pageUrl)
    const url = href === undefined ? null : resolveLink(href, baseUrl)
    if (url === null || url === pageUrl)
      continue
    const place = placeOf(url)
    const isSameList = place.key === here.key && place.page !== here.page
    if (/\bnext\b/i.test(node.attributes.rel ?? '') || (node.tag !== 'link' && (isSameList || isNextLink(node, url) || isPageNumber(node))))
      found.add(url)
  }
  return [...found]
}

/** Where a link, button or switch of a pager leads; undefined for what leads nowhere. */
function addressIn(node: Node, pageUrl: string): string | undefined {
  const { tag, attributes } = node
  if (tag === 'a' || tag === 'link' || tag === 'button')
    return attributes.href ?? attributes['data-href'] ?? attributes['data-url'] ?? attributes['data-next-url']
  if (tag === 'option')
    return /^(?:https?:|[/?])/.test(attributes.value ?? '') ? attributes.value : undefined
  if (tag === 'input')
    return pageSwitch(node, pageUrl)
  return attributes['data-next-url'] ?? attributes['data-next-page-url'] ?? attributes['data-next-href']
}

/** `<input type="radio" name="p" value="2">`: a form's own way to the second page. */
function pageSwitch(node: Node, pageUrl: string): string | undefined {
  const { type = '', name = '', value = '' } = node.attributes
  if (type !== 'radio' || !/^\d{1,4}$/.test(value) || !namesPage(`?${name}=${value}`) || !isInPager(node))
    return undefined
  const url = new URL(pageUrl)
  url.searchParams.set(name, value)
  return url.href
}

function isNextLink(node: Node, url: string): boolean {
  const label = (node.attributes['aria-label'] ?? node.attributes.title ?? '').trim()
  const text = node.text.trim()
  const words = nextWords.test(text) && (text !== '' || nextWords.test(label)) && (text + label) !== ''
  const isArrowOnly = /^[›»→>]+$/.test(text)
  return (words && !isArrowOnly && /\p{L}/u.test(text + label)) ? isInPager(node) || namesPage(url) || /load|more|mehr|plus|más|next/i.test(`${node.attributes.class ?? ''} ${text}`) : isArrowOnly && isInPager(node)
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
