import type { Element } from 'domhandler'
import type { Candidate } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import { isTag } from 'domhandler'
import { isIdentifier } from '../identifier.ts'
import { isInAddress } from '../identity.ts'
import { pathOf } from './element-path.ts'
import { classWords } from './zones.ts'

const SKU_CLASS = /(?:^|[\s_-])sku(?:[\s_-]|$)|product-?(?:code|reference|ref|number|nr|no|sku|article|identifier)(?:[\s_-]|$)|article-?(?:number|nr|no|code|id)|item-?(?:number|no|code|sku)|art(?:ikel)?-?(?:nr|nummer|no)|style-?(?:number|code)|catalog-?number|referencia|reference-?(?:number|code)|codigo|cod-?prod|artikul/i
const NUMBER_PARAMETER = /^(?:pid|id|sku|sku_?id|product_?id|products_id|product_?(?:no|code|number)|item|item_?id|item_?(?:no|number|code)|prod_?id|art(?:icle)?_?(?:no|id|nr)?|code|no|gid|goods_?(?:id|no)|branduid|variant)$/i

/** Numbers without a label: marked by class as a number of the product, or named by the page's own address. */
export function skuText(page: Page, outline: Outline): Candidate[] {
  const candidates: Candidate[] = []
  const title = outline.runs[outline.title]
  for (const run of outline.runs) {
    if (run.aside || run.text.length > 40 || !/\d/.test(run.text) || !SKU_CLASS.test(ownWords(run.element)))
      continue
    const value = run.text.replace(/^(?:sku|ref|art)\.?\s?[:#]?\s(?=\S*\d)/i, '').replace(/^[#:([\s]+|[)\]\s.,;]+$/g, '')
    const far = title ? Math.min(0.25, Math.abs(run.offset - title.offset) / 16_000) : 0.15
    if (isIdentifier(value) && value.split(' ').length <= 2 && /^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u.test(value) && !/[.,]\d{2}$/.test(value))
      candidates.push({ field: 'sku', value, raw: run.text, path: pathOf(run.element), source: 'text', trust: 0.89 - far - (run.hidden ? 0.1 : 0) })
  }
  const best = candidates.sort((a, b) => b.trust - a.trust)[0]
  return [...(best ? [best] : []), ...addressNumber(page)]
}

function ownWords(element: Element): string {
  const parent = element.parent && isTag(element.parent) ? element.parent : null
  return `${classWords(element)} ${element.attribs.itemprop ?? ''} ${parent ? classWords(parent) : ''}`
}

/** `?pid=260591`, `/…-p3968.html`, `/itm/M14876706`: the number a shop files the product under, when its canonical address keeps it. */
function addressNumber(page: Page): Candidate[] {
  if (!URL.canParse(page.url))
    return []
  const { searchParams, pathname } = new URL(page.url)
  const kept = (value: string) => page.canonicalUrl === null || page.canonicalUrl.toLowerCase().includes(value.toLowerCase())
  for (const [name, value] of searchParams) {
    if (NUMBER_PARAMETER.test(name) && /^[\w-]{3,24}$/.test(value) && /\d{3}/.test(value) && kept(value))
      return [{ field: 'sku', value, raw: value, path: `url ?${name}`, source: 'page', trust: 0.5 }]
  }
  const segments = pathname.split('/').filter(Boolean).map(segment => segment.replace(/\.\w{1,5}$/, '')).reverse()
  const token = segments.slice(0, 3).map((segment, index) => numberOf(segment, index)).find(each => each !== null && kept(each)) ?? null
  return token !== null && isInAddress(token, page.identity) ? [{ field: 'sku', value: token, raw: token, path: 'url', source: 'page', trust: 0.45 }] : []
}

/** The number a part of an address is, starts or ends with; parts before the last one count only when they are nothing else. */
function numberOf(segment: string, fromEnd: number): string | null {
  if (/^[a-z]{0,3}\d{4,14}$/i.test(segment) || /^B0[A-Z0-9]{8}$/.test(segment))
    return segment
  if (fromEnd > 0)
    return null
  return /[-_.](?:p|i|pr|art|id)?-?(\d{5,14})$/i.exec(segment)?.[1] ?? /[-_]([a-z]{1,2}\d{6,12})$/i.exec(segment)?.[1]?.toUpperCase() ?? /^(?:p|i|pr|art|id)?-?(\d{5,14})[-_.]/i.exec(segment)?.[1] ?? null
}
