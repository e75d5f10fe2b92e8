import { validateHeaderName, validateHeaderValue } from 'node:http'

export type Headers = Record<string, string>

/** Headers that belong to the connection, not to the owner of a shop. */
const ours = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'upgrade', 'te', 'trailer', 'expect', 'proxy-authorization', 'accept-encoding', 'user-agent'])

/** A brand's own headers, lower-cased; those that HTTP does not allow or that we set ourselves are left out. */
export function ownHeaders(headers: Record<string, string> | undefined): Headers {
  return Object.fromEntries(Object.entries(headers ?? {})
    .map(([name, value]) => [name.trim().toLowerCase(), value] as const)
    .filter(([name, value]) => !ours.has(name) && isValid(name, value)))
}

/** Answer headers with one string each; `Set-Cookie` is kept apart by the caller. */
export function flatHeaders(headers: Record<string, string | string[] | undefined>): Headers {
  const flat: Headers = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined)
      flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

function isValid(name: string, value: string): boolean {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return true
  }
  catch {
    return false
  }
}
