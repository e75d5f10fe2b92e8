import type { Element } from 'domhandler'
import type { Candidate } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import { mayBeName } from '../../normalize/brand-words.ts'
import { foldWords } from '../../normalize/fold.ts'
import { cleanText } from '../../normalize/text.ts'
import { elementsOf, textOfNode } from '../dom.ts'
import { parentOf } from './cards.ts'
import { pathOf } from './element-path.ts'

/** Fewer are a choice of something else, or no list at all. */
const LEAST = 4
const MOST = { names: 3000, letters: 40 }
/** The brand of an accessory may stand behind that of the thing it is for. */
const TRUST = 0.66
const BRAND_NAME = /(?:^|[^a-z])(?:brand|manufacturer|marke|marque|marca|merk|hersteller|vendor|designer|producer|producent|vyrobce|fabricante)s?(?:_?id)?(?:$|[^a-z])/i

/**
 * The brand that the heading begins with, of those that the shop lists for its visitors to choose from: links to brands in
 * menus and filters, options of a search form. The longest of several (`Calvin Klein Jeans` before `Calvin Klein`).
 */
export function listedBrand(page: Page, { titleElement }: Outline, isBrandLink: (link: Element) => boolean): Candidate[] {
  const heading = titleElement ? foldWords(cleanText(textOfNode(titleElement, 400))) : ''
  if (heading === '')
    return []
  const listed = new Map<string, { name: string, element: Element }>()
  for (const element of elementsOf(page.document())) {
    if (listed.size >= MOST.names)
      break
    if (!(element.name === 'option' ? isBrandChoice(element) : element.name === 'a' && isBrandLink(element)))
      continue
    const name = cleanText(textOfNode(element, 200)).replace(/\s*\(\d+\)$/, '')
    const words = foldWords(name)
    if (words.length >= 2 && name.length <= MOST.letters && mayBeName(name) && !listed.has(words))
      listed.set(words, { name, element })
  }
  if (listed.size < LEAST)
    return []
  const [, best] = [...listed].filter(([words]) => heading.startsWith(`${words} `)).sort(([a], [b]) => b.length - a.length)[0] ?? []
  return best ? [{ field: 'brand', value: best.name, raw: best.name, path: pathOf(best.element), source: 'text', trust: TRUST }] : []
}

/** An option of a list to choose a brand from. */
function isBrandChoice(option: Element): boolean {
  const outer = parentOf(option)
  const select = outer?.name === 'optgroup' ? parentOf(outer) : outer
  return select !== null && BRAND_NAME.test(`${select.attribs.name ?? ''} ${select.attribs.id ?? ''}`)
}
