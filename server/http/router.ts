import type { HttpEnv } from './env.ts'
import { OpenAPIHono } from '@hono/zod-openapi'
import { refuseInvalid } from './invalid-input.ts'

/** A router whose schemas refuse bad input with our 422. */
export function createRouter(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({ defaultHook: refuseInvalid })
}
