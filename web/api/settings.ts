import type { SettingsUpdate } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

export const listSettings = (signal?: AbortSignal) => answerOf(client.GET('/api/settings', { signal }))
export const updateSettings = (body: SettingsUpdate) => answerOf(client.PATCH('/api/settings', { body }))
