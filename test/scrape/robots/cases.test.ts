import { describe, expect, test } from 'vitest'
import { rulesFor } from '../../../server/scrape/robots/match.ts'
import { parseRobots } from '../../../server/scrape/robots/parse.ts'
import { bytesOf, hasData, readCases } from '../data.ts'

interface Case {
  robotstxt: { text?: string, base64?: string }
  useragent: string
  url: string
  allowed: boolean
  file?: string
  test?: string
}

const isAllowed = (rules: string, path: string) => rulesFor(parseRobots(`User-agent: *\n${rules}\n`), 'Gleaner').isAllowed(`https://shop.example${path}`)

// RFC 9309 §2.2.2 has escapes of unreserved characters undone before paths are compared, Google's parser compares them as
// they are. What either of them forbids is not asked for.
test.each([
  ['Disallow: /%7Ejoe/', '/~joe/index.html', false],
  ['Disallow: /~joe/', '/%7ejoe/index.html', false],
  ['Disallow: /%61bc', '/abc', false],
  ['Disallow: /\nAllow: /%62az', '/baz', false],
  ['Disallow: /\nAllow: /%62az', '/%62az', true],
  ['Disallow: /a%2Fb', '/a/b', true],
  ['Disallow: /a/b', '/a%2Fb', true],
  ['Disallow: /caf%C3%A9', '/caf%c3%a9', false],
  ['Disallow: /café', '/caf%C3%A9', false],
  ['Disallow: /collections/*+*', '/collections/a%2Bb', true],
  ['Disallow: /*%2b*', '/collections/a%2Bb', false],
  ['Disallow: /foo$bar', '/foo', true],
  ['Disallow: /x$\nAllow: /x', '/x', false],
  ['Disallow: /*.pdf$', '/a.pdf?x', true],
])('%o: %s is %o', (rules, path, allowed) => {
  expect(isAllowed(rules, path)).toBe(allowed)
})

test('a crawler that gives its version obeys what is said to it by name', () => {
  const robots = parseRobots('User-agent: Gleaner\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n')
  expect(['/a', '/b'].map(path => rulesFor(robots, 'Gleaner/2.1 (+https://gleaner.example)').isAllowed(`https://shop.example${path}`))).toEqual([false, true])
})

// No exceptions: all 400 and all 140 answers agree with Google's, the Google-specific ones included.
describe.skipIf(!hasData).each(['robotstxt-spec-test', 'google-robotstxt'])('%s', (folder) => {
  test('every case is answered as its authors say', () => {
    const cases = readCases<Case>(`${folder}/cases.json`)
    expect(cases.length).toBeGreaterThan(100)
    const wrong = cases.filter(each => rulesFor(parseRobots(bytesOf(each.robotstxt)), each.useragent).isAllowed(each.url) !== each.allowed)
    expect(wrong.map(each => ({ from: each.file ?? each.test, agent: each.useragent, url: each.url, expected: each.allowed }))).toEqual([])
  })
})
