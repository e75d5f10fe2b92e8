import type { Element } from 'domhandler'
import type { Candidate } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import { isTag } from 'domhandler'
import { mayBeName } from '../../normalize/brand-words.ts'
import { brandName, brandOfPhrase } from '../../normalize/brand.ts'
import { cleanText } from '../../normalize/text.ts'
import { elementsOf, textOfNode } from '../dom.ts'
import { absoluteUrl } from '../page.ts'
import { listedBrand } from './brand-list.ts'
import { isNamed, leads, titleBrand } from './brand-title.ts'
import { kindOf, parentOf } from './cards.ts'
import { pathOf } from './element-path.ts'
import { classWords, zoneOf } from './zones.ts'

const BRAND_CLASS = /(?:^|[\s_-])(?:brand|brand-?name|product-?brand|manufacturer|marke|marque|marca|merk|hersteller|vendor|designer|producer|producent|tootja|brend|fabricante)(?:[\s_-]|$|name|link|logo|title)|brandname|productbrand/i
/** What shops call the folder of a brand's page. */
const BRAND_FOLDERS = [
  'brands?|by-brand|manufacturers?|vendors?|designers?|brendy?|brendovi',
  'marken?|hersteller|merken?|varumarken?|maerker?|merker|merkit?',
  'marques?|marcas?|fabricantes?|produttori|marka|markalar|merek|thuong-hieu',
  'producenci|producent|producatori?|znacky?|vyrobce|gyartok?|proizvoditeli?|tootjad?|gamintojai?|zimoli',
].join('|')
const BRAND_LINK = new RegExp(String.raw`/(?:${BRAND_FOLDERS})/[^/?#]+|[?&](?:[a-z]{1,10}[_-])?(?:brand|marca|marka|marke|manufacturer|manufacturers_id|vendor|fabricante)=[^&]+|/collections/vendors\?`, 'i')
const MAX_LENGTH = 50

/** The parts of a page that every page of the shop has. */
const CHROME_TAG = new Set(['nav', 'footer', 'header'])
const CHROME = /(?:^|[\s_-])(?:nav|navigation|menu|mega-?menu|header|top-?bar|footer|side-?bar|drop-?down|brands?-?(?:list|slider|carousel|menu|nav|index))(?:[\s_-]|$)/i
/** Pictures that shops file with the marks of makers. */
const BRAND_PICTURE = /\/(?:brands?|manufacturers?|marken|marques|marcas|vyrobci|producenci|producers?|vendors?|m)\/[^/]+\.\w{3,4}(?:\?|$)/i

interface Marked {
  candidate: Candidate
  /** Tag and classes of the element and the one around it. */
  kind: string
  inTitle: boolean
}

