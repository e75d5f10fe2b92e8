import type { Findings, ScalarField } from './candidate.ts'
import type { Page } from './page.ts'
import { cleanHtml, cleanText } from '../normalize/text.ts'
import { noFindings } from './candidate.ts'
import { nameMatch, wordsOf } from './identity.ts'

/** How much of a heading must stand in the title for it to be the product's. */
const NAMED = 0.6
const TITLE_PARTS = /\s+[|•·–—-]\s+|\s*\|\s*/

/** What a page says of itself without any markup of products: heading, title, address and language. */
export function pageFindings(page: Page): Findings {
  const findings = noFindings()
  const add = (field: ScalarField, value: string | null, raw: string | null, path: string, trust: number) => {
    if (value && raw)
      findings.candidates.push({ field, value, raw, path, source: 'page', trust })
  }
  const heading = headingOf(page)
  const ogTitle = page.meta('og:title', 'twitter:title')
  const bare = ogTitle ?? page.title
  if (heading && heading.text.length < 300)
    add('name', heading.text, heading.raw, 'h1', titleHas(page, heading.text) ? 0.85 : 0.6)
  if (bare)
    add('name', cleanText(bare).split(TITLE_PARTS)[0] ?? null, bare, ogTitle ? 'meta[og:title]' : 'title', 0.55)
  add('url', page.canonicalUrl, page.canonicalUrl, 'link[rel=canonical]', 0.9)
  add('language', page.statedLanguage, page.scan.language ?? page.statedLanguage, 'html[lang]', 0.9)
  return findings
}

/** The heading that the page's title names best, else the first; without what stands in it beside the name, such as buttons. */
function headingOf(page: Page): { raw: string, text: string } | undefined {
  const headings = page.scan.headings.map(raw => ({ raw, text: nameIn(raw, page) })).filter(each => each.text !== '')
  const whole = headings.find(each => titleHas(page, each.text))
  if (whole || headings.length < 2)
    return whole ?? headings[0]
  const titles = { ...page.identity, titles: [page.title, page.meta('og:title') ?? ''] }
  const named = headings.map(heading => ({ heading, match: nameMatch(heading.text, titles) })).sort((a, b) => b.match - a.match)[0]
  return named && named.match >= NAMED ? named.heading : headings[0]
}

/** The first piece of a heading where the title knows that and next to nothing of the rest (`<h1>Long dress<span>Details</span>`). */
function nameIn(raw: string, page: Page): string {
  const whole = cleanHtml(raw).replaceAll('\n', ' ')
  const first = raw.split(/<[^<>]*>/).map(cleanText).find(Boolean) ?? ''
  if (first === '' || first === whole || !whole.startsWith(first) || !titleHas(page, first))
    return whole
  const known = wordsOf(`${page.title} ${page.meta('og:title') ?? ''}`)
  const rest = [...wordsOf(whole.slice(first.length))]
  return rest.filter(word => known.has(word)).length * 3 < rest.length ? first : whole
}

function titleHas(page: Page, text: string): boolean {
  return [page.title, page.meta('og:title') ?? ''].some(title => title.toLowerCase().includes(text.toLowerCase()))
}
