import type { SchemaNode } from './schema-node.ts'
import { cleanText } from '../normalize/text.ts'
import { itemsOf, leafOf, textOf, valuesOf } from './schema-node.ts'

/** The longest BreadcrumbList of a page as names in order of position, the shop's home first when it is given. */
export function readTrail(nodes: SchemaNode[], ids: ReadonlyMap<string, SchemaNode>): { value: string[], raw: string, path: string } | null {
  const trails = nodes.filter(node => node.types.includes('BreadcrumbList')).slice(0, 20).map((node) => {
    const items = itemsOf(node.data, node.path, ids, 'itemListElement').slice(0, 50)
    const named = items.map(({ data, path }, index) => {
      const item = itemsOf(data, path, ids, 'item')[0]
      const leaf = textOf(data, path, 'name') ?? (item ? textOf(item.data, item.path, 'name') : null)
      const position = valuesOf(data, path, 'position').map(each => Number(leafOf(each.value, '')?.raw))[0] ?? index
      return { name: leaf ? cleanText(leaf.raw) : '', raw: leaf?.raw ?? '', position: Number.isFinite(position) ? position : index }
    }).filter(each => each.name !== '').sort((a, b) => a.position - b.position)
    return { value: named.map(each => each.name), raw: named.map(each => each.raw).join(' > '), path: node.path }
  })
  return trails.filter(trail => trail.value.length > 0).sort((a, b) => b.value.length - a.value.length)[0] ?? null
}
