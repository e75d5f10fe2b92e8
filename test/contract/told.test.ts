import { expect, test } from 'vitest'
import { inEnglish, tell, Told } from '../../server/contract/told.ts'
import { toldValues } from '../../server/contract/told/values.ts'
import { placeholdersOf, toldWords } from '../../server/contract/told/words.ts'

const failure = { code: 'timeout', message: 'The host did not answer in time.' } as const

test.each([
  ['a text without values', [tell('accepted')], 'Accepted'],
  ['one page', [tell('pages-of', { n: 1, source: 'products.json' })], '1 page of products.json'],
  ['no page', [tell('pages-of', { n: 0, source: 'products.json' })], '0 pages of products.json'],
  ['a list', [tell('pages-done', { done: 120, total: 400 }), tell('pages-failed', { n: 2 })], '120 of 400 pages, 2 failed'],
  ['a sentence before a list', [tell('shop-moved', { from: 'a.example', to: 'b.example' }), tell('products-found', { n: 3, added: 1, changed: 2 })], 'The shop has moved from a.example to b.example. Found 3 products: 1 new, 2 changed'],
  ['a failure', [tell('attempt-failed', { attempt: 1, most: 3, failure }), tell('next-try', { at: '2026-11-27T09:00:00.000Z' })], 'Attempt 1 of 3 failed: The host did not answer in time. Next try at 2026-11-27T09:00:00.000Z'],
  ['a value that looks like a place for one', [tell('scheduled-by-hand', { schedule: '{n} | {at} $& $1' })], 'Started by hand from the schedule “{n} | {at} $& $1”'],
])('%s in English', (_, told, english) => {
  expect(inEnglish(told)).toBe(english)
  expect(inEnglish(Told.parse(JSON.parse(JSON.stringify(told))))).toBe(english)
})

test('the compiler asks for the values that the words name, and for no others', () => {
  // @ts-expect-error: no values
  tell('pages-done')
  // @ts-expect-error: one is missing
  tell('pages-done', { done: 1 })
  // @ts-expect-error: one is of another kind
  tell('pages-done', { done: 1, total: '2' })
  // @ts-expect-error: its words name none
  tell('accepted', { n: 1 })
  // @ts-expect-error: no such text
  const wrong = () => tell('acepted')
  expect(wrong().code).toBe('acepted')
})

test('what a newer version tells is told by its code', () => {
  expect(inEnglish([{ code: 'not-known-yet', values: { n: 1 } }])).toBe('not-known-yet')
})

test('a failure is told without what else is known of it', () => {
  expect(tell('failure', { failure: { ...failure, retryable: true } as typeof failure })).toEqual({ code: 'failure', values: { failure } })
})

test('the vocabulary has each value that the words name, and no other; plurals have a number to choose by', () => {
  const named = new Set(Object.values(toldWords).flatMap(placeholdersOf))
  expect([...named].sort()).toEqual(Object.keys(toldValues).sort())
  expect(Object.entries(toldWords).filter(([, words]) => words.includes(' | ') && !words.split(' | ').every(form => form.includes('{n}')))).toEqual([])
})
