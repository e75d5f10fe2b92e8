import { expect, test } from 'vitest'
import { BrandSettings } from '../../../server/contract/brand.ts'
import { Recipe } from '../../../server/contract/recipe.ts'
import { fromSettingsDraft, headersFromText, toSettingsDraft } from '../../../web/display/brand-settings.ts'
import { draftFaults, toDraft, toRecipe } from '../../../web/display/recipe-form.ts'

const recipe: Recipe = {
  fields: {
    price: { selector: '.price', attribute: 'data-price', pattern: '(\\d+)', transform: 'price' },
    images: { selector: 'img', attribute: 'src', all: true },
  },
  listing: { start: ['https://shop.example/all'], productLink: 'a.product' },
}

test('a recipe survives the way through the form unchanged', () => {
  expect(toRecipe(toDraft(recipe))).toEqual(recipe)
  expect(Recipe.parse(toRecipe(toDraft(recipe)))).toEqual(recipe)
})

test('a form without a rule and without a listing is no recipe', () => {
  expect(toRecipe(toDraft(null))).toBeNull()
})

test('an empty selector, a selector that no browser takes and a broken pattern are named by their box', () => {
  const draft = toDraft(recipe)
  draft.rules[0]!.selector = ' '
  draft.rules[1]!.selector = 'img['
  draft.rules[1]!.pattern = '('
  draft.productLink = '>>'
  draft.start = 'https://shop.example\nnot an address'
  const isSelector = (text: string) => !text.includes('[') && !text.includes('>>')
  expect(draftFaults(draft, isSelector)).toEqual({
    'fields.price.selector': 'selectorRequired',
    'fields.images.selector': 'selectorInvalid',
    'fields.images.pattern': 'patternInvalid',
    'listing.productLink': 'selectorInvalid',
    'listing.start': 'urlInvalid',
  })
})

test('settings survive the way through the form unchanged', () => {
  const settings: BrandSettings = { concurrency: 2, delayMs: 500, headers: { 'Accept-Language': 'de', 'X-Key': 'a: b' }, ignoreRobots: { reason: 'Our own shop' } }
  expect(JSON.parse(JSON.stringify(fromSettingsDraft(toSettingsDraft(settings))))).toEqual(settings)
  expect(BrandSettings.safeParse(fromSettingsDraft(toSettingsDraft(settings))).success).toBe(true)
  expect(JSON.parse(JSON.stringify(fromSettingsDraft(toSettingsDraft({}))))).toEqual({})
})

test('a secret that is set stays while nobody touches it, is replaced when one is typed, and goes with its user or proxy', () => {
  const settings: BrandSettings = { headers: { 'X-Key': null, 'Accept': 'a' }, basicAuth: { username: 'me', password: null }, proxy: { url: 'http://proxy.example:8080', password: null } }
  const draft = toSettingsDraft(settings)
  expect(draft).toMatchObject({ authPassword: '', proxyPassword: '', headers: 'X-Key: ••••••\nAccept: a' })
  expect(JSON.parse(JSON.stringify(fromSettingsDraft(draft, settings)))).toEqual(settings)
  expect(fromSettingsDraft({ ...draft, authPassword: 'new', proxyPassword: 'other', headers: 'X-Key: again' }, settings)).toMatchObject({ headers: { 'X-Key': 'again' }, basicAuth: { password: 'new' }, proxy: { password: 'other' } })
  expect(fromSettingsDraft({ ...draft, authUsername: ' ', proxyUrl: '' }, settings)).toMatchObject({ basicAuth: undefined, proxy: undefined })
  expect(fromSettingsDraft({ ...draft, proxyUrl: 'proxy.example:8080' }, settings).proxy).toEqual({ url: 'http://proxy.example:8080', username: undefined, password: null })
})

test('a line that is no header is named by its number', () => {
  expect(headersFromText('Accept: a\n\nnonsense')).toEqual({ faultyLine: 3 })
  expect(headersFromText('Bad Name: x')).toEqual({ faultyLine: 1 })
  expect(headersFromText('\n\n')).toEqual({ headers: {} })
})
