import type { Hono } from 'hono'
import type { HttpEnv } from '../env.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import { Hono as Router } from 'hono'

/** `/openapi.json`. `describe` is called once, at the first request, when every route is known. */
export function createDocsRoutes({ describe }: { describe: () => OpenApiDocument }): Hono<HttpEnv> {
  let text: string | undefined
  return new Router<HttpEnv>().get('/openapi.json', (c) => {
    text ??= JSON.stringify(describe())
    return c.body(text, 200, { 'Content-Type': 'application/openapi+json; charset=utf-8', 'Cache-Control': 'no-cache' })
  })
}
