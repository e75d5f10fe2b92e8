import type { ChildNode, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { cleanText } from '../../normalize/text.ts'

/** What is no text to a visitor. */
export const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'head'])

/** Text of a small element; empty when it holds more than a title would. */
export function shortText(element: Element, limit = 400): string {
  let text = ''
  let steps = 0
  for (let node: ChildNode | null = element.firstChild; node;) {
    if (++steps > 60 || text.length > limit)
      return ''
    if (isText(node))
      text += node.data
    else if (isTag(node))
      text += ' '
    if (isTag(node) && !SILENT.has(node.name) && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && !node.nextSibling)
      node = node.parent === element || !node.parent || !isTag(node.parent) ? null : node.parent
    node = node?.nextSibling ?? null
  }
  return cleanText(text)
}
