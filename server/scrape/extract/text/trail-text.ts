import type { Element } from 'domhandler'
import type { ListFinding } from '../candidate.ts'
import type { Page } from '../page.ts'
import { crumbsIn } from '../breadcrumb.ts'
import { elementsOf } from '../dom.ts'
import { pathOf } from './element-path.ts'

/** What themes call the line that says where in the shop a page is, in the languages in which they do not say "breadcrumb". */
const TRAIL = new RegExp(`(?:^|[\\s_-])(?:${[
  'bread-?crumbs?|bread-?crumb-?(?:list|trail|nav|wrapper|container)|crumbs?|crumb-?trail|you-?are-?here',
  'brotkrumen?|brotkrümel|fil-?(?:d-?)?ariane|migas(?:-de-pan)?|briciole|kruimelpad|brodkrumm\\w*|brødsmuler?|brødkrumme',
  'drobk[yu]|drobečkov\\w*|drobeckov\\w*|okruszki|morzsa\\w*|murupolku|hlebnye-?kroshki|kroshki',
].join('|')})(?=$|[\\s_-])|breadcrumb`, 'i')
const LABEL = /^(?:breadcrumbs?|brotkrumen?(?:navigation)?|fil d['’]ariane|migas de pan|kruimelpad|you are here|パンくず\S*|面包屑\S*)$/i
const FEWEST = 2
const MOST = { crumbs: 12, letters: 120 }

/** The steps from the shop's first page to the product, as a visitor reads them above it; nothing when no part of the page is called so. */
export function trailText(page: Page): ListFinding<string[]>[] {
  for (const element of elementsOf(page.document())) {
    if (!isTrail(element))
      continue
    const crumbs = crumbsIn(element.children, page.base)
    const names = crumbs.flatMap(({ name }) => name ?? [])
    if (names.length >= FEWEST && names.length <= MOST.crumbs && crumbs.some(({ url }) => url !== null) && names.every(name => name.length <= MOST.letters))
      return [{ value: names, raw: names.join(' > '), path: pathOf(element), source: 'text' }]
  }
  return []
}

function isTrail({ attribs }: Element): boolean {
  return TRAIL.test(attribs.class ?? '') || TRAIL.test(attribs.id ?? '') || LABEL.test(attribs['aria-label']?.trim() ?? '')
}
