import { Buffer } from 'node:buffer'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'

const redirectStatuses = new Set([301, 302, 303, 307, 308])

/** Where an answer sends us, absolute; null when it is no redirect. Raises `bad-url` for a target that is no address. */
export function redirectTarget(status: number, location: string | undefined, base: URL): string | null {
  if (!redirectStatuses.has(status) || location === undefined)
    return null
  // Node reads header bytes as Latin-1; shops send UTF-8.
  const text = Buffer.from(location, 'latin1').toString('utf8')
  const target = URL.canParse(text, base) ? new URL(text, base) : null
  if (!target)
    throw new ScrapeError('bad-url', tell('redirects-nowhere'), { url: base.href })
  return target.href
}
