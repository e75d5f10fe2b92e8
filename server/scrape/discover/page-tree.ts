import { Parser } from 'htmlparser2'

/** An element of a page, with what listing detection asks of it and nothing more. */
export interface Node {
  tag: string
  /** Tag and classes without digits: what repeated cards have in common. */
  signature: string
  attributes: Record<string, string>
  children: Node[]
  parent: Node | null
  /** Own text and that of its descendants, joined in order, cut at a bound. */
  text: string
}

const mostNodes = 100_000
const deepest = 1000
const mostText = 400

const ignored = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe'])

/**
 * A light tree of a page by htmlparser2's events: linear, bounded in nodes, depth and text, never throws.
 * `jsonLd` holds the texts of the JSON-LD scripts.
 */
export function parsePage(html: string): { root: Node, jsonLd: string[] } {
  const root: Node = { tag: '#root', signature: '', attributes: {}, children: [], parent: null, text: '' }
  const jsonLd: string[] = []
  let current = root
  let depth = 0
  let count = 0
  let skipping = 0
  let script: string[] | null = null

  const parser = new Parser({
    onopentag(tag, attributes) {
      depth++
      if (tag === 'script' && /ld\+json/i.test(attributes.type ?? ''))
        script = []
      // htmlparser2 keeps its open elements in an array whose cost grows with the square of the depth: beyond any honest
      // page the rest is not worth reading.
      if (depth > deepest || count >= mostNodes)
        parser.pause()
      if (skipping > 0 || ignored.has(tag) || depth > deepest) {
        skipping++
        return
      }
      count++
      const node: Node = { tag, signature: signatureOf(tag, attributes.class), attributes, children: [], parent: current, text: '' }
      current.children.push(node)
      current = node
    },
    ontext(text) {
      if (script)
        script.push(text)
      else if (skipping === 0 && current.text.length < mostText)
        current.text += text
    },
    onclosetag(tag) {
      depth--
      if (tag === 'script' && script) {
        jsonLd.push(script.join(''))
        script = null
      }
      if (skipping > 0) {
        skipping--
        return
      }
      const parent = current.parent
      if (!parent)
        return
      current.text = current.text.replace(/\s+/g, ' ')
      if (parent.text.length < mostText)
        parent.text += ` ${current.text}`
      current = parent
    },
  }, { decodeEntities: true, lowerCaseAttributeNames: true, lowerCaseTags: true })
  parser.write(html)
  return { root, jsonLd }
}

/** Every node below, parents before children. Iterative: pages nest deeper than the stack. */
export function* descendants(node: Node): Generator<Node> {
  const stack = [...node.children].reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    for (let index = next.children.length - 1; index >= 0; index--)
      stack.push(next.children[index]!)
  }
}

export function* ancestors(node: Node): Generator<Node> {
  for (let next = node.parent; next; next = next.parent)
    yield next
}

function signatureOf(tag: string, classes: string | undefined): string {
  const names = (classes ?? '').split(/\s+/).filter(name => name !== '' && !/\d{3,}|^(?:first|last|odd|even|active|is-|has-|js-|row-|col-)/.test(name))
  return `${tag}.${names.sort().slice(0, 4).join('.').replace(/\d+/g, '#')}`
}
