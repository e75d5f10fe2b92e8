import type { ChildNode, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { cleanText } from '../normalize/text.ts'
import { elementsOf, parseBounded, textOfNode } from './dom.ts'
import { absoluteUrl } from './page.ts'

export interface Crumb {
  name: string | null
  url: string | null
}

const SEPARATORS = '<>‹›«»/\\\\|•·／＞＜｜⁄∕∙→←⟶⟵▷◁◂◀⮞🡒➔➜➝➞➟➠➡➤►▶▸▹▻⟩❯❱〉》≫≻⇒⇨–—:.,+~*-'
/** A collapsed middle (`…`) is no step either. */
const ALONE = new RegExp(`^[…${SEPARATORS}]+$`, 'u')
const LEADING = new RegExp(`^[${SEPARATORS}]+\\s+`, 'u')
const TRAILING = new RegExp(`\\s+[${SEPARATORS}]+$`, 'u')
const BETWEEN = new RegExp(`(?<=\\s)[${SEPARATORS}]+(?=\\s)`, 'gu')
/** Fonts that draw their icons from words (`chevron_right`). */
const ICON_FONT = /(?:^|\s)material-(?:icons|symbols)/
const DROPDOWN = /drop-?_?down|actions|submenu|sub-menu/i
const LIMITS = { crumbs: 100, depth: 14 }

interface Trail {
  crumbs: (Crumb & { marked: boolean })[]
  /** The separator behind each crumb, where the page prints one. */
  separators: (string | null)[]
}

/** The steps of a breadcrumb component with their addresses; separators, drop-downs and "back" links are left out. */
export function extractBreadcrumbs(html: string, baseUrl: string): Crumb[] {
  const trail: Trail = { crumbs: [], separators: [] }
  for (const child of parseBounded(html).children)
    walk(child, trail, baseUrl, { depth: 0, inList: false, marked: false })
  return tidy(trail)
}

interface Place {
  depth: number
  inList: boolean
  /** Below something marked as a breadcrumb item. */
  marked: boolean
}

function walk(node: ChildNode, trail: Trail, base: string, place: Place): void {
  if (trail.crumbs.length >= LIMITS.crumbs || place.depth > LIMITS.depth)
    return
  if (isText(node)) {
    push(trail, cleanText(node.data), null, place.marked)
    return
  }
  if (!isTag(node) || node.name === 'button' || node.name === 'script' || node.name === 'style' || node.name === 'svg' || ICON_FONT.test(node.attribs.class ?? ''))
    return
  if (node.name === 'a' || !node.children.some(isTag)) {
    const href = node.name === 'a' ? node.attribs.href : undefined
    const name = cleanText(textOfNode(node)) || nameOfDrawing(node)
    push(trail, name, href === undefined || href.startsWith('#') ? null : absoluteUrl(href, base), place.marked)
    return
  }
  const isList = node.name === 'ul' || node.name === 'ol'
  if (isList && (place.inList || DROPDOWN.test(node.attribs.class ?? '')))
    return
  const marked = place.marked || /listitem|data-vocabulary\.org\/breadcrumb/i.test(`${node.attribs.itemtype ?? ''} ${node.attribs.typeof ?? ''}`)
  for (const child of node.children)
    walk(child, trail, base, { depth: place.depth + 1, inList: place.inList || isList, marked })
}

/** A step that is only drawn, as the house for the first page is: what says its name to those who do not see it. */
function nameOfDrawing(link: Element): string {
  const drawn = [...elementsOf(link)].slice(0, 20).find(each => each.name === 'title')
  return [link.attribs.title, link.attribs['aria-label'], drawn && textOfNode(drawn)].map(name => cleanText(name ?? '')).find(Boolean) ?? ''
}

function push(trail: Trail, text: string, url: string | null, marked: boolean): void {
  const last = trail.separators.length - 1
  if (ALONE.test(text)) {
    if (last >= 0 && !url)
      trail.separators[last] ??= text
    if (!url)
      return
    text = ''
  }
  const leading = LEADING.exec(text)?.[0].trim() ?? null
  if (leading && last >= 0)
    trail.separators[last] ??= leading
  const trailing = TRAILING.exec(text)?.[0].trim() ?? null
  const name = text.replace(LEADING, '').replace(TRAILING, '')
  if (name === '' && url === null)
    return
  trail.crumbs.push({ name: name || null, url, marked })
  trail.separators.push(trailing)
}

function tidy({ crumbs, separators }: Trail): Crumb[] {
  const only = crumbs[0]
  if (crumbs.length === 1 && only?.name && !only.url)
    return splitText(only.name).map(cleanText).filter(Boolean).map(name => ({ name, url: null }))
  const kept = crumbs.some(crumb => crumb.marked) ? byMarkup(crumbs) : bySeparators(crumbs, separators)
  return withoutBackLink(kept).map(({ name, url }) => ({ name, url }))
}

/** A trail that is one text, at the separator it uses most: another one is part of a name (`Home › Shoes › Blue - Shoe`). */
function splitText(text: string): string[] {
  const main = commonest([...text.matchAll(BETWEEN)].map(match => match[0].trim()))
  return main === undefined ? [text] : text.split(new RegExp(`\\s+${escape(main)}\\s+`, 'u'))
}

/** Of texts that are as common the first. */
function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** Home and the product itself often stand unmarked at the two ends. */
function byMarkup<T extends { marked: boolean }>(crumbs: T[]): T[] {
  const first = crumbs.findIndex(crumb => crumb.marked)
  const last = crumbs.findLastIndex(crumb => crumb.marked)
  return crumbs.filter((crumb, index) => crumb.marked || index === first - 1 || index === last + 1)
}

/** Where one separator is used, what it does not touch is not part of the trail. */
function bySeparators<T>(crumbs: T[], separators: (string | null)[]): T[] {
  const main = commonest(separators.filter(separator => separator !== null))
  return main === undefined ? crumbs : crumbs.filter((_, index) => separators[index] === main || separators[index - 1] === main)
}

function withoutBackLink(crumbs: Crumb[]): Crumb[] {
  const first = crumbs[0]
  const last = crumbs.at(-1)
  if (first?.url && crumbs.slice(1).some(crumb => crumb.url === first.url))
    return crumbs.slice(1)
  if (last?.url && crumbs.slice(1, -1).some(crumb => crumb.url === last.url))
    return crumbs.slice(0, -1)
  return crumbs
}
