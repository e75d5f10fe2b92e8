import type { Json } from './relaxed-json.ts'
import type { Scan } from './scan.ts'
import type { SchemaRoot } from './schema-node.ts'
import { decodeHTML } from 'entities'
import { parseRelaxed, readLiteral, readLooselyQuoted } from './relaxed-json.ts'

const LD_TYPE = /^application\/ld\+json|^application\/json\+ld|^text\/ld\+json/
const OPENERS = ['<!--', '//<![CDATA[', '// <![CDATA[', '<![CDATA[', '/*<![CDATA[*/', '/* <![CDATA[ */']
const CLOSERS = ['-->', '//]]>', '// ]]>', ']]>', '/*]]>*/', '/* ]]> */', ';']

/**
 * The roots of every JSON-LD script of a page. Broken JSON is repaired where that is safe: comments, CDATA and HTML comment
 * wrappers, control characters, trailing commas, superfluous closing braces, quotes that nobody escaped, missing values, entities escaped by a template.
 * Tells of each script that is broken, whether something could be read of it or not.
 */
export function readJsonLd(scan: Scan, onBroken?: () => void): SchemaRoot[] {
  const roots: SchemaRoot[] = []
  for (const script of scan.scripts) {
    if (!LD_TYPE.test(script.type))
      continue
    parseAll(script.text, onBroken).forEach((value, index) => {
      roots.push({ value, path: `script[${script.index}]${index > 0 ? `+${index}` : ''}` })
    })
  }
  return roots
}

/** Mostly one value; several when a template forgot the array around them. */
export function parseAll(text: string, onBroken?: () => void): Json[] {
  const bare = unwrap(text.trim())
  try {
    return [JSON.parse(bare) as Json]
  }
  catch {
    if (bare !== '')
      onBroken?.()
    return repair(bare)
  }
}

/** Takes off the wrappers that old templates put around a script's content, outermost first. */
function unwrap(text: string): string {
  for (let round = 0; round < 4; round++) {
    const opener = OPENERS.find(each => text.startsWith(each))
    const closer = CLOSERS.find(each => text.endsWith(each))
    if (!opener && !closer)
      break
    text = text.slice(opener?.length ?? 0, text.length - (closer?.length ?? 0)).trim()
  }
  return text
}

function repair(text: string): Json[] {
  const unescaped = !text.includes('"') && text.includes('&quot;') ? decodeHTML(text) : text
  const values: Json[] = []
  let from = 0
  while (from < unescaped.length && values.length < 50) {
    const offset = unescaped.slice(from).search(/[[{]/)
    if (offset < 0)
      break
    const read = readLiteral(unescaped, from + offset, false) ?? readLooselyQuoted(unescaped, from + offset)
    if (!read) {
      const whole = values.length === 0 ? parseRelaxed(closed(unescaped.slice(from + offset))) : null
      return whole === null ? values : [whole]
    }
    values.push(read.value)
    from = read.end
  }
  return values
}

/** Adds the closing brackets that a cut-off text lacks, as long as no string is open. */
function closed(text: string): string {
  const open: string[] = []
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (char === '\\')
      index++
    else if (char === '"')
      quoted = !quoted
    else if (!quoted && (char === '{' || char === '['))
      open.push(char === '{' ? '}' : ']')
    else if (!quoted && (char === '}' || char === ']'))
      open.pop()
  }
  return quoted || open.length > 20 ? '' : text + open.reverse().join('')
}
