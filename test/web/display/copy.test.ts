import { expect, test, vi } from 'vitest'
import { copyText } from '../../../web/display/copy.ts'

/** A window whose copy command is obeyed, or not; what it copied is in `held`. */
function aWindow(clipboard: Pick<Clipboard, 'writeText'> | undefined, obeys: boolean) {
  const held: string[] = []
  const document = Object.assign(new EventTarget(), {
    execCommand: () => obeys && document.dispatchEvent(Object.assign(new Event('copy'), { clipboardData: { setData: (_: string, text: string) => held.push(text) } })),
  })
  return { held, document, window: { navigator: { clipboard }, document } as unknown as Window }
}

test('the clipboard takes it where there is one', async () => {
  const writeText = vi.fn(async () => {})
  const { held, window } = aWindow({ writeText }, true)
  expect([await copyText('abc', window), held]).toEqual([true, []])
  expect(writeText).toHaveBeenCalledWith('abc')
})

test.each([
  ['there is none, as over http from another machine', undefined],
  ['it refuses', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
])('the copy command takes it where %s', async (_, clipboard) => {
  const { held, window } = aWindow(clipboard, true)
  expect([await copyText('abc', window), held]).toEqual([true, ['abc']])
})

test('a browser that does neither says so, and the next copy of the viewer is theirs', async () => {
  const { held, window, document } = aWindow(undefined, false)
  expect(await copyText('abc', window)).toBe(false)
  document.dispatchEvent(Object.assign(new Event('copy'), { clipboardData: { setData: (_: string, text: string) => held.push(text) } }))
  expect(held).toEqual([])
})
