import { adviceWords } from './advice-words.ts'
import { discoveryWords } from './discovery-words.ts'
import { fetchWords } from './fetch-words.ts'
import { fieldWords } from './field-words.ts'
import { issueWords } from './issue-words.ts'
import { jobFailureWords } from './job-failure-words.ts'
import { pageWords } from './page-words.ts'
import { progressWords } from './progress-words.ts'
import { refusalWords } from './refusal-words.ts'
import { timelineWords } from './timeline-words.ts'

/**
 * Everything the server tells people, in English, by its code. Whoever shows it in another language has words of its
 * own for each code, with the same values in braces; ` | ` parts singular and plural, chosen by `n`. Without zod, so
 * that the dashboard can take it along.
 */
export const toldWords = { ...timelineWords, ...progressWords, ...discoveryWords, ...adviceWords, ...fetchWords, ...pageWords, ...jobFailureWords, ...refusalWords, ...fieldWords, ...issueWords } as const
export type ToldCode = keyof typeof toldWords

/** The names of the values that a text needs. */
export function placeholdersOf(words: string): string[] {
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(match => match[1]!))]
}

/** Texts one after the other: as a list, but for a sentence, which has ended, and what follows a colon. */
export function joinTold(texts: readonly string[]): string {
  return texts.reduce((text, next) => text === '' ? next : `${text}${/[.!?:]$/.test(text) ? ' ' : ', '}${next}`, '')
}
