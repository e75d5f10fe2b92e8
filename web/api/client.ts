import type { paths } from './schema.d.ts'
import createClient from 'openapi-fetch'
import { problemOf } from './problem.ts'

/** Typed by the server's OpenAPI document: an address or a field that does not exist does not compile. */
export const client = createClient<paths>({ baseUrl: '', fetch: request => globalThis.fetch(request) })

/** What a call answered; anything but 2xx is thrown as `ApiProblem`. */
export async function answerOf<Answer>(call: Promise<{ data?: Answer, error?: unknown, response: Response }>): Promise<Answer> {
  const { data, error, response } = await call
  if (!response.ok)
    throw problemOf(response, error)
  return data as Answer
}
