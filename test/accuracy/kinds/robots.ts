import type { CaseKind } from '../kind.ts'
import { rulesFor } from '../../../server/scrape/robots/match.ts'
import { parseRobots } from '../../../server/scrape/robots/parse.ts'
import { bytesOf } from '../../scrape/data.ts'
import { outcome } from '../kind.ts'

/** Google's robots.txt cases: file, user agent and address → allowed or not. */
export const robots: CaseKind = {
  run(row) {
    const rules = rulesFor(parseRobots(bytesOf(row.robotstxt as { text?: string, base64?: string })), String(row.useragent))
    return [outcome('allowed', `${String(row.useragent)} ${String(row.url)}`, row.allowed, rules.isAllowed(String(row.url)))]
  },
}
