import type { Browser } from 'playwright-core'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createBrowserKeeper } from '../../../server/scrape/render/browser-keeper.ts'
import { launchBrowser } from '../../../server/scrape/render/browser.ts'
import { createSlots } from '../../../server/scrape/render/slots.ts'

/** Stands for Chromium: knows only that it was closed. */
function fakeBrowser() {
  const events = new EventEmitter()
  const state = { closed: 0 }
  const browser = { on: events.on.bind(events), close: async () => void (state.closed++, events.emit('disconnected')) } as unknown as Browser
  return { browser, state, crash: () => events.emit('disconnected') }
}
const never = new AbortController().signal

test('all share one browser, which is started anew after a crash and closed at the end', async () => {
  const made: ReturnType<typeof fakeBrowser>[] = []
  const keeper = createBrowserKeeper({ idleMs: 60_000, launch: async () => made[made.push(fakeBrowser()) - 1]!.browser })
  await Promise.all([keeper.use(never, async () => {}), keeper.use(never, async () => {})])
  expect(made).toHaveLength(1)
  made[0]!.crash()
  await keeper.use(never, async () => {})
  expect(made).toHaveLength(2)
  await keeper[Symbol.asyncDispose]()
  expect(made[1]!.state.closed).toBe(1)
  await expect(keeper.use(never, async () => {})).rejects.toMatchObject({ code: 'service-unavailable' })
})

test('a browser that is still starting when all ends is closed all the same', async () => {
  const { browser, state } = fakeBrowser()
  const start = Promise.withResolvers<Browser>()
  const keeper = createBrowserKeeper({ idleMs: 60_000, launch: () => start.promise })
  const abort = new AbortController()
  const using = keeper.use(abort.signal, async () => {})
  abort.abort(new Error('enough'))
  await expect(using).rejects.toThrow('enough')
  const disposed = keeper[Symbol.asyncDispose]()
  start.resolve(browser)
  await disposed
  expect(state.closed).toBe(1)
})

test('a start that failed is not tried again with every page', async () => {
  let starts = 0
  await using keeper = createBrowserKeeper({
    idleMs: 60_000,
    launch: async () => {
      starts++
      throw new Error('no')
    },
  })
  for (let index = 0; index < 3; index++)
    await expect(keeper.use(never, async () => {})).rejects.toThrow('no')
  expect(starts).toBe(1)
})

test('a program that is not there is named', async () => {
  await expect(launchBrowser('/nowhere/chromium', 1000)).rejects.toThrow('/nowhere/chromium is no program')
})

test('slots are given in the order of asking, and not to those who have left', async () => {
  const slots = createSlots(1)
  const first = await slots.take(never)
  const leaving = new AbortController()
  const left = slots.take(leaving.signal)
  const second = slots.take(never)
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  first[Symbol.dispose]()
  using _held = await second
  await expect(slots.take(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
})
