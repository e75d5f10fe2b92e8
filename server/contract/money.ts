const digitsOf = new Map<string, number>()

/**
 * Digits of a currency's minor unit by ISO 4217 (EUR 2, JPY 0, KWD 3), as ECMA-402 takes them from that standard;
 * 2 for a code that nobody knows.
 */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency)
  if (digits === undefined) {
    digits = /^[A-Z]{3}$/.test(currency)
      ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
      : 2
    digitsOf.set(currency, digits)
  }
  return digits
}

/** An amount in minor units as a decimal number in digits: 1250 EUR is `12.50`, 1250 JPY is `1250`. */
export function minorToDecimal(amount: number, currency: string | null): string {
  const digits = currency === null ? 2 : minorDigits(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const sign = amount < 0 ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
