import { z } from 'zod'
import { Timestamp } from './time.ts'
import { fieldWords } from './told/field-words.ts'

export const viewPages = ['jobs', 'products'] as const
/** Lists of the dashboard whose filters can be kept under a name. */
export const ViewPage = z.enum(viewPages)
export type ViewPage = z.infer<typeof ViewPage>

/** Views of one list; more would be no help in finding one. */
export const mostViews = 100

const name = z.string().trim().min(1).max(80)
const query = z.record(z.string().min(1).max(40), z.string().max(500)).refine(given => Object.keys(given).length <= 30, fieldWords['at-most-30']).describe('What stands in the address of the list: filters, sort, columns')

/** A list as somebody likes to see it. There is no login: everybody has all of them. */
export const SavedView = z.object({ id: z.string(), page: ViewPage, name: z.string(), query: z.record(z.string(), z.string()), createdAt: Timestamp, updatedAt: Timestamp })
export type SavedView = z.infer<typeof SavedView>

export const SavedViewCreate = z.object({ page: ViewPage, name, query })
export type SavedViewCreate = z.infer<typeof SavedViewCreate>

export const SavedViewUpdate = z.object({ name: name.optional(), query: query.optional() })
export type SavedViewUpdate = z.infer<typeof SavedViewUpdate>

export const SavedViewQuery = z.object({ page: ViewPage })
export type SavedViewQuery = z.infer<typeof SavedViewQuery>
