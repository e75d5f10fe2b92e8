import { minorDigits } from '../../contract/money.ts'

/** Active ISO 4217 codes, and the few retired or unofficial ones that shops still print. */
const ACTIVE = 'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UYW UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL'
const RETIRED = 'ATS AZM BEF BGL BOV BRC BYB BYR CHE CHW CNH COU CSK CUC CYP DEM EEK ESP FIM FRF GHC GRD HRK IEP ITL LTL LUF LVL MRO MTL MXP MXV MZM NLG PLZ PTE ROL RUR SDD SIT SKK SRG STD TMM TRL UAK USN UYI VEB VEF XAG XAU XBT XDR BTC YUM ZMK ZRN ZWD'

export const activeCurrencies: ReadonlySet<string> = new Set(ACTIVE.split(' '))
export const printedCodes: ReadonlySet<string> = new Set([...ACTIVE.split(' '), ...RETIRED.split(' ')])

/**
 * How many decimal places the currency's minor unit has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD.
 * An unknown or absent currency counts as 2, so that an amount without currency is kept in hundredths.
 */
export function minorUnits(currency: string | null | undefined): number {
  return currency == null ? 2 : minorDigits(currency)
}

/** Whether `code` is a currency in use today (ISO 4217 alphabetic, upper case). */
export function isCurrency(code: string): boolean {
  return activeCurrencies.has(code)
}
