import type { Identifiable } from '../../contract/identity.ts'
import { urlKey } from './canonical.ts'

/** Prefixes of marks in the order of their strength. */
const ranks = ['gtin:', 'shopify:', 'woo:', 'magento:', 'vtex:', 'sku:', 'url:', 'look:']

/**
 * The marks by which a product is known again, strongest first: GTIN, the platform's id, SKU, address, and looks (name and
 * first image). A renamed handle keeps its id, a shop that changes its platform keeps GTINs, SKUs and names.
 */
export function identityMarks({ key, url, draft }: Identifiable): string[] {
  const variants = draft.variants ?? []
  const gtins = [draft.gtin, ...variants.map(variant => variant.gtin)].filter(gtin => gtin != null)
  const skus = [draft.sku, ...variants.map(variant => variant.sku)].filter(sku => sku != null && sku.trim().length >= 3)
  return [...new Set([
    ...gtins.map(gtin => `gtin:${gtin.padStart(14, '0')}`),
    ...(key.startsWith('url:') ? [] : [key]),
    ...skus.map(sku => `sku:${sku!.trim().toLowerCase()}`),
    urlKey(url),
    ...look(draft.name, draft.images?.[0]),
  ])]
}

/**
 * Which of the `met` products are which of the `known` ones, by key. A mark counts only while it is one product's alone on
 * either side: a SKU that a shop gives to ten things identifies none of them. Each product is matched once, by its
 * strongest mark.
 */
export function matchIdentities(known: readonly Identifiable[], met: readonly Identifiable[]): Map<string, string> {
  const matches = new Map<string, string>()
  const taken = new Set<string>()
  const knownBy = ownersByMark(known)
  const metBy = ownersByMark(met)
  for (const rank of ranks) {
    for (const [mark, owner] of metBy) {
      const counterpart = knownBy.get(mark)
      if (!mark.startsWith(rank) || owner === null || counterpart == null || matches.has(owner) || taken.has(counterpart))
        continue
      matches.set(owner, counterpart)
      taken.add(counterpart)
    }
  }
  return matches
}

/** The one product that has a mark, or null when several have it. */
function ownersByMark(products: readonly Identifiable[]): Map<string, string | null> {
  const owners = new Map<string, string | null>()
  for (const product of products) {
    for (const mark of identityMarks(product))
      owners.set(mark, owners.has(mark) && owners.get(mark) !== product.key ? null : product.key)
  }
  return owners
}

/** Name and file of the first image; a name alone is too weak. Sizes and tokens that image servers add do not count. */
function look(name: string | null | undefined, image: string | undefined): string[] {
  if (name == null || image === undefined || !URL.canParse(image))
    return []
  const file = new URL(image).pathname.split('/').at(-1)!.toLowerCase()
    .replace(/\.(?:jpe?g|png|webp|avif|gif)$/, '')
    .replace(/[_-](?:\d{2,4}x\d{0,4}|x\d{2,4}|small|medium|large|grande|master|scaled|thumb(?:nail)?)(?:@\dx)?$/, '')
  const words = name.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return file === '' || words === '' ? [] : [`look:${words}|${file}`]
}
