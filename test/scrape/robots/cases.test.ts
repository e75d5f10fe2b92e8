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

// No exceptions: all 400 and all 140 answers agree with Google's, the Google-specific ones included.
describe.skipIf(!hasData).each(['robotstxt-spec-test', 'google-robotstxt'])('%s', (folder) => {
  test('every case is answered as its authors say', () => {
    const cases = readCases<Case>(`${folder}/cases.json`)
    expect(cases.length).toBeGreaterThan(100)
    const wrong = cases.filter(each => rulesFor(parseRobots(bytesOf(each.robotstxt)), each.useragent).isAllowed(each.url) !== each.allowed)
    expect(wrong.map(each => ({ from: each.file ?? each.test, agent: each.useragent, url: each.url, expected: each.allowed }))).toEqual([])
  })
})
