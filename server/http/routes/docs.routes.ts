import type { HttpEnv } from '../env.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import { Hono } from 'hono'
import { renderReference } from '../reference/page.ts'

/** `/openapi.json` and the same for people at `/reference`. `describe` is called once, at the first request. */
export function createDocsRoutes({ describe, publicUrl }: { describe: () => OpenApiDocument, publicUrl?: string | undefined }): Hono<HttpEnv> {
  let document: OpenApiDocument | undefined

  function documentOnce(): OpenApiDocument {
    document ??= describe()
    return document
  }

  return new Hono<HttpEnv>()
    .get('/openapi.json', c => c.json(documentOnce(), 200, { 'Cache-Control': 'no-cache' }))
    .get('/reference', c => c.html(renderReference(documentOnce(), new URL(publicUrl ?? c.req.url).origin), 200, { 'Cache-Control': 'no-cache' }))
}
