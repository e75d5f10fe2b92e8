import type { Availability } from '../../contract/product.ts'
import { availabilities } from '../../contract/product.ts'
import { PHRASES } from './availability-phrases.ts'
import { foldCase } from './fold.ts'
import { countLetters, createPhraseBook } from './phrase-book.ts'

const byName: ReadonlyMap<string, Availability> = new Map<string, Availability>([
  ...availabilities.map(name => [name.toLowerCase(), name] as const),
  ['oos', 'OutOfStock'],
  ['outstock', 'OutOfStock'],
  ['unavailable', 'OutOfStock'],
  ['notavailable', 'OutOfStock'],
  ['availablefororder', 'InStock'],
  ['available', 'InStock'],
  ['instoreonly', 'InStoreOnly'],
  ['instores', 'InStoreOnly'],
  ['onlineonly', 'OnlineOnly'],
  ['backordered', 'BackOrder'],
  ['lowstock', 'LimitedAvailability'],
  ['limitedavailability', 'LimitedAvailability'],
  ['pending', 'PreOrder'],
])

const book = createPhraseBook(PHRASES)
const NEGATED_ZERO = /^(?:0|false|no|none|nein|non)$/i
const AFFIRMED = /^(?:[1-9]\d{0,6}\+?|true|yes|y|ja|oui|si|sí)$/i

/**
 * schema.org ItemAvailability from its URL or name (`https://schema.org/InStock`, `in stock`, `preorder`), a stock count
 * or flag (`0`, `true`), or a phrase of a shop in one of some thirty languages. Null when the text says nothing of it.
 */
export function parseAvailability(text: string | null | undefined): Availability | null {
  const value = text?.trim()
  if (!value || value.length > 1000)
    return null
  const name = value.replace(/^https?:\/\/(?:www\.)?schema\.org\/?/i, '').replace(/^schema:/i, '').replace(/[^a-z]/gi, '').toLowerCase()
  const named = /^[\x20-\x7E]+$/.test(value) ? byName.get(name) : undefined
  if (named)
    return named
  if (NEGATED_ZERO.test(value))
    return 'OutOfStock'
  if (AFFIRMED.test(value))
    return 'InStock'
  return availabilityPhrase(value)
}

/** Only the phrases: for visible text, where a bare number says nothing. */
export function availabilityPhrase(text: string): Availability | null {
  return book.meaningOf(foldCase(text))
}

const MOST_LETTERS_BESIDE = 30
const CLAUSE_ENDS = /\s[–—|·-]\s|[,;:(]/

/**
 * As `availabilityPhrase`, for text that nothing marks as being about stock: what says that it can be had must be half of a
 * clause; the other phrases are telling enough beside a few words ("Sorry, this item is sold out").
 */
export function availabilityLine(line: string): Availability | null {
  const text = foldCase(line)
  const availability = book.meaningOf(text)
  if (availability === null)
    return null
  const isTold = availability === 'InStock'
    ? text.split(CLAUSE_ENDS).some(clause => book.lettersOf(clause, availability) * 2 >= Math.max(1, countLetters(clause)))
    : countLetters(text) - book.lettersOf(text, availability) <= MOST_LETTERS_BESIDE
  return isTold ? availability : null
}

/** Whether a person can order the product now, in the two words most tools use. */
export function isOrderable(availability: Availability): boolean {
  return availability !== 'OutOfStock' && availability !== 'SoldOut' && availability !== 'Discontinued'
}
