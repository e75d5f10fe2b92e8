import type { Buffer } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { rulesFor } from '../../../server/scrape/robots/match.ts'
import { parseRobots } from '../../../server/scrape/robots/parse.ts'
import { dataRoot, hasData } from '../data.ts'

const urls = ['/', '/products/a?b=c', '/search?q=shoes', '/de/p/123-abc.html', '/%E3%83%84?x=%zz'].map(path => `https://shop.example${path}`)

test.skipIf(!hasData)('4,230 real robots.txt files are read without a throw in under two seconds', () => {
  const files = [...tarFiles(gunzipSync(readFileSync(`${dataRoot}protego-real-robots/test_data.tar.gz`)))]
  expect(files.length).toBeGreaterThanOrEqual(4230)
  // Of this thread: a busy machine makes them wait, not dearer.
  const started = process.threadCpuUsage()
  let rules = 0
  for (const file of files)
    rules += parseRobots(file).groups.reduce((sum, group) => sum + group.rules.length, 0)
  const { user, system } = process.threadCpuUsage(started)
  expect(rules).toBeGreaterThan(50_000)
  expect((user + system) / 1000).toBeLessThan(2000)
})

test.skipIf(!hasData)('every real file gives an answer for any address and any crawler', () => {
  for (const file of tarFiles(gunzipSync(readFileSync(`${dataRoot}protego-real-robots/test_data.tar.gz`)))) {
    const robots = parseRobots(file)
    for (const agent of ['Gleaner', 'Googlebot', '*', ''])
      urls.forEach(url => expect(rulesFor(robots, agent).isAllowed(url)).toBeTypeOf('boolean'))
  }
})

test.skipIf(!hasData)('fuzzing seeds give an answer too', () => {
  const folder = `${dataRoot}temoto-robotstxt/_gofuzz/corpus/`
  const seeds = readdirSync(folder)
  expect(seeds.length).toBeGreaterThan(20)
  for (const name of seeds)
    urls.forEach(url => expect(rulesFor(parseRobots(readFileSync(folder + name)), 'Gleaner').isAllowed(url)).toBeTypeOf('boolean'))
})

test('a rule made to backtrack is matched in linear time', () => {
  const robots = parseRobots(`User-agent: *\nDisallow: /${'a*'.repeat(5000)}b$\n`)
  const started = performance.now()
  expect(rulesFor(robots, 'Gleaner').isAllowed(`https://shop.example/${'a'.repeat(100_000)}`)).toBe(true)
  expect(performance.now() - started).toBeLessThan(200)
})

/** Regular files of a tar archive: 512-byte headers with the size in octal. */
function* tarFiles(archive: Buffer): Generator<Buffer> {
  for (let at = 0; at + 512 <= archive.length;) {
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136).replace(/\0.*$/, '').trim() || '0', 8)
    if (archive[at + 156] === 0x30 || archive[at + 156] === 0)
      yield* archive[at] === 0 ? [] : [archive.subarray(at + 512, at + 512 + size)]
    at += 512 + Math.ceil(size / 512) * 512
  }
}
