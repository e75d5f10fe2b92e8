import type { Told, ToldFailure } from '../../../server/contract/index.ts'
import { describe, expect, test, vi } from 'vitest'
import { inEnglish, tell } from '../../../server/contract/told.ts'
import { failureOf } from '../../../server/errors.ts'
import { useTold } from '../../../web/composables/use-told.ts'
import { makeJob } from '../fixtures.ts'
import { texts } from '../texts.ts'

vi.mock('vue-i18n', async original => ({ ...await original<typeof import('vue-i18n')>(), useI18n: () => texts }))

const at = '2026-11-27T09:00:00.000Z'
const failure = { code: 'http-status', message: 'The shop answered with an error (503).' } as const
const exact = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at))

function shown(locale: 'en' | 'de', told: Told | undefined, text: string): string {
  texts.locale.value = locale
  return useTold().toldOr(told, text)
}

describe('what the server tells', () => {
  test.each([
    [[tell('accepted')], 'Accepted', 'Angenommen'],
    [[tell('pages-done', { done: 1200, total: 4000 }), tell('pages-failed', { n: 2 })], '1,200 of 4,000 pages, 2 failed', '1.200 von 4.000 Seiten, 2 gescheitert'],
    [[tell('pages-of', { n: 1, source: 'products.json' })], '1 page of products.json', '1 Seite von products.json'],
    [[tell('pages-of', { n: 0, source: 'products.json' })], '0 pages of products.json', '0 Seiten von products.json'],
    [[tell('attempt-failed', { attempt: 1, most: 3, failure })], 'Attempt 1 of 3 failed: The shop answered with an error (503).', 'Versuch 1 von 3 gescheitert: Der Shop antwortete mit einem Fehler (503).'],
    [[tell('before-failed', { type: 'scrape-brand' })], 'The “Find products” job before it failed.', 'Der Auftrag „Produkte finden“ davor ist gescheitert.'],
    [[tell('queue-ended-it', { status: 'failed' })], 'The queue called this job “Failed” though it is not; given to it again', 'Die Warteschlange führte diesen Auftrag als „Gescheitert“, was er nicht ist; wieder eingereiht'],
    [[tell('products-found-through', { n: 1, way: 'first page', added: 1, changed: 0 })], 'Found 1 product through first page: 1 new, 0 changed', '1 Produkt über Startseite gefunden: 1 neu, 0 geändert'],
    [[tell('robots-delay', { seconds: 2.5 })], 'crawl-delay 2.5 s', 'Crawl-delay 2,5 s'],
    [[tell('scheduled-by-hand', { schedule: '@:x {n} | y' })], 'Started by hand from the schedule “@:x {n} | y”', 'Von Hand aus dem Zeitplan „@:x {n} | y“ gestartet'],
  ])('%j is read in both languages', (told, english, german) => {
    expect([shown('en', told, '?'), shown('de', told, '?')]).toEqual([english, german])
  })

  test('times are in the viewer\'s zone', () => {
    vi.stubGlobal('navigator', { languages: ['de'] })
    expect(shown('de', [tell('accepted-for', { at })], '?')).toBe(`Angenommen, läuft am ${exact}`)
    vi.unstubAllGlobals()
  })

  test.each([
    ['an older row', undefined],
    ['a code of a newer server', [tell('accepted'), { code: 'not-known-yet' }]],
    ['a text that has lost a value', [{ code: 'pages-done', values: { done: 3 } }]],
  ])('%s is shown as the server wrote it', (_, told) => {
    expect(shown('de', told, 'As it was written')).toBe('As it was written')
  })

  test('progress without words stays without', () => {
    const { progressText } = useTold()
    const told = [tell('parts-done', { done: 1, total: 4 })]
    expect([progressText(makeJob()), progressText(makeJob({ progressNote: inEnglish(told), progressTold: told }))]).toEqual([null, '1 von 4 Teilen'])
  })
})

describe('why something failed', () => {
  const known = failureOf('all-pages-failed', tell('no-page-read', { n: 1200, failure: failureOf('http-status', tell('no-such-page', { http: '404' })) }))
  const foreign = { code: 'internal', message: 'ENOENT: no such file or directory, open \'/srv/x\'' }
  const older = { code: 'http-status', message: 'The shop answered with an error (503).' }

  function read(locale: 'en' | 'de', some: { code: string, message: string, told?: Told }) {
    texts.locale.value = locale
    const { said, failureText, raw } = useTold()
    return [said(some), failureText(some), raw(some)]
  }

  test('is said in the language on screen, with what is inside of it', () => {
    const german = 'Keine der 1.200 Produktseiten konnte gelesen werden. Die erste: Diese Seite gibt es nicht (404).'
    expect(read('de', known)).toEqual([german, german, null])
    expect(read('en', known)).toEqual([known.message, known.message, null])
  })

  test('has a title of ours and the text itself where it comes from outside', () => {
    expect(read('de', foreign)).toEqual([null, 'Auf dem Server ging etwas schief', foreign.message])
    expect(read('en', foreign)).toEqual([null, 'Something went wrong on the server', foreign.message])
  })

  test('of a row that is older than the codes is its kind and the message as it was', () => {
    expect(read('de', older)).toEqual([null, 'Der Shop antwortete mit einem Fehler (503)', older.message])
    expect(read('en', older)).toEqual([older.message, older.message, null])
  })

  test('names the notes of each way in both languages', () => {
    const told = [tell('none-found-by', { notes: [{ way: 'listing', text: '3 pages read', told: [tell('pages-read', { n: 3 })] }, { way: 'sitemap', text: 'odd.' }] })]
    expect(shown('de', told, '?')).toBe('Keine Produkte gefunden (Listen: 3 Seiten gelesen; Sitemap: odd). Prüfen Sie die Adresse oder geben Sie der Marke ein Rezept.')
  })

  test('is a sentence before another one', () => {
    const told = [tell('attempt-failed', { attempt: 1, most: 3, failure: older as ToldFailure }), tell('next-try', { at })]
    expect(shown('de', told, '?')).toMatch(/gescheitert: Der Shop antwortete mit einem Fehler \(503\)\. Neuer Versuch am /)
  })
})
