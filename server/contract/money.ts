/** ISO 4217's currencies whose minor unit is not a hundredth. */
const otherDigits: Readonly<Record<string, number>> = Object.freeze({
  ...of(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...of(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...of(4, 'CLF UYW'),
})

function of(digits: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map(currency => [currency, digits]))
}

/**
 * Digits of a currency's minor unit by ISO 4217 (EUR 2, JPY 0, KWD 3); 2 for a code that nobody knows.
 * Not asked of Intl: ICU follows CLDR, which rounds some currencies (HUF, IDR, COP, IQD) to whole units.
 */
export function minorDigits(currency: string): number {
  return otherDigits[currency] ?? 2
}

/** An amount in minor units as a decimal number in digits: 1250 EUR is `12.50`, 1250 JPY is `1250`. */
export function minorToDecimal(amount: number, currency: string | null): string {
  const digits = currency === null ? 2 : minorDigits(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const sign = amount < 0 ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
