import type { Context, MiddlewareHandler } from 'hono'
import type { HttpEnv } from '../env.ts'
import { bodyLimit } from 'hono/body-limit'
import { tell } from '../../contract/told.ts'
import { problem } from '../problem.ts'

/** The longest body of a request, in bytes: the longest selection, 10,000 products by their UUIDs, has 390,000. */
const MAX_BODY_BYTES = 512 * 1024
/** The deepest nesting of a JSON body. */
const MAX_JSON_DEPTH = 20

const QUOTE = 0x22
const BACKSLASH = 0x5C
const OPENING = new Set([0x5B, 0x7B])
const CLOSING = new Set([0x5D, 0x7D])

/** How deep the arrays and objects of a JSON text nest, told without parsing it. */
export function jsonDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString && code === BACKSLASH)
      index++
    else if (code === QUOTE)
      inString = !inString
    else if (!inString && OPENING.has(code))
      deepest = Math.max(deepest, ++depth)
    else if (!inString && CLOSING.has(code))
      depth--
  }
  return deepest
}

/** 413 for a body over the limit, announced or chunked. */
export function guardBodySize(): MiddlewareHandler<HttpEnv> {
  return bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c: Context<HttpEnv>) => problem(c, 'payload-too-large', { told: [tell('body-too-large', { n: MAX_BODY_BYTES })] }),
  })
}

/** 415 for a body that is not JSON, whether or not the operation reads one; 413 for one that nests too deep. */
export function guardJson(): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || !c.req.raw.body)
      return next()
    const text = await c.req.text()
    if (text === '')
      return next()
    if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
      return problem(c, 'unsupported-media-type', { told: [tell('body-not-json')] })
    if (jsonDepth(text) > MAX_JSON_DEPTH)
      return problem(c, 'payload-too-large', { told: [tell('body-too-deep', { n: MAX_JSON_DEPTH })] })
    await next()
  }
}
