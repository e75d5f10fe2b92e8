import { expect, test } from 'vitest'
import { failureText } from '../../../web/display/failure-text.ts'

const title = 'Der Shop antwortete mit einem Fehler'

test.each([
  ['en', 'The shop answered with an error (503).', title, 'The shop answered with an error (503).'],
  ['de', 'The shop answered with an error (503).', title, 'Der Shop antwortete mit einem Fehler (503)'],
  ['de', 'None of the 40 product pages could be read; the first: It answered with an error (404).', title, 'Der Shop antwortete mit einem Fehler (404)'],
  ['de', 'The address of the host does not exist.', title, title],
  // A newer server may know kinds of failure that this dashboard does not.
  ['de', 'Something new.', null, 'Something new.'],
])('in %s "%s" reads "%s"', (locale, message, kind, expected) => {
  expect(failureText(message, locale, kind)).toBe(expected)
})
