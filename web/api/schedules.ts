import type { Page, Schedule, ScheduleCreate, ScheduleRun, ScheduleTiming, ScheduleUpdate } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

const at = (id: string) => ({ params: { path: { id } } })

/** The document shares the timing's and the work's schema with requests; answers are of the same kinds. */
const asSchedule = (answer: unknown) => answer as Schedule

export function listSchedules(query: { search?: string, cursor?: string, limit?: number }, signal?: AbortSignal): Promise<Page<Schedule>> {
  return answerOf(client.GET('/api/schedules', { params: { query }, signal })).then(page => ({ ...page, items: page.items.map(asSchedule) }))
}
export const getSchedule = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/schedules/{id}', { ...at(id), signal })).then(asSchedule)
export const createSchedule = (body: ScheduleCreate) => answerOf(client.POST('/api/schedules', { body })).then(asSchedule)
export const updateSchedule = (id: string, body: ScheduleUpdate) => answerOf(client.PATCH('/api/schedules/{id}', { ...at(id), body })).then(asSchedule)
export const removeSchedule = (id: string) => answerOf(client.DELETE('/api/schedules/{id}', at(id)))
export const enableSchedule = (id: string) => answerOf(client.POST('/api/schedules/{id}/enable', at(id))).then(asSchedule)
export const disableSchedule = (id: string) => answerOf(client.POST('/api/schedules/{id}/disable', at(id))).then(asSchedule)
export const runSchedule = (id: string): Promise<ScheduleRun> => answerOf(client.POST('/api/schedules/{id}/run', at(id)))
export const listScheduleRuns = (id: string, signal?: AbortSignal): Promise<Page<ScheduleRun>> => answerOf(client.GET('/api/schedules/{id}/runs', { params: { path: { id }, query: { limit: 50 } }, signal }))
export const previewSchedule = (body: ScheduleTiming, signal?: AbortSignal) => answerOf(client.POST('/api/schedules/preview', { body, signal }))
