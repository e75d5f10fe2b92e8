import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { useSearchText } from '../../../web/composables/use-search-text.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A box whose words go into an address, and come back from it. */
function open(at?: string) {
  const address = ref(at)
  const sent: (string | undefined)[] = []
  const box = effectScope().run(() => useSearchText(() => address.value, (value) => {
    sent.push(value)
    address.value = value
  }))!
  const type = (text: string) => {
    box.text.value = text
    box.typed()
  }
  return { ...box, address, sent, type }
}

test('a pause after a space takes nothing from what is typed', () => {
  const { text, type, sent } = open()
  type('blue ')
  vi.runAllTimers()
  type(`${text.value}shirt`)
  vi.runAllTimers()
  expect([text.value, sent]).toEqual(['blue shirt', ['blue', 'blue shirt']])
})

test('an answer to an older text leaves what has been typed since', () => {
  const { text, type, address } = open()
  type('shoe')
  vi.runAllTimers()
  type('shoes for')
  address.value = 'shoe'
  expect(text.value).toBe('shoes for')
})

test('filters that are cleared, or another view, empty the box and what it was about to send', () => {
  const { text, type, sent, address } = open('lamp')
  type('lamps')
  address.value = undefined
  vi.runAllTimers()
  expect([text.value, sent]).toEqual(['', []])
})

test('the same words are not sent twice, whatever stands around them', () => {
  const { type, submit, sent } = open('lamp')
  type(' lamp ')
  submit()
  vi.runAllTimers()
  expect(sent).toEqual([])
})
