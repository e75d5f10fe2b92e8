import type { Element } from 'domhandler'
import { isTag } from 'domhandler'

/** A selector for a person to find the element again: nearest id, then tags and first classes. */
export function pathOf(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at && parts.length < 4; at = at.parent && isTag(at.parent) ? at.parent : null) {
    const id = at.attribs.id
    if (id && /^[\w-]{1,40}$/.test(id)) {
      parts.unshift(`#${id}`)
      break
    }
    const first = at.attribs.class?.trim().split(/\s+/)[0]
    parts.unshift(first && /^[\w-]{1,40}$/.test(first) ? `${at.name}.${first}` : at.name)
  }
  return parts.join(' > ')
}
