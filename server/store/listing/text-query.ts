import type { PrismaClient } from '../prisma/client.ts'
import type { Documents } from '../words/documents.ts'

/** More words than this say nothing more. */
const mostWords = 12
/** Beginnings of so many letters have an index of their own; see the migrations. */
const mostIndexed = 4
/** Of more words that begin alike, FTS5 gathers the rows of all. */
const mostTerms = 40

/**
 * What a person typed, as an FTS5 query: every word must be there, in any order, the last one and those of three letters
 * and more as beginnings. Words are quoted, so that nothing in them is taken for syntax.
 * @returns null when there is no word in it
 */
export async function textQuery(read: PrismaClient, table: Documents['table'], typed: string): Promise<string | null> {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)?.slice(0, mostWords) ?? []
  if (words.length === 0)
    return null
  const parts = await Promise.all(words.map((word, index) => oneWord(read, table, word.slice(0, 64), word.length > 2 || index === words.length - 1)))
  return parts.join(' AND ')
}

async function oneWord(read: PrismaClient, table: Documents['table'], word: string, isBeginning: boolean): Promise<string> {
  if (!isBeginning)
    return `"${word}"`
  const folded = foldAscii(word)
  if (folded === null || folded.length <= mostIndexed)
    return `"${word}" *`
  const terms = await termsFrom(read, table, folded)
  return terms.length > mostTerms ? `"${word}" *` : `(${[word, ...terms.filter(term => term !== folded)].map(term => `"${term}"`).join(' OR ')})`
}

/** As the tokenizer spells it; null where that is not certain, for letters other than Latin ones. */
function foldAscii(word: string): string | null {
  const folded = word.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '').toLowerCase()
  return /^[a-z0-9]+$/.test(folded) ? folded : null
}

/** The first indexed words that begin so. Each is sought by itself: the table has a row for each place of each word. */
async function termsFrom(read: PrismaClient, table: Documents['table'], beginning: string): Promise<string[]> {
  const sought = (from: string) => `(SELECT v."term" FROM "_${table}Term" v WHERE v."term" >= ${from} ORDER BY v."term" LIMIT 1)`
  // Nothing in a word sorts before '!': what comes after a word and one is the next word.
  const rows = await read.$queryRawUnsafe<{ term: string | null }[]>(
    `WITH RECURSIVE w("term") AS (SELECT ${sought('?')} UNION ALL SELECT ${sought(`w."term" || '!'`)} FROM w WHERE w."term" < ? LIMIT ${mostTerms + 2}) SELECT w."term" FROM w`,
    beginning,
    `${beginning}\u{10FFFF}`,
  )
  return rows.flatMap(({ term }) => term?.startsWith(beginning) ? [term] : [])
}
