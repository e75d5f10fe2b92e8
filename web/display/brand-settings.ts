import type { BrandSettings } from '../../server/contract/index.ts'

/** Stands for a value that is set and not shown. */
const hidden = '••••••'

/** Headers as lines of `Name: value`; a secret value is dots, and dots that stay keep it. */
export function headersToText(headers: BrandSettings['headers']): string {
  return Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value ?? hidden}`).join('\n')
}

/** The headers that lines of text describe, or the number of the first line that is none (from 1). */
export function headersFromText(text: string): { headers: Record<string, string | null> } | { faultyLine: number } {
  const headers: Record<string, string | null> = {}
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '')
      continue
    // Token characters of RFC 9110 §5.6.2.
    const match = /^([\w!#$%&'*+.^`|~-]+):(.*)$/.exec(line.trim())
    if (!match)
      return { faultyLine: index + 1 }
    const value = match[2]!.trim()
    headers[match[1]!] = value === hidden ? null : value
  }
  return { headers }
}

/** The settings form: an empty box is the installation's default. */
export interface SettingsDraft {
  concurrency: number | null
  delayMs: number | null
  maxProducts: number | null
  headers: string
  proxyUrl: string
  proxyUsername: string
  /** What is typed; a password that is set is never in here. */
  proxyPassword: string
  authUsername: string
  authPassword: string
  ignoreRobots: boolean
  robotsReason: string
}

export function toSettingsDraft(settings: BrandSettings): SettingsDraft {
  return {
    concurrency: settings.concurrency ?? null,
    delayMs: settings.delayMs ?? null,
    maxProducts: settings.maxProducts ?? null,
    headers: headersToText(settings.headers),
    proxyUrl: settings.proxy?.url ?? '',
    proxyUsername: settings.proxy?.username ?? '',
    proxyPassword: '',
    authUsername: settings.basicAuth?.username ?? '',
    authPassword: '',
    ignoreRobots: settings.ignoreRobots !== undefined,
    robotsReason: settings.ignoreRobots?.reason ?? '',
  }
}

/** `before` are the settings as they are now: a password that is set there stays while none is typed. */
export function fromSettingsDraft(draft: SettingsDraft, before: BrandSettings = {}): BrandSettings {
  const parsed = headersFromText(draft.headers)
  const headers = 'headers' in parsed ? parsed.headers : {}
  return {
    concurrency: draft.concurrency ?? undefined,
    delayMs: draft.delayMs ?? undefined,
    maxProducts: draft.maxProducts ?? undefined,
    headers: Object.keys(headers).length > 0 ? headers : undefined,
    proxy: proxyOf(draft, before),
    basicAuth: basicAuthOf(draft, before),
    ignoreRobots: draft.ignoreRobots ? { reason: draft.robotsReason.trim() } : undefined,
  }
}

function proxyOf({ proxyUrl, proxyUsername, proxyPassword }: SettingsDraft, before: BrandSettings): BrandSettings['proxy'] {
  if (proxyUrl.trim() === '')
    return undefined
  const username = proxyUsername.trim()
  const kept = before.proxy?.password === null && username === (before.proxy.username ?? '') ? null : undefined
  return { url: completeProxy(proxyUrl.trim()), username: username === '' ? undefined : username, password: proxyPassword === '' ? kept : proxyPassword }
}

function basicAuthOf({ authUsername, authPassword }: SettingsDraft, before: BrandSettings): BrandSettings['basicAuth'] {
  const username = authUsername.trim()
  if (username === '')
    return undefined
  return { username, password: authPassword === '' && before.basicAuth !== undefined ? null : authPassword }
}

/** `proxy.example:8080` is what people have. */
function completeProxy(text: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
}
