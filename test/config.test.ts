import { expect, test } from 'vitest'
import { BadConfiguration, parseConfig } from '../server/config.ts'

const root = '/srv/gleaner'

test('nothing set means one process on loopback with embedded stores below the folder', () => {
  expect(parseConfig({}, root)).toMatchObject({
    role: 'all',
    http: { host: '127.0.0.1', port: 3000 },
    databaseFile: '/srv/gleaner/data/app.db',
    exportsDir: '/srv/gleaner/exports',
    queueUrl: 'embedded:/srv/gleaner/data/queue',
    concurrency: { 'scrape-brand': 1, 'scrape-product-details': 2, 'export-csv': 3 },
    attempts: { 'scrape-brand': 3, 'scrape-product-details': 2, 'export-csv': 1 },
    sampleShop: true,
  })
})

test('an empty value counts as absent', () => {
  expect(parseConfig({ PORT: '', REDIS_URL: '' }, root)).toMatchObject({ http: { port: 3000 }, queueUrl: expect.stringMatching(/^embedded:/) as string })
})

test.each([
  [{ REDIS_URL: 'redis://cache:6380/2' }, 'redis://cache:6380/2'],
  [{ REDIS_HOST: 'cache' }, 'redis://cache:6379'],
  [{ REDIS_HOST: 'cache', REDIS_PORT: '6380', REDIS_PASSWORD: 'p@ss/word' }, 'redis://:p%40ss%2Fword@cache:6380'],
  [{ REDIS_HOST: '::1' }, 'redis://[::1]:6379'],
  [{ QUEUE_URL: 'redis://a', REDIS_URL: 'redis://b' }, 'redis://a'],
  [{ QUEUE_URL: 'embedded', REDIS_URL: 'redis://b' }, 'embedded:/srv/gleaner/data/queue'],
])('%j leads to the queue %s', (env, url) => {
  expect(parseConfig(env, root).queueUrl).toBe(url)
})

test('every bad value is named at once', () => {
  expect(() => parseConfig({ PORT: '99999', LOG_LEVEL: 'loud', REDIS_URL: 'http://x', EXPORT_CSV_ATTEMPTS: 'many' }, root))
    .toThrow(/PORT: .*\nREDIS_URL: |PORT[\s\S]*LOG_LEVEL[\s\S]*REDIS_URL[\s\S]*EXPORT_CSV_ATTEMPTS/)
})

test('a worker of its own needs a queue that others can reach', () => {
  expect(() => parseConfig({ ROLE: 'worker' }, root)).toThrow(BadConfiguration)
  expect(parseConfig({ ROLE: 'worker', REDIS_HOST: 'cache' }, root).role).toBe('worker')
})

test('pages are rendered only when asked for, by a program that is named outright', () => {
  expect(parseConfig({ RENDERER_CHROMIUM: '' }, root).scrape.renderer).toBeUndefined()
  expect(parseConfig({ RENDERER_CHROMIUM: 'auto' }, root).scrape.renderer).toBe('auto')
  expect(parseConfig({ RENDERER_CHROMIUM: '/usr/bin/chromium' }, root).scrape.renderer).toBe('/usr/bin/chromium')
  expect(() => parseConfig({ RENDERER_CHROMIUM: 'chromium' }, root)).toThrow(/RENDERER_CHROMIUM: .*absolute path/)
})

test.each([
  [{ NODE_ENV: 'production' }, false],
  [{ SAMPLE_SHOP: 'off' }, false],
  [{ NODE_ENV: 'production', SAMPLE_SHOP: 'on' }, true],
])('%j decides on the sample shop: %s', (env, sampleShop) => {
  expect(parseConfig(env, root).sampleShop).toBe(sampleShop)
})
