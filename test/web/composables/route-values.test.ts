import { expect, test } from 'vitest'
import { createApp, effectScope } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useRouteFilters } from '../../../web/composables/use-route-filters.ts'
import { useRoutePanel } from '../../../web/composables/use-route-panel.ts'
import { useRouteValue } from '../../../web/composables/use-route-value.ts'

/** A page at `/jobs`, reached from the start page, with what keeps its state in the address. */
async function openPage<Kept>(keep: () => Kept) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:page*', component: {} }] })
  await router.push('/')
  await router.push('/jobs')
  const kept = createApp({}).use(router).runWithContext(() => effectScope().run(keep)!)
  /** Does something that changes the address, and waits until it has. */
  function changed(change: () => void): Promise<string> {
    return new Promise((resolve) => {
      const stop = router.afterEach(({ fullPath }) => {
        stop()
        resolve(fullPath)
      })
      change()
    })
  }
  return { ...kept, kept, router, changed, back: () => changed(() => router.back()) }
}

test('back undoes the last filter, and then leaves the page', async () => {
  const { set, changed, back } = await openPage(() => useRouteFilters(['status', 'type']))
  await changed(() => set('status', 'failed'))
  expect(await changed(() => set('type', 'export-csv'))).toBe('/jobs?status=failed&type=export-csv')
  expect([await back(), await back(), await back()]).toEqual(['/jobs?status=failed', '/jobs', '/'])
})

test('words that are typed on are one step back', async () => {
  const { set, changed, back } = await openPage(() => useRouteFilters(['search']))
  await changed(() => set('search', 'sh'))
  expect(await changed(() => set('search', 'shoe'))).toBe('/jobs?search=shoe')
  expect(await back()).toBe('/jobs')
})

test('back closes a dialog, and a dialog that was closed is not met again on the way back', async () => {
  const { kept: panel, changed, back } = await openPage(() => useRoutePanel('edit'))
  expect(await changed(() => panel.value = 'one')).toBe('/jobs?edit=one')
  expect(await back()).toBe('/jobs')
  await changed(() => panel.value = 'two')
  expect(await changed(() => panel.value = undefined)).toBe('/jobs')
  expect(await back()).toBe('/')
})

test('a dialog that is closed twice at once, as Escape and a button do, closes once', async () => {
  const { kept: panel, changed, back } = await openPage(() => useRoutePanel('edit'))
  await changed(() => panel.value = 'one')
  const closed = await changed(() => {
    panel.value = undefined
    panel.value = undefined
  })
  expect([closed, await back()]).toEqual(['/jobs', '/'])
})

test('a dialog that a link opened is closed where it is', async () => {
  const { kept: panel, changed, router, back } = await openPage(() => useRoutePanel('edit'))
  await router.push('/jobs?edit=one')
  expect(await changed(() => panel.value = undefined)).toBe('/jobs')
  expect(await back()).toBe('/jobs')
})

test('back passes over a setting of the page', async () => {
  const { kept: columns, changed, back } = await openPage(() => useRouteValue('columns'))
  expect(await changed(() => columns.value = 'status')).toBe('/jobs?columns=status')
  expect(await back()).toBe('/')
})
