import { resolveLink } from '../url/canonical.ts'
import { isObject, text } from './json.ts'

const mostNodes = 20_000

/** Addresses of the products that a page's JSON-LD lists (`ItemList`, `CollectionPage`, `OfferCatalog`). Broken JSON says nothing. */
export function itemListUrls(scripts: readonly string[], baseUrl: string): string[] {
  const urls = new Set<string>()
  for (const script of scripts) {
    const data = parse(script)
    for (const node of nodes(data)) {
      if (!hasType(node, /^(?:ItemList|OfferCatalog)$/))
        continue
      for (const element of [node.itemListElement].flat())
        elementUrls(element).forEach(href => addTo(urls, href, baseUrl))
    }
  }
  return [...urls]
}

function elementUrls(element: unknown): string[] {
  if (typeof element === 'string')
    return [element]
  if (!isObject(element))
    return []
  // A list of breadcrumbs or categories has elements of other types.
  const item = isObject(element.item) ? element.item : element
  if (hasType(item, /^(?:WebPage|CollectionPage|SiteNavigationElement|BreadcrumbList|Article|BlogPosting)$/))
    return []
  return [text(item.url) ?? text(element.url) ?? (typeof element.item === 'string' ? element.item : null) ?? text(item['@id'])].filter(href => href !== null)
}

function addTo(urls: Set<string>, href: string, baseUrl: string): void {
  const url = resolveLink(href, baseUrl)
  if (url !== null)
    urls.add(url)
}

function hasType(node: Record<string, unknown>, pattern: RegExp): boolean {
  return [node['@type']].flat().some(type => typeof type === 'string' && pattern.test(type.replace(/^https?:\/\/schema\.org\//, '')))
}

function* nodes(data: unknown): Generator<Record<string, unknown>> {
  const queue: unknown[] = [data]
  for (let index = 0; index < queue.length && index < mostNodes; index++) {
    const value = queue[index]
    if (Array.isArray(value)) {
      queue.push(...value as unknown[])
    }
    else if (isObject(value)) {
      yield value
      queue.push(...Object.values(value))
    }
  }
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script)
  }
  catch {
    return null
  }
}
