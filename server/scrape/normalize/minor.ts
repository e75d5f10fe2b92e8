import { minorUnits } from './currency-codes.ts'

const DECIMAL = /^\d{1,18}(?:\.\d{1,40})?$/

/**
 * A plain decimal string (`"12.5"`, never grouped) as an integer in the currency's minor unit, rounded half up:
 * shops print computed prices with more places than can be paid. Null for anything else, and beyond what a double holds exactly.
 */
export function toMinor(decimal: string, currency: string | null): number | null {
  if (!DECIMAL.test(decimal))
    return null
  const places = minorUnits(currency)
  const [whole = '0', fraction = ''] = decimal.split('.')
  const kept = fraction.slice(0, places).padEnd(places, '0')
  const minor = Number(whole + kept) + (Number(fraction[places] ?? '0') >= 5 ? 1 : 0)
  return Number.isSafeInteger(minor) ? minor : null
}

/** The reverse of `toMinor`: 1250 in EUR is `"12.50"`. */
export function fromMinor(minor: number, currency: string | null): string {
  const places = minorUnits(currency)
  if (places === 0)
    return String(minor)
  const digits = String(minor).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
