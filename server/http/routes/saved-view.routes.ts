import type { SavedViewService } from '../../jobs/ports.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { SavedView, SavedViewCreate, SavedViewQuery, SavedViewUpdate } from '../../contract/saved-view.ts'
import { bodyProblems, changeProblems, json, jsonBody, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { IdParams } from './params.ts'

const tags = ['Saved views']

const list = createRoute({
  method: 'get',
  path: '/api/views',
  operationId: 'listSavedViews',
  tags,
  summary: 'List the saved views of a list',
  request: { query: SavedViewQuery },
  responses: { 200: json(z.array(SavedView), 'All of them, by name'), ...problems('invalid-input') },
})

const create = createRoute({
  method: 'post',
  path: '/api/views',
  operationId: 'createSavedView',
  tags,
  summary: 'Keep what a list shows under a name',
  description: 'Filters, sort and columns as they stand in its address. Everybody who can reach Gleaner sees it.',
  request: { body: jsonBody(SavedViewCreate) },
  responses: { 201: json(SavedView, 'The view'), ...bodyProblems('conflict') },
})

const update = createRoute({
  method: 'patch',
  path: '/api/views/{id}',
  operationId: 'updateSavedView',
  tags,
  summary: 'Rename a saved view, or have it show something else',
  request: { params: IdParams, body: jsonBody(SavedViewUpdate) },
  responses: { 200: json(SavedView, 'The view, changed'), ...bodyProblems('not-found', 'conflict') },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/views/{id}',
  operationId: 'removeSavedView',
  tags,
  summary: 'Delete a saved view',
  request: { params: IdParams },
  responses: { 204: { description: 'Gone' }, ...changeProblems('not-found') },
})

export function createSavedViewRoutes({ savedViews }: { savedViews: SavedViewService }) {
  return createRouter()
    .openapi(list, async c => c.json(await savedViews.list(c.req.valid('query')), 200))
    .openapi(create, async c => c.json(await savedViews.create(c.req.valid('json')), 201))
    .openapi(update, async c => c.json(await savedViews.update(c.req.valid('param').id, c.req.valid('json')), 200))
    .openapi(remove, async (c) => {
      await savedViews.remove(c.req.valid('param').id)
      return c.body(null, 204)
    })
}
