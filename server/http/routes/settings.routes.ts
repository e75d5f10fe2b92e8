import type { SettingsService } from '../../jobs/settings-service.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { Setting, SettingsUpdate } from '../../contract/settings.ts'
import { bodyProblems, json, jsonBody, problems } from '../responses.ts'
import { createRouter } from '../router.ts'

const tags = ['Settings']

const list = createRoute({
  method: 'get',
  path: '/api/settings',
  operationId: 'listSettings',
  tags,
  summary: 'List what is set for the whole installation',
  description: 'Each value with where it comes from: the program, an environment variable, or people. Limits of a queue are the queue\'s own.',
  responses: { 200: json(z.array(Setting), 'Every setting'), ...problems() },
})

const update = createRoute({
  method: 'patch',
  path: '/api/settings',
  operationId: 'updateSettings',
  tags,
  summary: 'Change settings, or set them back',
  description: 'What is absent stays; `null` sets back to the default. Every process follows within two seconds, without a restart. All of the changes are made, or none.',
  request: { body: jsonBody(SettingsUpdate) },
  responses: { 200: json(z.array(Setting), 'Every setting, changed'), ...bodyProblems() },
})

export function createSettingsRoutes({ settings }: { settings: Pick<SettingsService, 'list' | 'update'> }) {
  return createRouter()
    .openapi(list, async c => c.json(await settings.list(), 200))
    .openapi(update, async c => c.json(await settings.update(c.req.valid('json')), 200))
}
