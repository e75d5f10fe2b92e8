import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { errorCodes } from '../../../server/contract/error-codes.ts'
import { jobStatuses } from '../../../server/contract/job-status.ts'
import { JobType } from '../../../server/contract/job-types.ts'
import { timelineKinds } from '../../../server/contract/job.ts'
import { productFields } from '../../../server/contract/product-fields.ts'
import { availabilities, conditions, ProductStatus } from '../../../server/contract/product.ts'
import { toldWords } from '../../../server/contract/told/words.ts'
import de from '../../../web/i18n/de.ts'
import en from '../../../web/i18n/en.ts'
import { createTexts, preferredLanguage } from '../../../web/i18n/index.ts'

const webDir = fileURLToPath(new URL('../../../web', import.meta.url))

function flat(node: object, path: string[] = []): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) => typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : flat(value as object, [...path, key]))
}

const english = new Map(flat(en))
const german = new Map(flat(de))
const sources = readdirSync(webDir, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.(?:vue|ts)$/.test(file) && !file.startsWith('i18n'))
  .map(file => readFileSync(join(webDir, file), 'utf8'))

test('german has exactly the keys of English', () => {
  expect([...german.keys()]).toEqual([...english.keys()])
})

test('every translation uses the same placeholders and as many plural forms', () => {
  const marks = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]!))].sort()
  const different = [...english].filter(([key, text]) => {
    const other = german.get(key)!
    return marks(text).join() !== marks(other).join() || text.split('|').length !== other.split('|').length
  })
  expect(different).toEqual([])
})

test('every key written in a component exists', () => {
  const used = sources.flatMap(source => [...source.matchAll(/\b(?:t|count)\(\s*'([\w.-]+)'/g)].map(match => match[1]!))
  expect(used.length).toBeGreaterThan(200)
  expect(used.filter(key => !english.has(key))).toEqual([])
})

test('no text is left over', () => {
  const code = sources.join('\n')
  // `t(`status.${status}`)`: whatever begins like that may be meant.
  const composed = [...new Set([...code.matchAll(/`([a-z][\w.-]*)\$\{/gi)].map(match => match[1]!))]
  expect([...english.keys()].filter(key => !code.includes(`'${key}'`) && !composed.some(start => key.startsWith(start)))).toEqual([])
})

test.each([
  ['problem', errorCodes.flatMap(code => [`${code}.title`, `${code}.advice`])],
  ['status', jobStatuses],
  ['jobType', JobType.options],
  ['jobTypeHint', JobType.options],
  ['job.steps', timelineKinds],
  ['availability', availabilities],
  ['condition', conditions],
  ['productStatus', ProductStatus.options],
  ['fieldName', productFields],
  ['told', Object.keys(toldWords)],
])('%s has a text for every value of the contract', (group, values) => {
  expect(values.filter(value => !english.has(`${group}.${value}`))).toEqual([])
})

test('nothing that the server tells is left in English', () => {
  const withoutValues = (text: string) => text.replaceAll(/\{\w+\}/g, '').trim()
  expect(Object.entries(toldWords).filter(([code, words]) => withoutValues(words).length > 1 && german.get(`told.${code}`) === words)).toEqual([])
})

test('advice about a refusal is for one that the server tells', () => {
  const codes = [...english.keys()].filter(key => key.startsWith('refusalAdvice.')).map(key => key.slice('refusalAdvice.'.length))
  expect(codes.length).toBeGreaterThan(5)
  expect(codes.filter(code => !(code in toldWords))).toEqual([])
})

test('every text can be compiled and shown', () => {
  const { global: texts } = createTexts()
  texts.setLocaleMessage('de', de)
  for (const locale of ['en', 'de'] as const) {
    texts.locale.value = locale
    for (const key of english.keys())
      expect(texts.t(key, { n: 2, name: 'x' }, 2), `${locale} ${key}`).not.toContain(key)
  }
})

test('a text is that of the language on screen, also one that was shown before', () => {
  const { global: texts } = createTexts()
  expect(texts.t('nav.settings')).toBe('Settings')
  texts.setLocaleMessage('de', de)
  texts.locale.value = 'de'
  expect(texts.t('nav.settings')).toBe('Einstellungen')
  texts.locale.value = 'en'
  expect(texts.t('nav.settings')).toBe('Settings')
})

test('plurals choose their form', () => {
  const { t } = createTexts().global
  expect(t('brand.productCount', { n: '0' }, 0)).toBe('no products')
  expect(t('brand.productCount', { n: '1' }, 1)).toBe('1 product')
  expect(t('brand.productCount', { n: '1,240' }, 1240)).toBe('1,240 products')
})

test('the language is the viewer\'s choice, else the first of the browser\'s that we speak', () => {
  expect(preferredLanguage('de', ['en-US'])).toBe('de')
  expect(preferredLanguage(null, ['fr-FR', 'de-AT', 'en'])).toBe('de')
  expect(preferredLanguage('xx', ['fr'])).toBe('en')
  expect(preferredLanguage(null, [])).toBe('en')
})
