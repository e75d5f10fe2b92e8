import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as api from '../../../web/api/brands.ts'
import { useBrandFacts } from '../../../web/stores/brand-facts.ts'
import { useBrandNames } from '../../../web/stores/brand-names.ts'
import { useBrands } from '../../../web/stores/brands.ts'
import { makeBrand } from '../fixtures.ts'

vi.mock('../../../web/api/brands.ts')
const { getBrand, listBrandFacts, listBrandNames, listBrands } = vi.mocked(api)

const factsOf = (brandId: string) => ({ brandId, shop: null, coverage: null, next: null })

beforeEach(() => {
  vi.resetAllMocks()
  vi.useFakeTimers()
  setActivePinia(createPinia())
  listBrandFacts.mockImplementation(async ids => ids.map(factsOf))
})
afterEach(() => void vi.useRealTimers())

async function listed(ids: string[], search?: string) {
  listBrands.mockResolvedValueOnce({ items: ids.map(id => makeBrand({ id })), nextCursor: null })
  const list = useBrands()
  await list.load({ search })
  return list
}

test('a row comes with what is known of its shop, not before it', async () => {
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof factsOf>[]>()
  listBrandFacts.mockReturnValueOnce(promise)
  listBrands.mockResolvedValueOnce({ items: [makeBrand({ id: 'b1' })], nextCursor: null })
  const list = useBrands()
  const loading = list.load({})
  await vi.waitFor(() => expect(listBrandFacts).toHaveBeenCalledWith(['b1']))
  expect(list.items).toEqual([])
  resolve([factsOf('b1')])
  await loading
  expect([list.items.map(({ id }) => id), useBrandFacts().byBrand.has('b1')]).toEqual([['b1'], true])
})

test('a brand that another window adds waits above the list until it is asked for', async () => {
  const list = await listed(['b2', 'b1'])
  getBrand.mockResolvedValueOnce(makeBrand({ id: 'b3' }))
  list.apply({ kind: 'brand', id: 'b3', removed: false })
  await vi.runAllTimersAsync()
  expect([list.waitingCount, list.items.map(({ id }) => id)]).toEqual([1, ['b2', 'b1']])
  listBrands.mockResolvedValueOnce({ items: ['b3', 'b2', 'b1'].map(id => makeBrand({ id })), nextCursor: null })
  await list.reload()
  expect([list.waitingCount, list.items.length]).toEqual([0, 3])
})

test('one that is older than the list, or gone again, is no new one', async () => {
  const list = await listed(['b2'])
  getBrand.mockImplementation(async id => makeBrand({ id }))
  list.apply({ kind: 'brand', id: 'b1', removed: false })
  list.apply({ kind: 'brand', id: 'b3', removed: false })
  await vi.runAllTimersAsync()
  list.apply({ kind: 'brand', id: 'b3', removed: true })
  expect(list.waitingCount).toBe(0)
})

test('names of all brands are read once they are wanted, in order, and again when one changes', async () => {
  const names = useBrandNames()
  names.apply({ kind: 'brand', id: 'b1', removed: false })
  await vi.runAllTimersAsync()
  expect(listBrandNames).not.toHaveBeenCalled()
  const [zebra, apple] = [makeBrand({ id: 'b1', name: 'Zebra' }), makeBrand({ id: 'b2', name: 'apple' })]
  listBrandNames.mockResolvedValueOnce([zebra, apple]).mockResolvedValueOnce([{ ...zebra, name: 'Aardvark' }, apple])
  await names.want()
  await names.want()
  expect(names.items.map(({ name }) => name)).toEqual(['apple', 'Zebra'])
  names.apply({ kind: 'brand', id: 'b1', removed: false })
  await vi.runAllTimersAsync()
  expect([names.items.map(({ name }) => name), names.byId.get('b1')]).toEqual([['Aardvark', 'apple'], 'Aardvark'])
})

test('an answer that was asked for earlier does not win over a later one', async () => {
  const slow = Promise.withResolvers<ReturnType<typeof makeBrand>[]>()
  listBrandNames.mockReturnValueOnce(slow.promise).mockResolvedValueOnce([makeBrand({ name: 'New' })])
  const names = useBrandNames()
  const first = names.want()
  await names.resync()
  slow.resolve([makeBrand({ name: 'Old' })])
  await first
  expect(names.items.map(({ name }) => name)).toEqual(['New'])
})
