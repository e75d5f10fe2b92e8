import type { Findings } from './candidate.ts'
import { readJsonLd } from './json-ld.ts'
import { readMicrodata } from './microdata.ts'
import { metaFindings } from './opengraph.ts'
import { pageFindings } from './page-findings.ts'
import type { Page } from './page.ts'
import { readRdfa } from './rdfa.ts'
import { schemaFindings } from './schema-findings.ts'
import { stateFindings } from './state/index.ts'
import { textFindings } from './text/index.ts'

/** Everything the page says, from cheap to dear. */
export function readPage(page: Page): Findings[] {
  const cheap = [schemaFindings(readJsonLd(page.scan), 'json-ld', page), metaFindings(page), pageFindings(page)]
  const document = page.document()
  const dear = [schemaFindings(readMicrodata(document, page.base), 'microdata', page), schemaFindings(readRdfa(document, page.base), 'rdfa', page), stateFindings(page, true), textFindings(page)]
  return [...cheap, ...dear]
}
