/** What the page itself says it is about: for telling its product from those in carousels. */
export interface Identity {
  /** Address of the page and its canonical and og:url forms, without scheme, query and fragment. */
  addresses: ReadonlySet<string>
  url: string
  /** Clean texts of title, og:title and headings. */
  titles: readonly string[]
}

/** `https://www.Shop.example/a/b/?x=1#y` → `shop.example/a/b`. */
export function bareAddress(url: string, base: string): string | null {
  if (!URL.canParse(url, base))
    return null
  const { hostname, pathname } = new URL(url, base)
  let path = pathname
  try {
    path = decodeURIComponent(pathname)
  }
  catch { /* a broken escape stays as it is */ }
  return `${hostname.replace(/^www\./, '')}${path.replace(/\/+$/, '')}`.toLowerCase()
}

const WORD = /[\p{L}\p{N}]+/gu

export function wordsOf(text: string): Set<string> {
  return new Set(text.slice(0, 1000).toLowerCase().normalize('NFKC').match(WORD))
}

/** How much of a product's name stands in one of the page's titles: 0 to 1. */
export function nameMatch(name: string, identity: Identity): number {
  const words = wordsOf(name)
  if (words.size === 0)
    return 0
  let best = 0
  for (const title of identity.titles) {
    const known = wordsOf(title)
    let shared = 0
    for (const word of words) {
      if (known.has(word))
        shared++
    }
    const recall = shared / words.size
    const precision = known.size === 0 ? 0 : shared / known.size
    best = Math.max(best, Math.min(1, recall * 0.75 + Math.min(1, precision * 1.5) * 0.25))
  }
  return best
}

/** Whether the page's address names this id: `/p/4667999` and id `466/7999`. */
export function isInAddress(id: string, identity: Identity): boolean {
  const plain = id.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  return plain.length >= 4 && identity.url.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '').includes(plain)
}

/** The spelling that the page's titles have for a name that scripts write without its hyphens: `TP Link` is `TP-Link`. */
export function asPrinted(name: string, identity: Identity): string {
  const parts = name.match(WORD) ?? []
  if (parts.length < 2 || parts.length > 6)
    return name
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]{1,3}')}(?![\\p{L}\\p{N}])`, 'u')
  for (const title of identity.titles) {
    const match = pattern.exec(title.slice(0, 1000))
    if (match)
      return match[0]
  }
  return name
}
