import type { CaseKind } from '../kind.ts'
import { rulesFor } from '../../../server/scrape/robots/match.ts'
import { parseRobots } from '../../../server/scrape/robots/parse.ts'
import { bytesOf } from '../../scrape/data.ts'
import { outcome } from '../kind.ts'

/** Google's robots.txt cases: file, user agent and address → allowed or not. */
export const robots: CaseKind = {
  reads: 'robotstxt (text, or an object with text or base64), useragent, url, allowed',
  columns: ['robotstxt', 'useragent', 'url', 'allowed'],
  run(row) {
    const rules = rulesFor(parseRobots(bytesOf(row.robotstxt as { text?: string, base64?: string } | string)), String(row.useragent))
    return [outcome('allowed', `${String(row.useragent)} ${String(row.url)}`, row.allowed, rules.isAllowed(String(row.url)))]
  },
}