/** The brand beside the title: what is classed or linked as one, as text or as the alternative text of a logo. */
export function brandText(page: Page, outline: Outline): Candidate[] {
  const start = outline.titleElement
  if (!start)
    return []
  const marked: Marked[] = []
  const within = new Set<Element>()
  for (let at: Element | null = start; at; at = parentOf(at))
    within.add(at)
  const isOwn = (element: Element) => within.has(element) || (!CHROME_TAG.has(element.name) && !CHROME.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`) && (zoneOf(element, classWords(element)) === 'main' || element.name === 'main'))
  for (const element of elementsOf(scopeOf(start), isOwn)) {
    const candidate = isOwn(element) && !isOfShop(element, page) ? markedBrand(element, page) : null
    if (candidate)
      marked.push({ candidate, kind: kindOf(element) + kindOf(parentOf(element) ?? element), inTitle: isNamed(candidate.value, page) })
    if (marked.length >= 30)
      break
  }
  const candidates = [...withoutLists(marked), ...byLine(outline, page), ...headingLink(start), ...titleBrand(page, outline)]
  if (candidates.length === 0)
    candidates.push(...listedBrand(page, outline, link => BRAND_LINK.test(link.attribs.href ?? '')))
  const best = candidates.sort((a, b) => b.trust - a.trust)[0]
  return best ? [best] : []
}

function markedBrand(element: Element, page: Page): Candidate | null {
  const { attribs } = element
  const isClassed = BRAND_CLASS.test(`${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs['data-testid'] ?? ''} ${attribs['data-qa'] ?? ''}`) || attribs.itemprop === 'brand' || attribs.itemprop === 'manufacturer'
  const isLinked = element.name === 'a' && BRAND_LINK.test(attribs.href ?? '')
  const isPictured = element.name === 'img' && BRAND_PICTURE.test(attribs.src ?? '')
  if (!isClassed && !isLinked && !isPictured)
    return null
  const shown = brandOfElement(element)
  const phrase = shown ? brandOfPhrase(shown) : null
  const value = phrase?.name ?? (shown && brandName(shown))
  if (!value || /^(?:brand|brands|marke|marque|marca|all|see|view|shop|more|home)\b/i.test(value))
    return null
  const inTitle = isNamed(value, page)
  if (!(mayBeName(value) || leads(value, page)) || (phrase && !phrase.isSure && !inTitle && !isLinked))
    return null
  const trust = (isLinked && isClassed ? 0.88 : isClassed ? 0.75 : 0.65) + (inTitle ? 0.1 : 0)
  return { field: 'brand', value, raw: value, path: pathOf(element), source: 'text', trust: Math.min(0.95, trust) }
}

/** Three or more of one kind with names of their own are a list of the brands that a shop has. */
function withoutLists(marked: Marked[]): Candidate[] {
  const names = new Map<string, Set<string>>()
  for (const { kind, candidate } of marked)
    names.set(kind, (names.get(kind) ?? new Set()).add(candidate.value))
  return marked.filter(({ kind, inTitle }) => inTitle || (names.get(kind)?.size ?? 0) < 3).map(each => each.candidate)
}

/** A link to the front page shows the shop's own mark. */
function isOfShop({ name, attribs }: Element, page: Page): boolean {
  const url = name === 'a' && attribs.href ? absoluteUrl(attribs.href, page.base) : null
  return url !== null && /^https?:\/\/[^/]+\/?(?:[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(url)
}

const BY = /^(?:by|von|par|de|da|di|door|av|af|od|от|від|przez|ab|brand|sold by brand)\s*:?$/i

/** "by" and a link right behind the title, or a link to the brand's own shop. */
function byLine({ runs, title }: Outline, page: Page): Candidate[] {
  const behind = title < 0 ? [] : runs.slice(title + 1, title + 8)
  for (const run of behind) {
    const next = runs[run.index + 1]
    const phrase = !run.aside && run.inLink && run.text.length < 80 ? brandOfPhrase(run.text) : null
    if (phrase && (phrase.isSure || isNamed(phrase.name, page)))
      return [{ field: 'brand', value: phrase.name, raw: run.text, path: pathOf(run.element), source: 'text', trust: 0.75 }]
    if (next && !run.aside && BY.test(run.text) && next.inLink && !run.inLink && next.text.length < MAX_LENGTH && mayBeName(next.text) && !/^\(?(?:author|autor)/i.test(runs[run.index + 2]?.text ?? ''))
      return [{ field: 'brand', value: brandName(next.text), raw: next.text, path: pathOf(next.element), source: 'text', trust: 0.72 }]
  }
  return []
}

/** A link inside the heading that is the first words of it. */
function headingLink(title: Element): Candidate[] {
  const whole = cleanText(textOfNode(title, 400))
  const link = [...elementsOf(title)].slice(0, 20).find(each => each.name === 'a')
  const text = link ? cleanText(textOfNode(link, 400)) : ''
  return link && /\p{L}/u.test(text) && text.length < MAX_LENGTH && text.length < whole.length && whole.startsWith(text) && text.split(' ').length <= 4
    ? [{ field: 'brand', value: brandName(text), raw: text, path: pathOf(link), source: 'text', trust: 0.75 }]
    : []
}

/** The part of the page around the title: as large as a product's own block is. */
function scopeOf(title: Element): Element {
  let root = title
  for (let up = 0; up < 6; up++) {
    const parent = root.parent
    if (!parent || !isTag(parent) || (parent.name === 'body' && root !== title) || parent.name === 'html')
      break
    root = parent
  }
  return root
}

/** Text of the element, else the alternative text or title of a picture in it; null when neither is short enough for a name. */
export function brandOfElement(element: Element): string | null {
  const text = element.name === 'img' ? '' : cleanText(textOfNode(element, 4000)) || drawnTitle(element)
  if (text)
    return text.length < MAX_LENGTH ? text : null
  const images = element.name === 'img' ? [element] : [...elementsOf(element)].filter(each => each.name === 'img').slice(0, 10)
  const names = images.flatMap(image => [image.attribs.alt, image.attribs.title]).map(name => cleanText(name ?? ''))
  return names.find(name => name !== '' && name.length < MAX_LENGTH) ?? null
}

/** A logo drawn in SVG names itself in its `<title>`. */
function drawnTitle(element: Element): string {
  const title = element.name === 'svg' || element.name === 'a' || element.name === 'div' ? [...elementsOf(element)].slice(0, 200).find(each => each.name === 'title') : undefined
  return title ? cleanText(textOfNode(title, 400)) : ''
}
