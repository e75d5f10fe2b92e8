import type { ChildNode, Document, Element, ParentNode } from 'domhandler'
import { DomHandler, isTag, isText } from 'domhandler'
import { Parser } from 'htmlparser2'

const LIMITS = { nodes: 400_000, depth: 2_000, chars: 12_000_000, chunk: 65_536 }

/** A tree of the page, cut off where a page stops being one: too many elements, too deep, too long. Never throws. */
export function parseBounded(html: string): Document {
  const handler = new DomHandler(null, { withStartIndices: true })
  let nodes = 0
  let depth = 0
  let over = false
  const parser = new Parser({
    onparserinit: parserInstance => handler.onparserinit(parserInstance),
    onopentag: (name, attributes) => {
      over ||= ++nodes > LIMITS.nodes || ++depth > LIMITS.depth
      if (!over)
        handler.onopentag(name, attributes)
    },
    onclosetag: () => {
      if (!over) {
        depth--
        handler.onclosetag()
      }
    },
    ontext: text => over || handler.ontext(text),
    onreset: () => handler.onreset(),
    onend: () => handler.onend(),
    onerror: () => {},
  }, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true })
  const isOver = () => over
  for (let at = 0; at < html.length && at < LIMITS.chars && !isOver(); at += LIMITS.chunk)
    parser.write(html.slice(at, at + LIMITS.chunk))
  if (!isOver())
    parser.end()
  return handler.root
}

/** Every element below `root` in document order, without recursion; `enter` may keep the walk out of an element. */
export function* elementsOf(root: ParentNode, enter: (element: Element) => boolean = () => true): Generator<Element> {
  for (let node: ChildNode | null = root.firstChild; node;) {
    let inside = false
    if (isTag(node)) {
      yield node
      inside = enter(node)
    }
    if (inside && isTag(node) && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && !node.nextSibling)
      node = node.parent === root || node.parent === null || !isTag(node.parent) ? null : node.parent
    node = node?.nextSibling ?? null
  }
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'select', 'textarea'])
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'em', 'font', 'i', 'ins', 'mark', 'small', 'span', 'strong', 'u', 'del', 's', 'data', 'meta', 'link', 'wbr', 'time'])

/** Visible text below a node, blocks separated by a blank, at most `limit` characters. Without recursion. */
export function textOfNode(root: ChildNode, limit = 20_000, skip: ReadonlySet<string> = SILENT): string {
  if (isText(root))
    return root.data
  if (!isTag(root))
    return ''
  let text = ''
  for (let node: ChildNode | null = root.firstChild; node && text.length < limit;) {
    if (isText(node))
      text += node.data
    const silent = isTag(node) && skip.has(node.name)
    if (isTag(node) && !INLINE.has(node.name))
      text += ' '
    if (isTag(node) && !silent && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && !node.nextSibling) {
      node = node.parent === root || !node.parent || !isTag(node.parent) ? null : node.parent
      if (node && isTag(node) && !INLINE.has(node.name))
        text += ' '
    }
    node = node?.nextSibling ?? null
  }
  return text.slice(0, limit)
}
