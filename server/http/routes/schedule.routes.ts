import type { ScheduleService } from '../../jobs/ports.ts'
import { createRoute } from '@hono/zod-openapi'
import { PageQuery } from '../../contract/page.ts'
import { Schedule, ScheduleCreate, ScheduleQuery, ScheduleRun, ScheduleTiming, ScheduleUpdate } from '../../contract/schedule.ts'
import { bodyProblems, changeProblems, json, jsonBody, located, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { DueTimes, SchedulePage, ScheduleRunPage } from './answers.ts'
import { IdParams } from './params.ts'

const tags = ['Schedules']

const list = createRoute({
  method: 'get',
  path: '/api/schedules',
  operationId: 'listSchedules',
  tags,
  summary: 'List schedules',
  request: { query: ScheduleQuery },
  responses: { 200: json(SchedulePage, 'A page of schedules, newest first'), ...problems('invalid-input') },
})

const create = createRoute({
  method: 'post',
  path: '/api/schedules',
  operationId: 'createSchedule',
  tags,
  summary: 'Make a schedule',
  description: 'Starts a job or a flow at the times of a cron pattern in a time zone, or in an interval counted from now.',
  request: { body: jsonBody(ScheduleCreate) },
  responses: { 201: located(Schedule, 'The new schedule'), ...bodyProblems() },
})

const preview = createRoute({
  method: 'post',
  path: '/api/schedules/preview',
  operationId: 'previewSchedule',
  tags,
  summary: 'The next times of a timing',
  request: { body: jsonBody(ScheduleTiming) },
  responses: { 200: json(DueTimes, 'The next five times'), ...bodyProblems() },
})

const get = createRoute({
  method: 'get',
  path: '/api/schedules/{id}',
  operationId: 'getSchedule',
  tags,
  summary: 'Get one schedule with its next times and its last run',
  request: { params: IdParams },
  responses: { 200: json(Schedule, 'The schedule'), ...problems('not-found') },
})

const update = createRoute({
  method: 'patch',
  path: '/api/schedules/{id}',
  operationId: 'updateSchedule',
  tags,
  summary: 'Change a schedule',
  description: 'A new timing counts from now: nothing before it is due.',
  request: { params: IdParams, body: jsonBody(ScheduleUpdate) },
  responses: { 200: json(Schedule, 'The schedule, changed'), ...bodyProblems('not-found') },
})

const enable = createRoute({
  method: 'post',
  path: '/api/schedules/{id}/enable',
  operationId: 'enableSchedule',
  tags,
  summary: 'Enable a schedule',
  description: 'Times that passed while it was disabled are not made up for.',
  request: { params: IdParams },
  responses: { 200: json(Schedule, 'The schedule, enabled'), ...changeProblems('not-found') },
})

const disable = createRoute({
  method: 'post',
  path: '/api/schedules/{id}/disable',
  operationId: 'disableSchedule',
  tags,
  summary: 'Disable a schedule',
  description: 'Jobs that it started go on.',
  request: { params: IdParams },
  responses: { 200: json(Schedule, 'The schedule, disabled'), ...changeProblems('not-found') },
})

const run = createRoute({
  method: 'post',
  path: '/api/schedules/{id}/run',
  operationId: 'runSchedule',
  tags,
  summary: 'Start a schedule\'s work now',
  description: 'Also while it is disabled or its last job is open; its times stay as they are.',
  request: { params: IdParams },
  responses: { 202: json(ScheduleRun, 'What became of it, with the job'), ...changeProblems('not-found', 'conflict', 'too-many-requests') },
})

const runs = createRoute({
  method: 'get',
  path: '/api/schedules/{id}/runs',
  operationId: 'listScheduleRuns',
  tags,
  summary: 'What became of a schedule\'s times',
  request: { params: IdParams, query: PageQuery },
  responses: { 200: json(ScheduleRunPage, 'A page of runs, newest first'), ...problems('not-found', 'invalid-input') },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/schedules/{id}',
  operationId: 'deleteSchedule',
  tags,
  summary: 'Delete a schedule; its jobs stay',
  request: { params: IdParams },
  responses: { 204: { description: 'Gone' }, ...changeProblems('not-found') },
})

export function createScheduleRoutes({ schedules }: { schedules: ScheduleService }) {
  return createRouter()
    .openapi(list, async c => c.json(await schedules.list(c.req.valid('query')), 200))
    .openapi(create, async (c) => {
      const schedule = await schedules.create(c.req.valid('json'))
      return c.json(schedule, 201, { Location: `/api/schedules/${encodeURIComponent(schedule.id)}` })
    })
    .openapi(preview, c => c.json({ next: schedules.preview(c.req.valid('json')) }, 200))
    .openapi(get, async c => c.json(await schedules.get(c.req.valid('param').id), 200))
    .openapi(update, async c => c.json(await schedules.update(c.req.valid('param').id, c.req.valid('json')), 200))
    .openapi(enable, async c => c.json(await schedules.enable(c.req.valid('param').id), 200))
    .openapi(disable, async c => c.json(await schedules.disable(c.req.valid('param').id), 200))
    .openapi(run, async c => c.json(await schedules.run(c.req.valid('param').id), 202))
    .openapi(runs, async c => c.json(await schedules.runs(c.req.valid('param').id, c.req.valid('query')), 200))
    .openapi(remove, async (c) => {
      await schedules.remove(c.req.valid('param').id)
      return c.body(null, 204)
    })
}
