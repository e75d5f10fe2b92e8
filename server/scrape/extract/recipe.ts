import type { Element, ParentNode } from 'domhandler'
import type { Recipe, RecipeRule } from '../../contract/recipe.ts'
import type { Findings, ScalarField, Source } from './candidate.ts'
import type { Page } from './page.ts'
import { selectAll, selectOne } from 'css-select'
import { productFields } from '../../contract/product-fields.ts'
import { parseAvailability } from '../normalize/availability.ts'
import { brandName } from '../normalize/brand.ts'
import { parseCondition } from '../normalize/condition.ts'
import { currencyOf } from '../normalize/currency.ts'
import { productGtin } from '../normalize/gtin.ts'
import { parsePrice, toDecimal } from '../normalize/price.ts'
import { cleanHtml, cleanText } from '../normalize/text.ts'
import { noFindings } from './candidate.ts'
import { textOfNode } from './dom.ts'
import { imageAddress } from './image.ts'
import { absoluteUrl } from './page.ts'
import { plainDecimal } from './schema-offer.ts'
import { trustOf } from './trust.ts'

const NOTHING: ReadonlySet<string> = new Set()
const MAX_MATCHES = 500

/** What a brand's own selectors find. A selector or pattern that cannot be read finds nothing. */
export function recipeFindings(recipe: Recipe, page: Page): Findings {
  return ruleFindings(recipe.fields, page, 'recipe')
}

/** What a set of rules finds, in the name of `source`; `isOwn` leaves out elements that are about something else. */
export function ruleFindings(fields: Recipe['fields'], page: Page, source: Source, isOwn?: (element: Element) => boolean): Findings {
  const findings = noFindings()
  for (const field of productFields) {
    const rule = fields[field]
    if (!rule)
      continue
    const texts = matchesOf(rule, page, { asImages: field === 'images', isOwn })
    const raw = texts[0]
    if (raw === undefined)
      continue
    const path = rule.attribute ? `${rule.selector} @${rule.attribute}` : rule.selector
    if (field === 'images') {
      const images = texts.flatMap(text => absoluteUrl(text, page.base) ?? [])
      if (images.length > 0)
        findings.images.push({ value: [...new Set(images)], raw, path, source })
    }
    else if (field === 'category') {
      findings.category.push({ value: (texts.length > 1 ? texts : raw.split(/\s*[>›»/|]\s*/)).map(cleanText).filter(Boolean), raw, path, source })
    }
    else {
      addScalar(findings, source, field, raw, path, page)
    }
  }
  return findings
}

/** The texts a rule takes from the page, before they are read as this or that field. */
export function matchesOf(rule: RecipeRule, page: Page, { asImages = false, isOwn }: { asImages?: boolean, isOwn?: ((element: Element) => boolean) | undefined } = {}): string[] {
  let elements: Element[]
  let pattern: RegExp | null
  try {
    elements = isOwn ? ownMatches(rule, page, isOwn) : matching(rule, page)
    pattern = rule.pattern ? new RegExp(rule.pattern, 'iu') : null
  }
  catch {
    return []
  }
  const texts: string[] = []
  for (const element of elements) {
    const text = narrow(textFor(element, rule, asImages), pattern)
    if (text !== null && text !== '')
      texts.push(transform(text, rule, page))
    if (texts.length > 0 && !rule.all)
      break
  }
  return texts
}

/** One look finds the first match, which is mostly the page's own; all are asked for only where it is not. */
function ownMatches(rule: RecipeRule, page: Page, isOwn: (element: Element) => boolean): Element[] {
  const first = rule.all ? [] : matching(rule, page)
  return first.length > 0 && first.every(isOwn) ? first : rule.all || first.length > 0 ? matching({ ...rule, all: true }, page).filter(isOwn) : []
}

function matching(rule: RecipeRule, page: Page): Element[] {
  const document: ParentNode = page.document()
  if (rule.all)
    return selectAll<ParentNode, Element>(rule.selector, document).slice(0, MAX_MATCHES)
  const first = selectOne<ParentNode, Element>(rule.selector, document)
  return first ? [first] : []
}

function textFor(element: Element, rule: RecipeRule, asImage: boolean): string {
  if (rule.attribute)
    return element.attribs[rule.attribute.toLowerCase()] ?? ''
  if (asImage)
    return imageAddress(element) ?? ''
  if (element.name === 'meta')
    return element.attribs.content ?? ''
  return textOfNode(element, 100_000, NOTHING)
}

/** Texts are cut before a person's pattern sees them: it may backtrack. */
function narrow(text: string, pattern: RegExp | null): string | null {
  if (!pattern)
    return text.trim()
  const match = pattern.exec(text.slice(0, 2000))
  return match ? (match[1] ?? match[0]).trim() : null
}

function transform(text: string, rule: RecipeRule, page: Page): string {
  switch (rule.transform) {
    case 'lowercase': return text.toLowerCase()
    case 'uppercase': return text.toUpperCase()
    case 'number': return toDecimal(/\d[\d.,' ]*/.exec(text)?.[0].trim() ?? '') ?? ''
    case 'price': return parsePrice(text, page).amount ?? ''
    case 'url': return absoluteUrl(text, page.base) ?? ''
    case 'html': return cleanHtml(text)
    case 'trim': case undefined: return text
  }
}

const readers: Readonly<Partial<Record<ScalarField, (text: string, page: Page) => string | null>>> = {
  price: text => amountOf(text),
  listPrice: text => amountOf(text),
  currency: (text, page) => currencyOf(text, page),
  availability: text => parseAvailability(text),
  gtin: text => productGtin(text),
  brand: text => brandName(text),
  condition: text => parseCondition(text),
  description: text => cleanHtml(text),
  rating: text => toDecimal(/\d+(?:[.,]\d+)?/.exec(text)?.[0] ?? '', /\d,\d/.test(text) ? ',' : '.'),
  reviewCount: text => toDecimal(/\d[\d.,' ]*/.exec(text)?.[0].trim() ?? ''),
  url: (text, page) => absoluteUrl(text, page.base),
}

function amountOf(text: string): string | null {
  const { amount } = parsePrice(text, { decimalSeparator: /^\d+\.\d+$/.test(text.trim()) && !/^\d{1,3}\.\d{3}$/.test(text.trim()) ? '.' : null })
  return amount === null || Number(amount) <= 0 ? null : plainDecimal(amount)
}

function addScalar(findings: Findings, source: Source, field: ScalarField, raw: string, path: string, page: Page): void {
  const value = (readers[field] ?? cleanText)(raw, page)
  if (value === null || value === '')
    return
  findings.candidates.push({ field, value, raw: raw.slice(0, 20_000), path, source, trust: trustOf(source, field) })
  if (field === 'price') {
    const currency = currencyOf(raw, page)
    if (currency)
      findings.candidates.push({ field: 'currency', value: currency, raw, path, source, trust: Math.min(0.95, trustOf(source, 'currency')) })
  }
}
