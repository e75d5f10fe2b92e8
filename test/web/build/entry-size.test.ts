import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../../dist/web', import.meta.url))
/** What any page needs before it shows something, packed, in bytes. */
const limit = 200 * 1024

test('what a browser loads before the first page is at most 200 KB packed', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(match => match[1]!)
  expect(files.length).toBeGreaterThan(3)
  const sizes = files.map(file => [file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length] as const)
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(total, sizes.sort((a, b) => b[1] - a[1]).map(([file, size]) => `${size} ${file}`).join('\n')).toBeLessThanOrEqual(limit)
})

test('every page is a file of its own, loaded when it is opened', () => {
  const pages = readdirSync(fileURLToPath(new URL('../../../web/pages', import.meta.url))).filter(file => file.endsWith('Page.vue')).map(file => file.slice(0, -4))
  const assets = readdirSync(join(dist, 'assets'))
  expect(pages.length).toBeGreaterThan(8)
  expect(pages.filter(page => !assets.some(asset => asset.startsWith(`${page}-`) && asset.endsWith('.js')))).toEqual([])
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  expect(pages.filter(page => html.includes(`/${page}-`))).toEqual([])
})

test('every script and style lies there packed in both codings', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const large = files.filter(file => /\.(?:js|css)$/.test(file) && statSync(join(dist, file)).size >= 1024)
  expect(large.length).toBeGreaterThan(10)
  expect(large.flatMap(file => [`${file}.br`, `${file}.gz`]).filter(file => !files.includes(file))).toEqual([])
})
