/** More words than this say nothing more. */
const mostWords = 12

/**
 * What a person typed, as an FTS5 query: every word must be there, in any order, the last one and those of three letters
 * and more as beginnings. Words are quoted, so that nothing in them is taken for syntax.
 * @returns null when there is no word in it
 */
export function textQuery(typed: string): string | null {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)?.slice(0, mostWords) ?? []
  if (words.length === 0)
    return null
  return words.map((word, index) => `"${word.slice(0, 64)}"${word.length > 2 || index === words.length - 1 ? ' *' : ''}`).join(' AND ')
}
