import type { Element } from 'domhandler'
import type { Recipe } from '../../contract/recipe.ts'
import type { Findings } from './candidate.ts'
import type { Page } from './page.ts'
import { joinFindings } from './candidate.ts'
import { readJsonLd } from './json-ld.ts'
import { readMicrodata } from './microdata.ts'
import { metaFindings } from './opengraph.ts'
import { pageFindings } from './page-findings.ts'
import { platformFindings } from './platforms/index.ts'
import { readRdfa } from './rdfa.ts'
import { recipeFindings } from './recipe.ts'
import { schemaFindings } from './schema-findings.ts'
import { isSettled } from './settled.ts'
import { stateFindings, stateValues } from './state/index.ts'
import { isElsewhere } from './text/cards.ts'
import { textFindings } from './text/index.ts'
import { outlineOf } from './text/outline.ts'

/** Everything the page says, from cheap to dear: what needs a tree of the page is asked only while something is open. */
export function readPage(page: Page, recipe: Recipe | null): Findings {
  const own = recipe ? [recipeFindings(recipe, page)] : []
  const cheap = joinFindings([...own, schemaFindings(readJsonLd(page.scan, () => page.hasBrokenData = true), 'json-ld', page), metaFindings(page), pageFindings(page)])
  if (isSettled(page, cheap) || coversNeeds(own))
    return cheap
  const document = page.document()
  const outline = outlineOf(page)
  const isOwn = (element: Element) => !isElsewhere(element, page, outline)
  const values = stateValues(page, isOwn)
  return joinFindings([
    cheap,
    schemaFindings(readMicrodata(document, page.base), 'microdata', page),
    schemaFindings(readRdfa(document, page.base), 'rdfa', page),
    platformFindings(page, values, cheap, isOwn),
    stateFindings(page, values),
    textFindings(page, outline),
  ])
}

/** A recipe that gives name, price and stock leaves nothing that would be worth the time. */
function coversNeeds(own: Findings[]): boolean {
  const found = new Set(own.flatMap(each => each.candidates.map(candidate => candidate.field)))
  return found.has('name') && found.has('price') && found.has('currency') && found.has('availability')
}
