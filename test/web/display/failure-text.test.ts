import { expect, test } from 'vitest'
import { failureTitle, sentence } from '../../../web/display/failure-text.ts'

const title = 'Der Shop antwortete mit einem Fehler'

test.each([
  ['The shop answered with an error (503).', 'Der Shop antwortete mit einem Fehler (503)'],
  ['None of the 40 product pages could be read; the first: It answered with an error (404).', 'Der Shop antwortete mit einem Fehler (404)'],
  ['The address of the host does not exist.', title],
])('of "%s" the kind and the status are left: "%s"', (message, expected) => {
  expect(failureTitle(message, title)).toBe(expected)
})

test('a text that another sentence follows ends as one', () => {
  expect(['Ende', 'Ende.', 'Ende?'].map(sentence)).toEqual(['Ende.', 'Ende.', 'Ende?'])
})
