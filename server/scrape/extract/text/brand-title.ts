import type { Element } from 'domhandler'
import type { Candidate } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import { mayBeName } from '../../normalize/brand-words.ts'
import { foldWords } from '../../normalize/fold.ts'
import { cleanText } from '../../normalize/text.ts'
import { elementsOf, textOfNode } from '../dom.ts'
import { parentOf } from './cards.ts'

const PARTS = /\s+[|•·–—-]\s+|\s*\|\s*/
const MOST = { words: 3, letters: 40 }
const TRUST = 0.76
const leadsHome = (href: string) => /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i.test(href) && href !== ''
const joined = (text: string) => foldWords(text).replaceAll(' ', '')

/** Whether one of the page's titles holds a name, as words of its own. */
export function isNamed(name: string, page: Page): boolean {
  const words = foldWords(name)
  return words !== '' && page.identity.titles.some(title => ` ${foldWords(title)} `.includes(` ${words} `))
}

/** Whether one of the page's titles begins with a name, written as it is: `On Cloud 5` and `On`. */
export function leads(name: string, page: Page): boolean {
  return /^\p{Lu}/u.test(name) && page.identity.titles.some(title => title.startsWith(`${name} `))
}

/**
 * Titles often are the heading with the brand before it (`Artemide Tolomeo Mini` over the heading `Tolomeo Mini`). It counts
 * when the page names it once more as a thing of its own: in a link, a picture's text or a label; and the shop's own name,
 * which stands there as often, never does.
 */
export function titleBrand(page: Page, outline: Outline): Candidate[] {
  const heading = outline.titleElement ? cleanText(textOfNode(outline.titleElement, 400)) : ''
  if (heading.length < 3)
    return []
  const prefixes = new Set([page.title, page.meta('og:title') ?? '', page.meta('twitter:title') ?? ''].flatMap(title => before(heading, cleanText(title)) ?? []))
  const shop = prefixes.size === 0 ? [] : shopNames(page, outline)
  for (const prefix of prefixes) {
    if (!shop.includes(joined(prefix)) && isNamedApart(prefix, heading, page, outline))
      return [{ field: 'brand', value: prefix, raw: prefix, path: 'title', source: 'text', trust: TRUST }]
  }
  return []
}

/** What stands before the heading in a title, up to a sign that parts titles, when it may be a name. */
function before(heading: string, title: string): string | null {
  const at = title.toLowerCase().indexOf(` ${heading.toLowerCase()}`)
  if (at <= 0 || /^[\p{L}\p{N}]/u.test(title.slice(at + 1 + heading.length)))
    return null
  const prefix = title.slice(0, at).split(PARTS).at(-1)?.replace(/[\s:,–-]+$/u, '').trim() ?? ''
  const isShort = prefix.length >= 2 && prefix.length <= MOST.letters && prefix.split(' ').length <= MOST.words
  return isShort && !/^\p{Ll}/u.test(prefix) && mayBeName(prefix) && !/^\d/.test(prefix) ? prefix : null
}

/** Names that the shop gives itself: in its address, its meta tags, at the end of its titles and on the link to its front page. */
function shopNames(page: Page, outline: Outline): string[] {
  const host = URL.canParse(page.url) ? new URL(page.url).hostname.replace(/^www\./, '').split('.') : []
  const ends = page.title.split(PARTS)
  const names = [page.meta('og:site_name', 'application-name', 'apple-mobile-web-app-title', 'author') ?? '', ...host.slice(0, -1), ends.length > 1 ? ends.at(-1) ?? '' : '']
  for (const run of outline.runs.slice(0, 400)) {
    if (run.inLink && run.text.length <= MOST.letters && leadsHome(run.element.attribs.href ?? ''))
      names.push(run.text)
  }
  return names.map(joined).filter(Boolean)
}

function isNamedApart(name: string, heading: string, page: Page, outline: Outline): boolean {
  const wanted = foldWords(name)
  if (outline.runs.some(run => run.text.length < MOST.letters + 10 && foldWords(run.text) === wanted && !leadsHome(run.element.attribs.href ?? '')))
    return true
  return [...elementsOf(page.document())].some(element => element.name === 'img' && isAltOf(wanted, element.attribs.alt ?? '', heading) && !isInHomeLink(element))
}

/** A picture's text that is the name, or the name and then the heading (`Artemide - Tolomeo Mini - white`). */
function isAltOf(wanted: string, alt: string, heading: string): boolean {
  const [first = '', second = ''] = alt.slice(0, 200).split(PARTS)
  return foldWords(alt.slice(0, 80)) === wanted || (foldWords(first) === wanted && second !== '' && foldWords(heading).startsWith(foldWords(second)))
}

function isInHomeLink(element: Element): boolean {
  for (let at: Element | null = element, up = 0; at && up < 4; at = parentOf(at), up++) {
    if (at.name === 'a')
      return leadsHome(at.attribs.href ?? '')
  }
  return false
}
