import type { Robots, RobotsGroup } from './parse.ts'
import { matchesPattern, plainEscapes, plainPattern, upperCaseEscapes } from './pattern.ts'

/** What one crawler may do on one host. */
export interface RobotsRules {
  isAllowed: (url: string) => boolean
  /** Seconds between requests that the site asks for, or null. */
  crawlDelay: number | null
}

/**
 * The rules for a crawler by its product token (`Gleaner`): all groups that name it, taken together; else those for `*`.
 * Among the rules that match a path the longest wins, and `Allow` when two are as long (RFC 9309 §2.2.2).
 */
export function rulesFor(robots: Robots, productToken: string): RobotsRules {
  // A version is no part of the token: `Gleaner/2.1` obeys what is said to `Gleaner`.
  const token = productToken.toLowerCase().replace(/\/.*$/s, '')
  const named = robots.groups.filter(group => group.agents.includes(token))
  const groups = named.length > 0 && token !== '' ? named : robots.groups.filter(group => group.agents.includes('*'))
  // RFC 9309 §2.2.2 wants `%7E` to mean `~`, Google's parser does not: what either of them forbids is left alone.
  const plain = groups.some(group => group.rules.some(({ pattern }) => pattern.parts.some(part => plainEscapes(part) !== part)))
    ? groups.map(group => ({ ...group, rules: group.rules.map(({ allow, pattern }) => ({ allow, pattern: plainPattern(pattern) })) }))
    : groups
  return {
    isAllowed(url) {
      const path = pathOf(url)
      const plainPath = plainEscapes(path)
      return isPathAllowed(groups, path) && ((plainPath === path && plain === groups) || isPathAllowed(plain, plainPath))
    },
    crawlDelay: groups.find(group => group.crawlDelay !== null)?.crawlDelay ?? null,
  }
}

function isPathAllowed(groups: readonly RobotsGroup[], path: string): boolean {
  let longest = -1
  let allowed = true
  for (const { rules } of groups) {
    for (const { allow, pattern } of rules) {
      const wins = pattern.length > longest || (pattern.length === longest && allow)
      if (wins && matchesPattern(pattern, path)) {
        longest = pattern.length
        allowed = allow
      }
    }
  }
  return allowed
}

/**
 * Path and query of an address, as rules see them: no fragment, `/` when empty. Works on addresses that no parser takes.
 * The address must be percent-encoded already, as `URL` leaves it: only the rules' side is encoded here.
 */
export function pathOf(url: string): string {
  const scheme = /^[a-z][a-z\d+.-]*:\/\/|^\/\//i.exec(url)
  const afterScheme = scheme ? url.slice(scheme[0].length) : url
  const start = scheme || !afterScheme.startsWith('/') ? afterScheme.search(/[/?;]/) : 0
  const rest = start < 0 ? '/' : afterScheme.slice(start)
  const path = rest.startsWith('/') ? rest : `/${rest}`
  const fragment = path.indexOf('#')
  return upperCaseEscapes(fragment < 0 ? path : path.slice(0, fragment))
}
