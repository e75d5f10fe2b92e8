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
/** Longer runs are decoration that a shop wrote into a name (`Steel *****`). */
const LEADING = new RegExp(`^[${SEPARATORS}]{1,3}\\s+`, 'u')
const TRAILING = new RegExp(`\\s+[${SEPARATORS}]{1,3}$`, 'u')
const BETWEEN = new RegExp(`(?<=\\s)[${SEPARATORS}]+(?=\\s)`, 'gu')
/** Fonts that draw their icons from words (`chevron_right`). */
const ICON_FONT = /(?:^|\s)material-(?:icons|symbols)/
const DROPDOWN = /drop-?_?down|actions|submenu|sub-menu/i
/** What opens below a step; `dropdown` alone is also the class of the step that opens it. */
const OPENED = /drop-?_?down[-_]*(?:menu|content|list|panel|items)|sub-?menu/i
const LIMITS = { crumbs: 100, depth: 14 }

interface Trail {
  crumbs: (Crumb & { marked: boolean })[]
  /** The separator behind each crumb, where the page prints one. */
  separators: (string | null)[]
}

/** The steps of a breadcrumb component with their addresses; separators, drop-downs and "back" links are left out. */
export function extractBreadcrumbs(html: string, baseUrl: string): Crumb[] {
  return crumbsIn(parseBounded(html).children, baseUrl)
}

/** The same of a component that is a part of a page. */
export function crumbsIn(nodes: readonly ChildNode[], baseUrl: string): Crumb[] {
  const trail: Trail = { crumbs: [], separators: [] }
  for (const node of nodes)
    walk(node, trail, baseUrl, { depth: 0, inList: false, marked: false })
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
    if (href?.includes('history.') === true && href.startsWith('javascript:'))
      return
    const name = cleanText(textOfNode(node)) || nameOfDrawing(node)
    push(trail, name, href === undefined || href.startsWith('#') ? null : absoluteUrl(href, base), place.marked)
    return
  }
  const isList = node.name === 'ul' || node.name === 'ol'
  const classes = node.attribs.class ?? ''
  if (isList ? DROPDOWN.test(classes) || (place.inList && !isChain(node)) : place.inList && OPENED.test(classes))
    return
  const marked = place.marked || /listitem|data-vocabulary\.org\/breadcrumb/i.test(`${node.attribs.itemtype ?? ''} ${node.attribs.typeof ?? ''}`)
  for (const child of node.children)
    walk(child, trail, base, { depth: place.depth + 1, inList: place.inList || isList, marked })
}

/** Whether a list in a list is the next step, each written into the one before, rather than a choice of steps. */
function isChain(list: Element): boolean {
  const isOne = (each: Element | null): boolean => each !== null && each.children.filter(child => isTag(child) && child.name === 'li').length === 1
  return isOne(list) && isOne(list.parent && isTag(list.parent) && list.parent.parent && isTag(list.parent.parent) ? list.parent.parent : null)
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

function mainOf(separators: readonly (string | null)[]): string | undefined {
  return commonest(separators.filter(separator => separator !== null))
}

/** Other signs than arrows stand in names too, so that a text without an address is not cut at them. */
function pointing(separator: string | undefined): string | undefined {
  return separator !== undefined && /^[<>‹›«»→]+$/.test(separator) ? separator : undefined
}

function tidy({ crumbs, separators }: Trail): Crumb[] {
  const only = crumbs[0]
  if (crumbs.length === 1 && only?.name && !only.url)
    return splitText(only.name).map(cleanText).filter(Boolean).map(name => ({ name, url: null }))
  const kept = crumbs.some(crumb => crumb.marked) ? byMarkup(crumbs) : bySeparators(crumbs, separators)
  return withoutBackLink(withoutLabel(kept)).flatMap(({ name, url }) => url === null && name !== null ? splitAt(name, pointing(mainOf(separators))).map(part => ({ name: part, url })) : [{ name, url }])
}

/** Without the words before the first step ("You are here:"). */
function withoutLabel<T extends Crumb>(crumbs: T[]): T[] {
  const first = crumbs[0]
  return crumbs.length > 1 && first?.url === null && first.name?.endsWith(':') === true ? crumbs.slice(1) : crumbs
}

/** A trail that is one text, at the separator it uses most: another one is part of a name (`Home › Shoes › Blue - Shoe`). */
function splitText(text: string): string[] {
  return splitAt(text, commonest([...text.matchAll(BETWEEN)].map(match => match[0].trim())))
}

function splitAt(text: string, separator: string | undefined): string[] {
  return separator === undefined ? [text] : text.split(new RegExp(`\\s+${escape(separator)}\\s+`, 'u'))
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
  const main = mainOf(separators)
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
