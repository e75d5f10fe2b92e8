import type { Findings, ScalarField } from './candidate.ts'
import type { Page } from './page.ts'
import { cleanHtml, cleanText } from '../normalize/text.ts'
import { noFindings } from './candidate.ts'

const TITLE_PARTS = /\s+[|•·–—-]\s+|\s*\|\s*/

/** What a page says of itself without any markup of products: heading, title, address and language. */
export function pageFindings(page: Page): Findings {
  const findings = noFindings()
  const add = (field: ScalarField, value: string | null, raw: string | null, path: string, trust: number) => {
    if (value && raw)
      findings.candidates.push({ field, value, raw, path, source: 'page', trust })
  }
  const heading = page.scan.headings.map(raw => ({ raw, text: cleanHtml(raw).replaceAll('\n', ' ') })).find(each => each.text !== '')
  const ogTitle = page.meta('og:title', 'twitter:title')
  const bare = ogTitle ?? page.title
  if (heading && heading.text.length < 300)
    add('name', heading.text, heading.raw, 'h1', titleHas(page, heading.text) ? 0.85 : 0.6)
  if (bare)
    add('name', cleanText(bare).split(TITLE_PARTS)[0] ?? null, bare, ogTitle ? 'meta[og:title]' : 'title', 0.55)
  add('url', page.canonicalUrl, page.canonicalUrl, 'link[rel=canonical]', 0.9)
  add('language', page.language, page.scan.language ?? page.language, 'html[lang]', 0.9)
  return findings
}

function titleHas(page: Page, text: string): boolean {
  return [page.title, page.meta('og:title') ?? ''].some(title => title.toLowerCase().includes(text.toLowerCase()))
}
