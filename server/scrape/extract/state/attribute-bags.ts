import type { Document, Element } from 'domhandler'
import type { JsonObject } from '../relaxed-json.ts'
import type { StateValue } from './literals.ts'
import { elementsOf } from '../dom.ts'
import { parseRelaxed } from '../relaxed-json.ts'
import { roleOfKey } from './keys.ts'

const LIMITS = { bags: 400, json: 200, jsonChars: 2_000_000 }
/** What hints at other products than the page's own. */
const ELSEWHERE = 'related'
const WORTH = /price|sku|product|"id"|variant/i

/** Products that are written into attributes: `data-product='{"price": …}'` and `data-name="…" data-price="…"` on one element. */
export function attributeBags(document: Document, isOwn: (element: Element) => boolean): StateValue[] {
  const found: StateValue[] = []
  const hintOf = (element: Element) => `${element.attribs.class ?? ''} ${isOwn(element) ? '' : ELSEWHERE}`
  let bags = 0
  let json = 0
  for (const element of elementsOf(document)) {
    const entries = Object.entries(element.attribs)
    if (entries.length < 2)
      continue
    const bag: JsonObject = {}
    let roles = 0
    for (const [name, value] of entries) {
      if (value.length > 12 && (value.startsWith('{') || value.startsWith('[{')) && json < LIMITS.json && value.length < LIMITS.jsonChars && WORTH.test(value)) {
        const parsed = parseRelaxed(value)
        json++
        if (parsed !== null)
          found.push({ value: parsed, path: `${element.name}[${name}]`, hint: `${name} ${hintOf(element)}` })
      }
      else if (value !== '' && value.length < 300 && (name.startsWith('data-') || name === 'price' || name === 'name' || name === 'brand') && roleOfKey(name)) {
        bag[name] = value
        roles++
      }
    }
    if (roles >= 2 && bags < LIMITS.bags) {
      bags++
      found.push({ value: bag, path: `${element.name}[data-*]`, hint: hintOf(element) })
    }
  }
  return found
}
