import { expect, test } from 'vitest'
import { readSource, sourceFiles } from './source-files.ts'

const limit = 350

/** Files that may be longer, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {}

function linesOf(path: string): number {
  return readSource(path).trimEnd().split('\n').length
}

const sizes = new Map(sourceFiles('{server,web,scripts,test}/**/*.{ts,mjs,vue}').map(path => [path, linesOf(path)]))

test(`no source file is longer than ${limit} lines without a reason`, () => {
  expect(sizes.size).toBeGreaterThan(150)
  expect([...sizes].filter(([path, lines]) => lines > limit && !(path in exceptions))).toEqual([])
})

test('every exception is still needed', () => {
  expect(Object.keys(exceptions).filter(path => (sizes.get(path) ?? 0) <= limit)).toEqual([])
})

test('half of the source files are shorter than 100 lines', () => {
  const sorted = [...sizes.values()].sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100)
})
