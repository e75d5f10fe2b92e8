import type { Json } from '../relaxed-json.ts'
import type { Script } from '../scan.ts'
import { parseRelaxed, readLiteral, tryLiteral } from '../relaxed-json.ts'
import { isFlat, unflatten } from './flat.ts'
import { withReferences } from './references.ts'

/** A piece of data found in a script, with the words before it (`gtag('event', 'view_item', `, `window.product = `). */
export interface StateValue {
  value: Json
  path: string
  hint: string
}

const JSON_TYPE = /json|x-magento-init/
const CODE_TYPE = /^$|^(?:text\/javascript|application\/javascript|module|text\/x-shopify.*|application\/x-javascript|text\/babel|application\/ecmascript)$/
const WORTH = /price|sku|ecommerce|product|content_ids|item_id|variant/i
const OPENING = /(?:[=(,:?]|return|push\()\s*(?=[[{])|JSON\.parse\(\s*(?:decodeURIComponent\(\s*)?(?=["'`])/g
const NUXT = /__NUXT__\s*=\s*\(function\(([\w$,\s]{0,20000})\)\s*\{/
const BUDGET = { values: 400, failedChars: 3_000_000, scriptChars: 6_000_000, hint: 90 }

/** Data that names its parts elsewhere, with them put in. */
const plain = (value: Json): Json => (isFlat(value) ? unflatten(value) : withReferences(value))

/** Data that a page's scripts carry: JSON scripts whole, and the object and array literals of inline code. Nothing is executed. */
export function literalsOf(scripts: Script[]): StateValue[] {
  const found: StateValue[] = []
  let failed = 0
  for (const script of scripts) {
    if (found.length >= BUDGET.values || script.text.length < 12 || script.text.length > BUDGET.scriptChars || /ld\+json/.test(script.type) || !WORTH.test(script.text))
      continue
    const path = `script[${script.index}]`
    if (JSON_TYPE.test(script.type)) {
      const value = parseRelaxed(unescaped(script.text))
      if (value !== null)
        found.push({ value: plain(value), path, hint: script.id })
    }
    else if (CODE_TYPE.test(script.type) && failed < BUDGET.failedChars) {
      failed += literalsOfCode(script.text, path, found)
    }
  }
  return found
}

const ANGULAR: Readonly<Record<string, string>> = { q: '"', a: '&', s: '\'', l: '<', g: '>' }

/** Angular escapes the state that it hands over in a way of its own. */
function unescaped(json: string): string {
  return /^\s*[[{]&q;/.test(json) ? json.replace(/&([qaslg]);/g, (_, name: string) => ANGULAR[name] ?? '') : json
}

/** Adds the literals of one script; answers how many characters were read in vain, which is what has to be bounded. */
function literalsOfCode(code: string, path: string, found: StateValue[]): number {
  let failed = 0
  const nuxt = nuxtState(code)
  if (nuxt)
    found.push({ value: nuxt, path: `${path} __NUXT__`, hint: '__NUXT__' })
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(code); match && found.length < BUDGET.values && failed < BUDGET.failedChars; match = OPENING.exec(code)) {
    const start = OPENING.lastIndex
    const read = match[0].startsWith('JSON') ? readQuotedJson(code, start) ?? { vain: 200 } : tryLiteral(code, start)
    if ('vain' in read) {
      failed += Math.max(200, read.vain)
      continue
    }
    OPENING.lastIndex = Math.max(read.end, start + 1)
    if (read.end - start > 20 && WORTH.test(code.slice(start, Math.min(read.end, start + 20_000))))
      found.push({ value: plain(read.value), path: `${path}@${start}`, hint: code.slice(Math.max(0, match.index - BUDGET.hint), start).replace(/\s+/g, ' ') })
  }
  return failed
}

/** `JSON.parse("{\"price\": 1}")`, also URI-encoded. */
function readQuotedJson(code: string, start: number): { value: Json, end: number } | null {
  const quoted = readLiteral(code, start, false)
  if (!quoted || typeof quoted.value !== 'string')
    return null
  let json = quoted.value
  if (/^%7B|^%5B/i.test(json)) {
    try {
      json = decodeURIComponent(json)
    }
    catch {
      return null
    }
  }
  const value = parseRelaxed(json)
  return value === null ? null : { value, end: quoted.end }
}

/** Nuxt 2 passes repeated values as arguments of a function: `(function(a,b){return {x:a}}(1,"y"))`; they are put back in place. */
function nuxtState(code: string): Json | null {
  const match = NUXT.exec(code)
  if (!match)
    return null
  const names = (match[1] ?? '').split(',').map(name => name.trim())
  const start = code.indexOf('return', match.index + match[0].length)
  const end = code.lastIndexOf('}(')
  if (start < 0 || end < start)
    return null
  const values = readLiteral(`[${code.slice(end + 2).replace(/\)+\s*(?:;\s*)?$/, '')}]`, 0, false)?.value
  if (!Array.isArray(values))
    return null
  const known = new Map(names.map((name, index) => [name, values[index] ?? null]))
  return readLiteral(code, start + 6, true, known)?.value ?? null
}
