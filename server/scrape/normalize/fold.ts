import { asciiDigits } from './digits.ts'

// eslint-disable-next-line no-control-regex
const PLAIN = /^[\u0000-\u007F]*$/
/** Accents, the points of dotted capitals, and Arabic hamzas and vowel signs; the voicing marks of Japanese stay. */
const MARKS = /[\u0300-\u036F\u064B-\u0655\u0670]/g
const ALIKE: Readonly<Record<string, string>> = { 'ı': 'i', 'ł': 'l', 'Ł': 'L', 'ø': 'o', 'Ø': 'O', 'đ': 'd', 'Đ': 'D', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ة': 'ه', 'ٱ': 'ا', 'ـ': '', 'ς': 'σ', '’': '\'', 'ʼ': '\'', '`': '\'' }
const LETTERS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g')

/** Text as it is when accents, dotless letters, hamzas and the digits of other scripts are written plainly: shops do both. */
export function foldText(text: string): string {
  if (PLAIN.test(text))
    return text
  return asciiDigits(text).normalize('NFD').replace(MARKS, '').replace(LETTERS, letter => ALIKE[letter] ?? letter).normalize('NFC')
}

/** Folded text in small letters. */
export const foldCase = (text: string): string => foldText(text.toLowerCase())

/** The words of a text, folded, one blank between them: equal for `Jean-Paul` and `JEAN PAUL`. */
export const foldWords = (text: string): string => foldCase(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
