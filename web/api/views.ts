import type { SavedViewCreate, SavedViewUpdate, ViewPage } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

const at = (id: string) => ({ params: { path: { id } } })

export const listViews = (page: ViewPage) => answerOf(client.GET('/api/views', { params: { query: { page } } }))
export const createView = (body: SavedViewCreate) => answerOf(client.POST('/api/views', { body }))
export const updateView = (id: string, body: SavedViewUpdate) => answerOf(client.PATCH('/api/views/{id}', { ...at(id), body }))
export const removeView = (id: string) => answerOf(client.DELETE('/api/views/{id}', at(id))).then(() => null)
