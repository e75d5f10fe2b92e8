import type { BrandSettings } from '../../server/contract/index.ts'

/** Headers as lines of `Name: value`. */
export function headersToText(headers: Record<string, string> | undefined): string {
  return Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** The headers that lines of text describe, or the number of the first line that is none (from 1). */
export function headersFromText(text: string): { headers: Record<string, string> } | { faultyLine: number } {
  const headers: Record<string, string> = {}
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '')
      continue
    // Token characters of RFC 9110 §5.6.2.
    const match = /^([\w!#$%&'*+.^`|~-]+):(.*)$/.exec(line.trim())
    if (!match)
      return { faultyLine: index + 1 }
    headers[match[1]!] = match[2]!.trim()
  }
  return { headers }
}

/** The settings form: an empty box is the installation's default. */
export interface SettingsDraft {
  concurrency: number | null
  delayMs: number | null
  maxProducts: number | null
  headers: string
  ignoreRobots: boolean
  robotsReason: string
}

export function toSettingsDraft(settings: BrandSettings): SettingsDraft {
  return {
    concurrency: settings.concurrency ?? null,
    delayMs: settings.delayMs ?? null,
    maxProducts: settings.maxProducts ?? null,
    headers: headersToText(settings.headers),
    ignoreRobots: settings.ignoreRobots !== undefined,
    robotsReason: settings.ignoreRobots?.reason ?? '',
  }
}

export function fromSettingsDraft(draft: SettingsDraft): BrandSettings {
  const parsed = headersFromText(draft.headers)
  const headers = 'headers' in parsed ? parsed.headers : {}
  return {
    concurrency: draft.concurrency ?? undefined,
    delayMs: draft.delayMs ?? undefined,
    maxProducts: draft.maxProducts ?? undefined,
    headers: Object.keys(headers).length > 0 ? headers : undefined,
    ignoreRobots: draft.ignoreRobots ? { reason: draft.robotsReason.trim() } : undefined,
  }
}
