import type { Card } from './cards.ts'
import type { Node } from './page-tree.ts'
import { resolveLink } from '../url/canonical.ts'
import { findCards } from './cards.ts'
import { itemListUrls } from './item-list.ts'
import { ancestors, descendants, parsePage } from './page-tree.ts'
import { findPagination } from './pagination.ts'
import { readStateList } from './state-cards.ts'

/** A page that shows fewer cards with prices may leave it to its scripts to draw them. */
const leastDrawn = 3

/** What a page offers to someone who looks for products. All addresses are absolute. */
export interface ListingPage {
  cards: Card[]
  /** Products that only the page's data names, without an address: its scripts make a list of them. */
  undrawn: string[]
  /** From JSON-LD: the shop itself says that these are the list. */
  listed: string[]
  pagination: string[]
  /** Every other link, menu links first. */
  links: string[]
}

/** Reads a page as a listing. Pure; never throws. */
export function readListingPage(html: string, url: string): ListingPage {
  const { root, jsonLd } = parsePage(html)
  const base = baseOf(root, url)
  const menu = new Set<string>()
  const others = new Set<string>()
  for (const node of descendants(root)) {
    if (node.tag !== 'a' || /\b(?:nofollow|external)\b/i.test(node.attributes.rel ?? ''))
      continue
    const link = resolveLink(node.attributes.href ?? '', base)
    if (link !== null && link !== url)
      (isInMenu(node) ? menu : others).add(link)
  }
  const pagination = findPagination(root, url, base)
  const drawn = findCards(root, base)
  const isDrawn = drawn.filter(card => card.hasPrice).length >= leastDrawn
  const behind = isDrawn ? null : readStateList(html, base)
  return {
    cards: [...drawn, ...behind?.cards ?? []],
    undrawn: behind?.handles ?? [],
    listed: itemListUrls(jsonLd, base),
    pagination,
    links: [...menu.union(others).difference(new Set(pagination))],
  }
}

function baseOf(root: Node, url: string): string {
  for (const node of descendants(root)) {
    if (node.tag === 'base' && node.attributes.href !== undefined)
      return resolveLink(node.attributes.href, url) ?? url
  }
  return url
}

function isInMenu(node: Node): boolean {
  return ancestors(node).take(12).some(outer =>
    outer.tag === 'nav' || outer.tag === 'header' || /\b(?:nav|menu|categor)/i.test(`${outer.attributes.class ?? ''} ${outer.attributes.id ?? ''}`))
}
