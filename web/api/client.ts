import { problemOf } from './problem.ts'

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>
interface CallOptions { query?: Query, body?: unknown, signal?: AbortSignal | undefined }

function searchOf(query: Query): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      for (const one of [value].flat())
        search.append(key, String(one))
    }
  }
  return search.size > 0 ? `?${search}` : ''
}

/** One request to our API; anything but 2xx is thrown as `ApiProblem`. */
export async function call<Answer>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, { query = {}, body, signal }: CallOptions = {}): Promise<Answer> {
  const response = await fetch(`${path}${searchOf(query)}`, {
    method,
    signal: signal ?? null,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await response.text()
  const answer: unknown = text === '' ? null : parse(text)
  if (!response.ok)
    throw problemOf(response, answer)
  return answer as Answer
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return null
  }
}
