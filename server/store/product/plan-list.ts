import type { ProductFilter, productSorts } from '../../contract/product-query.ts'
import type { Reading } from '../database.ts'
import type { Condition, ListPlan, Source } from '../listing/source.ts'
import { equals, newestSorted, sortedWhole } from '../listing/source.ts'
import { textQuery } from '../listing/text-query.ts'
import { isFew } from '../listing/walk.ts'
import { brandWord } from '../words/documents.ts'
import { toMissing } from './missing.ts'

export type ProductSort = (typeof productSorts)[number]
type Order = Pick<Source, 'key' | 'driving'>

const table = 'FROM "Product" r'
const searched = 'FROM "_ProductText" t JOIN "_ProductDocument" d ON d."doc" = t.rowid JOIN "Product" r ON r."id" = d."productId"'
const sortColumns = {
  name: { column: 'name', key: 'r."name" COLLATE NOCASE' },
  price: { column: 'priceMinor', key: 'r."priceMinor"' },
  seen: { column: 'lastSeenAt', key: 'r."lastSeenAt"' },
  changed: { column: 'changedAt', key: 'r."changedAt"' },
} as const

/**
 * A condition whose index gives few rows has them read whole and sorted, whatever the order. Else the index of the order
 * gives the rows, and all that it cannot say is looked at row by row: of many rows a match is met soon.
 * @returns null when nothing can match: a search without a word in it
 */
export async function planProducts({ read, scan }: Reading, filter: ProductFilter, sort: ProductSort): Promise<ListPlan | null> {
  const match = filter.search ? await textQuery(read, 'Product', endOf(filter.search)) : undefined
  if (match === null)
    return null
  const all = conditionsOf(filter)
  if (match !== undefined)
    return searchPlan(filter.brandId === undefined ? match : `${match} AND "${brandWord(filter.brandId)}"`, sort, withoutDriver(all, 'brandId'))
  const drivers = driversOf(all)
  const order = orderOf(filter, sort)
  const few = findFew({ scan }, drivers)
  if (few)
    return { source: sortedWhole(table, few.driving, order), residual: withoutDriver(all, ...few.names) }
  if (sort !== 'created')
    return { source: { ...order, from: table }, residual: withoutDriver(all, ...sort === 'price' ? ['currency', 'price'] as const : sort === 'changed' ? ['changedAfter'] as const : []) }
  const same = drivers.find(driver => driver.isOrdered)
  return { source: { ...order, from: table, driving: same?.driving ?? [] }, residual: withoutDriver(all, ...same?.names ?? []) }
}

type Named = Partial<Record<'brandId' | 'status' | 'availability' | 'currency' | 'price' | 'changedAfter' | 'others', Condition[]>>
type Name = keyof Named
/** Conditions that an index answers together; `isOrdered`: it has the ids of what it gives in their order. */
interface Driver { names: readonly Name[], driving: Condition[], isOrdered: boolean }

function conditionsOf({ brandId, status, availability, currency, priceMin, priceMax, changedAfter, hasVariants, missing }: ProductFilter): Named {
  return {
    brandId: equals('brandId', brandId),
    status: equals('status', status),
    availability: equals('availability', availability),
    currency: equals('currency', currency),
    price: [...bound('priceMinor', '>=', priceMin), ...bound('priceMinor', '<=', priceMax)],
    changedAfter: changedAfter === undefined ? [] : [{ sql: 'r."changedAt" >= ?', params: [new Date(changedAfter)] }],
    others: [...hasVariants === undefined ? [] : [{ sql: hasVariants ? 'r."variantCount" > 0' : 'r."variantCount" = 0', params: [] }], ...toMissing(missing)],
  }
}

function bound(column: string, sign: string, value: number | undefined): Condition[] {
  return value === undefined ? [] : [{ sql: `r."${column}" ${sign} ?`, params: [value] }]
}

function driversOf(all: Named): Driver[] {
  const driver = (names: readonly Name[], isOrdered: boolean): Driver => ({ names, isOrdered, driving: names.flatMap(name => all[name] ?? []) })
  const isGiven = (name: Name) => (all[name]?.length ?? 0) > 0
  return [
    ...isGiven('brandId') && isGiven('status') ? [driver(['brandId', 'status'], true)] : [],
    ...isGiven('brandId') ? [driver(['brandId'], true)] : [],
    ...isGiven('currency') ? [driver(['currency', 'price'], false)] : [],
    ...isGiven('changedAfter') ? [driver(['changedAfter'], false)] : [],
    ...isGiven('availability') ? [driver(['availability'], true)] : [],
    ...isGiven('status') ? [driver(['status'], true)] : [],
  ]
}

function findFew(reading: Pick<Reading, 'scan'>, drivers: Driver[]): Driver | null {
  return drivers.find(driver => isFew(reading, table, driver.driving)) ?? null
}

/** Rows without a value of the sort are not in its order. */
function orderOf(filter: ProductFilter, sort: ProductSort): Order {
  if (sort === 'created')
    return { key: null, driving: [] }
  const { column, ...order } = sortColumns[sort]
  const { currency, price, changedAfter } = conditionsOf(filter)
  const within = sort === 'price' ? [...currency ?? [], ...price ?? []] : sort === 'changed' ? changedAfter ?? [] : []
  return { ...order, driving: [...within, { sql: `r."${column}" IS NOT NULL`, params: [] }] }
}

function searchPlan(match: string, sort: ProductSort, residual: Condition[]): ListPlan {
  const driving = [{ sql: '"_ProductText" MATCH ?', params: [match] }]
  if (sort === 'created')
    return { source: { from: searched, key: 't.rowid', isSearch: true, driving }, residual }
  const { column, ...order } = sortColumns[sort]
  return { source: newestSorted(searched, [...driving, { sql: `r."${column}" IS NOT NULL`, params: [] }], { ...order, driving: [] }), residual }
}

function withoutDriver(all: Named, ...names: readonly Name[]): Condition[] {
  return Object.entries(all).flatMap(([name, conditions]) => names.includes(name as Name) ? [] : conditions)
}

/** Of a whole address the end is looked for: only that is indexed. */
function endOf(typed: string): string {
  return /^https?:\/\//i.test(typed) && URL.canParse(typed) ? new URL(typed).pathname.split('/').findLast(Boolean) ?? '' : typed
}
