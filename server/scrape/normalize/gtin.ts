import { asciiDigits } from './digits.ts'

export type GtinType = 'gtin8' | 'upc' | 'gtin13' | 'gtin14' | 'isbn10' | 'isbn13' | 'issn' | 'ismn'

export interface Gtin {
  type: GtinType
  /** Digits only (an ISBN-10 or ISSN may end in X). */
  id: string
}

/** Labels that hold digits themselves, and would be read as part of the number. */
const NUMBERED_LABEL = /(?:isbn|ean|gtin|upc|itf|scc|dun)[\s#:._()-]*(8|10|12|13|14)(?!\d)|(?:isbn|ean|gtin|upc)(8|10|12|13|14)(?=\d{8,14}$)/i

/** The application identifier of a GTIN, as below bar codes. */
const IDENTIFIER = /\(01\)(?=\s?\d{14}(?!\d))/

/** GS1 General Specifications 7.9: weights 3 and 1 from the right. */
export function hasGs1CheckDigit(digits: string): boolean {
  let sum = 0
  for (let index = digits.length - 2, weight = 3; index >= 0; index--, weight = 4 - weight)
    sum += Number(digits[index]) * weight
  return (10 - sum % 10) % 10 === Number(digits.at(-1))
}

/** ISO 2108 (ISBN-10) and ISO 3297 (ISSN): weights falling to 1, modulo 11, X for ten. */
function hasModulo11(text: string): boolean {
  const sum = [...text].reduce((total, char, index) => total + (char === 'X' ? 10 : Number(char)) * (text.length - index), 0)
  return sum % 11 === 0
}

/** The code's digits when the text is one code, perhaps with a label and hyphens; null when letters stand between digits. */
export function gtinDigits(printed: string | null | undefined): string | null {
  if (!printed || printed.length > 200)
    return null
  const text = asciiDigits(printed).replace(IDENTIFIER, '')
  let bare = text.replace(/[^0-9a-z]/gi, '')
  const label = NUMBERED_LABEL.exec(text)
  const size = label?.[1] ?? label?.[2]
  if (size) {
    const without = text.replace(label?.[0] ?? '', '').replace(/[^0-9a-z]/gi, '')
    if (without.replace(/\D/g, '').length === Number(size) || /^\d{9}X$/i.test(without))
      bare = without
  }
  const center = bare.replace(/^\D+/, '')
  const digits = /^\d{9}X$|^\d{7}X$/i.test(center) ? center.toUpperCase() : center.replace(/\D+$/, '')
  return /^\d+X?$/.test(digits) ? digits : null
}

/** Which numbering a text's code belongs to, check digit included; null when it is none. */
export function parseGtin(text: string | null | undefined): Gtin | null {
  const id = gtinDigits(text)
  const type = id ? typeOf(id) : null
  return id && type ? { type, id } : null
}

function typeOf(id: string): GtinType | null {
  if (/^0+$/.test(id))
    return null
  if (id.length === 10)
    return hasModulo11(id) ? 'isbn10' : null
  if (id.length === 8 && hasModulo11(id))
    return 'issn'
  if (id.endsWith('X') || ![8, 12, 13, 14].includes(id.length) || !hasGs1CheckDigit(id))
    return null
  if (id.length === 13)
    return id.startsWith('9790') ? 'ismn' : /^97[89]/.test(id) ? 'isbn13' : 'gtin13'
  return id.length === 8 ? 'gtin8' : id.length === 12 ? 'upc' : 'gtin14'
}

/** A GTIN-8/12/13/14 or ISBN-13 as shops' structured data means it; null unless the check digit is right. */
export function productGtin(text: string | null | undefined): string | null {
  const id = gtinDigits(text)
  return id && [8, 12, 13, 14].includes(id.length) && !id.endsWith('X') && hasGs1CheckDigit(id) && !/^0+$/.test(id) ? id : null
}
