import { alternativesOf, firstLetters } from './first-letters.ts'
import { foldCase } from './fold.ts'

export interface PhraseBook<T> {
  /** The meaning of the earliest list that has a phrase anywhere in the text, or null. */
  meaningOf: (folded: string) => T | null
  /** How many letters of the text the phrases of a meaning cover, each to the end of its word: in many languages they are stems. */
  lettersOf: (folded: string, meaning: T) => number
}

interface Entry { rank: number, pattern: RegExp }

/** Scripts without blanks between words have no starts of words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const LETTER = /\p{L}/u

export const countLetters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
const anyOf = (alternatives: readonly string[], behind = '') => new RegExp(`(?:${alternatives.join('|')})${behind}`, 'uy')
/** The expression in folded letters; its escapes keep their case. */
const foldSource = (source: string) => source.replace(/\\p\{\w+\}|\\.|[^\\]+/gu, part => (part.startsWith('\\') ? part : foldCase(part)))

/**
 * Thousands of phrases in lists by meaning, looked up by the letter a word begins with: trying every phrase at every place of a
 * text would take longer than all the rest of reading a page. Texts must be folded by `foldCase`.
 */
export function createPhraseBook<T>(lists: readonly (readonly [T, readonly string[]])[]): PhraseBook<T> {
  const byLetter = new Map<string, Entry[]>()
  const anywhere: Entry[] = []
  lists.forEach(([, sources], rank) => {
    const { grouped, open } = groupByLetter(sources)
    for (const [letter, alternatives] of grouped)
      byLetter.set(letter, [...byLetter.get(letter) ?? [], { rank, pattern: anyOf(alternatives) }])
    if (open.length > 0)
      anywhere.push({ rank, pattern: anyOf(open) })
  })
  const none: readonly Entry[] = []

  function meaningOf(text: string): T | null {
    let best = lists.length
    for (const at of starts(text)) {
      for (const entries of [byLetter.get(text[at] ?? '') ?? none, anywhere]) {
        for (const { rank, pattern } of entries) {
          if (rank < best && matchEnd(pattern, text, at) !== null)
            best = rank
        }
      }
    }
    return lists[best]?.[0] ?? null
  }

  function lettersOf(text: string, meaning: T): number {
    let sum = 0
    let from = 0
    for (const at of starts(text)) {
      if (at < from)
        continue
      const ends = [...byLetter.get(text[at] ?? '') ?? none, ...anywhere].flatMap(({ rank, pattern }) => (lists[rank]?.[0] === meaning ? matchEnd(pattern, text, at) ?? [] : []))
      if (ends.length === 0)
        continue
      from = Math.max(...ends)
      while (LETTER.test(text[from] ?? ''))
        from++
      sum += countLetters(text.slice(at, from))
    }
    return sum
  }

  return { meaningOf, lettersOf }
}

/** Whether a folded text begins with one of the phrases, and what `behind` says follows. */
export function createOpening(sources: readonly string[], behind = ''): (folded: string) => boolean {
  const { grouped, open } = groupByLetter(sources)
  const byLetter = new Map([...grouped].map(([letter, alternatives]) => [letter, anyOf(alternatives, behind)]))
  const other = open.length > 0 ? anyOf(open, behind) : null
  return (text) => {
    const pattern = byLetter.get(text[0] ?? '')
    return (pattern !== undefined && matchEnd(pattern, text, 0) !== null) || (other !== null && matchEnd(other, text, 0) !== null)
  }
}

function groupByLetter(sources: readonly string[]) {
  const grouped = new Map<string, string[]>()
  const open: string[] = []
  for (const alternative of sources.flatMap(source => alternativesOf(foldSource(source)))) {
    const letters = firstLetters(alternative)
    if (letters === null)
      open.push(alternative)
    for (const letter of letters ?? [])
      grouped.set(letter, [...grouped.get(letter) ?? [], alternative])
  }
  return { grouped, open }
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}

/** Places where a phrase may begin: every word and every number, and every letter of the unspaced scripts. */
function starts(text: string): number[] {
  const found: number[] = []
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isPlain = code < 128
    const isLetter = isPlain ? code > 96 && code < 123 : LETTER.test(text[at] ?? '')
    const isUnspaced = !isPlain && isLetter && UNSPACED.test(text[at] ?? '')
    if (isLetter ? !inWord || isUnspaced : code > 47 && code < 58)
      found.push(at)
    inWord = isLetter && !isUnspaced
  }
  return found
}
