import type { Place } from '../../normalize/currency.ts'
import type { JsonObject } from '../relaxed-json.ts'
import type { Found } from './keys.ts'
import { isCurrency, minorUnits } from '../../normalize/currency-codes.ts'
import { currencyOf } from '../../normalize/currency.ts'
import { parsePrice } from '../../normalize/price.ts'
import { isObject } from '../relaxed-json.ts'
import { plainDecimal } from '../schema-offer.ts'
import { rolesOf } from './keys.ts'

export interface StatePrice {
  amount: string
  raw: string
  path: string
  currency: string | null
  /** A whole number that may be in cents. */
  whole: boolean
}

const MINOR_KEY = /cent|minor|pence|pennies/i
const MAX_DEPTH = 3

/** A price in embedded state: a number, a text, or an object with amount and currency somewhere inside. */
export function statePrice(found: Found, place: Place, depth = 0): StatePrice | null {
  const { value, path, key } = found
  if (typeof value === 'number' || typeof value === 'string')
    return plainPrice(value, path, key, place)
  if (Array.isArray(value))
    return value.length === 1 ? statePrice({ value: value[0] ?? null, path: `${path}[0]`, key }, place, depth) : null
  return isObject(value) && depth < MAX_DEPTH ? nestedPrice(value, path, key, place, depth) : null
}

function plainPrice(value: number | string, path: string, key: string, place: Place): StatePrice | null {
  const raw = String(value)
  if (raw.length > 60 || !/\d/.test(raw))
    return null
  const isPlain = typeof value === 'number' || /^\s*\d+\.\d{1,2}0*\s*$/.test(raw)
  const parsed = parsePrice(raw, { ...place, decimalSeparator: isPlain ? '.' : null })
  if (parsed.amount === null || parsed.kind === 'free' || Number(parsed.amount) <= 0)
    return null
  const amount = MINOR_KEY.test(key) ? shift(parsed.amount, 2) : parsed.amount
  return { amount: plainDecimal(amount), raw, path, currency: typeof value === 'string' && /[^\d.,\s]/.test(raw) ? currencyOf(raw, place) : null, whole: /^\d+$/.test(amount) && !MINOR_KEY.test(key) }
}

/** `{centAmount: 1999, currencyCode: "EUR"}`, `{value: 19.99}`, `{current: {…}, original: {…}}`. */
function nestedPrice(object: JsonObject, path: string, key: string, place: Place, depth: number): StatePrice | null {
  const currency = currencyIn(object, place)
  const cents = Object.entries(object).find(([name, value]) => MINOR_KEY.test(name) && typeof value === 'number')
  if (cents) {
    const places = typeof object.fractionDigits === 'number' ? object.fractionDigits : minorUnits(currency)
    const amount = plainDecimal(shift(String(cents[1]), places))
    return Number(amount) > 0 ? { amount, raw: String(cents[1]), path: `${path}.${cents[0]}`, currency, whole: false } : null
  }
  const named = rolesOf(object, path).get('price') ?? []
  const rest = ['amount', 'current', 'sale', 'final', 'now', 'selling', 'discounted', 'value', 'gross', 'inclTax', 'withTax', 'min', 'formatted', 'formattedValue', 'effective', 'active', 'default', 'regular', 'original', 'base', 'list']
    .flatMap((name): Found[] => (object[name] === undefined || object[name] === null ? [] : [{ value: object[name], path: `${path}.${name}`, key: `${key}.${name}` }]))
  for (const each of [...named, ...rest]) {
    const price = statePrice(each, place, depth + 1)
    if (price)
      return { ...price, currency: price.currency ?? currency }
  }
  return null
}

/** The currency an object names beside its amounts. */
export function currencyIn(object: JsonObject, place: Place): string | null {
  for (const { value } of rolesOf(object, '').get('currency') ?? []) {
    const text = typeof value === 'string' ? value.trim() : isObject(value) && typeof value.code === 'string' ? value.code : ''
    if (isCurrency(text.toUpperCase()) && text.length === 3)
      return text.toUpperCase()
    const read = text.length <= 8 ? currencyOf(text, place) : null
    if (read)
      return read
  }
  return null
}

function shift(amount: string, places: number): string {
  if (!/^\d+$/.test(amount) || places === 0)
    return amount
  const digits = amount.padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
