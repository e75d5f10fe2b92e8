import type { Node } from './page-tree.ts'
import { resolveLink } from '../url/canonical.ts'
import { descendants } from './page-tree.ts'
import { scriptedLink } from './scripted-link.ts'

/** A product's card in a list. */
export interface Card {
  url: string
  hasPrice: boolean
}

const price = /(?:[$€£¥₹₩₽₺₴₪₫฿₱₦]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|JPY|CNY|INR|AUD|CAD|BRL|MXN|TRY|RUB|UAH|AED|SAR|KWD|BHD|TND|ZAR|Kč|zł|kr\.?|Ft|lei|лв|грн|руб|R\$|Rs\.?))\s?\d|\d[\d .,'’]*\s?(?:[$€£¥₹₩₽₺₴₪₫฿₱₦円元원]|USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|JPY|Kč|zł|kr\b|Ft\b|lei\b|лв|грн|руб|,-|,–)|\d+[.,]\d{2}(?!\d)/i
const actionLink = /\/(?:cart|basket|warenkorb|panier|checkout|wishlist|compare|login|account)(?:[/?]|$)|[?&](?:add-to-cart|add_to_wishlist|add_to_compare|action)=/i
const leastCards = 2

/**
 * Product cards of a listing: elements that repeat below one parent, each with a link of its own and an image or a price.
 * The grid with the most prices wins over menus and "recently viewed" strips; several grids may stand on one page.
 */
export function findCards(root: Node, baseUrl: string): Card[] {
  const found = new Map<string, Card>()
  const inGrid = new Set<Node>()
  for (const parent of descendants(root)) {
    if (parent.children.length < leastCards || inGrid.has(parent))
      continue
    for (const group of Map.groupBy(parent.children, child => child.signature).values()) {
      const cards = group.length < leastCards ? [] : readGroup(group, baseUrl)
      if (cards.length < leastCards)
        continue
      group.forEach(node => inGrid.add(node))
      for (const card of cards) {
        const known = found.get(card.url)
        if (!known || (card.hasPrice && !known.hasPrice))
          found.set(card.url, card)
      }
    }
  }
  return [...found.values()]
}

/** The cards of one group of like elements, or none when most of them are no cards. */
function readGroup(group: readonly Node[], baseUrl: string): Card[] {
  const read = group.map(node => readCard(node, baseUrl))
  const cards = read.filter(card => card !== null)
  const urls = new Set(cards.map(card => card.url))
  // Cards lead to different places: a group whose links agree is a product's own gallery or a row of buttons.
  const isGrid = cards.length >= group.length * 0.6 && urls.size >= cards.length * 0.8 && (cards.some(card => card.hasPrice) || cards.length >= 4)
  return isGrid ? cards : []
}

function readCard(node: Node, baseUrl: string): Card | null {
  const links: Node[] = node.tag === 'a' ? [node] : []
  let scripted = scriptedLink(node)
  let hasImage = false
  let size = 0
  for (const inner of descendants(node)) {
    if (++size > 600)
      return null
    if (inner.tag === 'a')
      links.push(inner)
    else
      scripted ??= scriptedLink(inner)
    hasImage ||= inner.tag === 'img' || inner.tag === 'picture' || /background-image/.test(inner.attributes.style ?? '')
  }
  const hasPrice = price.test(node.text)
  const hrefs = links.map(link => link.attributes.href ?? '').filter(href => resolveLink(href, baseUrl) !== null)
  const url = productLink(hrefs.length > 0 || scripted === null ? hrefs : [scripted], baseUrl)
  return url !== null && (hasPrice || hasImage) && (hasPrice || node.text.trim().length > 1) ? { url, hasPrice } : null
}

/** The address that most links of a card share (image and title both lead there), the first of them when they differ. */
function productLink(hrefs: readonly string[], baseUrl: string): string | null {
  const counts = new Map<string, number>()
  for (const href of hrefs) {
    const url = resolveLink(href, baseUrl)
    if (url !== null && !actionLink.test(url) && url !== baseUrl)
      counts.set(url, (counts.get(url) ?? 0) + 1)
  }
  // A list of many different links is a menu.
  if (counts.size > 12)
    return null
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
