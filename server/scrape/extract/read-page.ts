import type { Findings } from './candidate.ts'
import { readJsonLd } from './json-ld.ts'
import { metaFindings } from './opengraph.ts'
import { pageFindings } from './page-findings.ts'
import type { Page } from './page.ts'
import { schemaFindings } from './schema-findings.ts'

/** Everything the page says, from cheap to dear. */
export function readPage(page: Page): Findings[] {
  return [schemaFindings(readJsonLd(page.scan), 'json-ld', page), metaFindings(page), pageFindings(page)]
}
