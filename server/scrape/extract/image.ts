import type { Element } from 'domhandler'
import { isTag } from 'domhandler'

const LAZY = ['data-zoom-image', 'data-large_image', 'data-large-image', 'data-zoom', 'data-full', 'data-original', 'data-lazy-src', 'data-lazy', 'data-src']

/** The address of an image element: the largest of its `srcset`, the full-size one behind a zoom, or what is loaded lazily. */
export function imageAddress(element: Element): string | null {
  if (element.name !== 'img' && element.name !== 'source' && element.name !== 'picture')
    return element.attribs.content || element.attribs.href || element.attribs.src || element.attribs['data-src'] || null
  if (element.name === 'picture') {
    const inner = element.children.filter(isTag).find(child => child.name === 'img' || child.name === 'source')
    return inner ? imageAddress(inner) : null
  }
  const largest = largestOf(element.attribs.srcset ?? element.attribs['data-srcset'] ?? '')
  const zoomed = LAZY.slice(0, 5).map(name => element.attribs[name]).find(Boolean)
  const lazy = LAZY.slice(5).map(name => element.attribs[name]).find(Boolean)
  const plain = element.attribs.src && !element.attribs.src.startsWith('data:') ? element.attribs.src : null
  return zoomed ?? largest ?? lazy ?? plain
}

/** The candidate with the greatest width or density of a `srcset` (HTML Standard, srcset attributes). */
export function largestOf(srcset: string): string | null {
  let best: { url: string, size: number } | null = null
  for (const part of srcset.slice(0, 50_000).split(/,\s+|,(?=https?:|\/)/)) {
    const [url, descriptor = '1x'] = part.trim().split(/\s+/)
    const size = Number.parseFloat(descriptor) * (descriptor.endsWith('x') ? 1000 : 1)
    if (url && !url.startsWith('data:') && (best === null || size > best.size))
      best = { url, size: Number.isFinite(size) ? size : 0 }
  }
  return best?.url ?? null
}
