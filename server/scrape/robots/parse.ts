import type { PathPattern } from './pattern.ts'
import { Buffer } from 'node:buffer'
import { compilePattern, escapeNonAscii } from './pattern.ts'

export interface RobotsRule {
  allow: boolean
  pattern: PathPattern
}

/** Rules for some crawlers, as written; `agents` are product tokens in lower case, `*` for everybody. */
export interface RobotsGroup {
  agents: string[]
  rules: RobotsRule[]
  /** `Crawl-delay` in seconds, not part of RFC 9309 but widely used. */
  crawlDelay: number | null
}

export interface Robots {
  groups: RobotsGroup[]
  /** As written: may be relative. */
  sitemaps: string[]
}

/** RFC 9309 §2.5: a parser must take at least 500 KiB; the rest is not looked at. */
export const robotsBytes = 500 * 1024
/** Google's limit for one line; longer ones are cut. */
const lineLength = 2083 * 8
const mostRules = 50_000

const directives: Record<string, 'agent' | 'allow' | 'disallow' | 'sitemap' | 'delay'> = {
  'user-agent': 'agent',
  'useragent': 'agent',
  'user agent': 'agent',
  'allow': 'allow',
  'disallow': 'disallow',
  // Misspellings that Google takes too: they can only have meant one thing.
  'dissallow': 'disallow',
  'dissalow': 'disallow',
  'disalow': 'disallow',
  'diasllow': 'disallow',
  'disallaw': 'disallow',
  'sitemap': 'sitemap',
  'site-map': 'sitemap',
  'crawl-delay': 'delay',
  'crawldelay': 'delay',
}

/**
 * Reads robots.txt by RFC 9309, in time linear in its size. Never throws: a line that makes no sense is passed over.
 * Bytes are kept as Latin-1 so that broken UTF-8 in a path still matches the same broken bytes in a URL.
 */
export function parseRobots(body: Uint8Array | string): Robots {
  const bytes = typeof body === 'string' ? Buffer.from(body.slice(0, robotsBytes), 'utf8') : body
  const start = markLength(bytes)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, Math.min(bytes.length, start + robotsBytes))
  const robots: Robots = { groups: [], sitemaps: [] }
  let group: RobotsGroup | null = null
  let inAgents = false
  let rules = 0

  for (const line of text.split(/\r\n|\r|\n/)) {
    const entry = parseLine(line)
    const directive = entry && directives[entry.key]
    if (!directive)
      continue
    if (directive === 'sitemap') {
      if (entry.value !== '' && robots.sitemaps.length < 1000)
        robots.sitemaps.push(Buffer.from(entry.value, 'latin1').toString('utf8'))
      continue
    }
    if (directive === 'agent') {
      if (!group || !inAgents) {
        group = { agents: [], rules: [], crawlDelay: null }
        robots.groups.push(group)
      }
      inAgents = true
      group.agents.push(agentToken(entry.value))
      continue
    }
    // Rules before the first group belong to nobody (RFC 9309 §2.2.1).
    if (!group)
      continue
    if (directive === 'delay') {
      // Not a rule of the RFC: it ends no list of agents only when a rule follows, as in Google's parser.
      const seconds = Number.parseFloat(entry.value.replace(',', '.'))
      if (Number.isFinite(seconds) && seconds >= 0)
        group.crawlDelay ??= seconds
      continue
    }
    inAgents = false
    if (entry.value === '' || rules++ >= mostRules)
      continue
    const path = escapeNonAscii(entry.value)
    group.rules.push({ allow: directive === 'allow', pattern: compilePattern(path) })
    // Google's rule, which site owners count on: allowing a folder's index page allows the folder.
    const folder = directive === 'allow' ? /^(.*\/)index\.html?$/.exec(path)?.[1] : undefined
    if (folder !== undefined)
      group.rules.push({ allow: true, pattern: compilePattern(`${folder}$`) })
  }
  return robots
}

function parseLine(raw: string): { key: string, value: string } | null {
  const cut = raw.length > lineLength ? raw.slice(0, lineLength) : raw
  const hash = cut.indexOf('#')
  const line = (hash < 0 ? cut : cut.slice(0, hash)).trim()
  if (line === '')
    return null
  const colon = line.indexOf(':')
  if (colon > 0)
    return { key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }
  // `Disallow /path`: a forgotten colon is forgiven when exactly two words stand there.
  const words = line.split(/[ \t]+/)
  return colon < 0 && words.length === 2 ? { key: words[0]!.toLowerCase(), value: words[1]! } : null
}

/** The product token that a `User-agent` value names: `Googlebot/2.1` is `googlebot`, `*` and `* …` are everybody. */
function agentToken(value: string): string {
  if (/^\*(?:\s|$)/.test(value))
    return '*'
  return (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase()
}

/** Length of a UTF-8 byte order mark, whole or broken off, which editors leave. */
function markLength(bytes: Uint8Array): number {
  const mark = [0xEF, 0xBB, 0xBF]
  let length = 0
  while (length < 3 && bytes[length] === mark[length])
    length++
  return length
}
