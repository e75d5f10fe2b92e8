import type { Page } from 'playwright-core'
import type { Brand, Job, TimelineEntry } from '../../server/contract/index.ts'
import type { Gleaner } from './gleaner.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { startFailingShop } from './failing-shop.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null)('what goes wrong, to a German viewer', () => {
  const opened = new AsyncDisposableStack()
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let brand: Brand
  let details: Job
  let failed: Job

  beforeAll(async () => {
    const home = opened.use(await createHome())
    const shop = opened.use(await startFailingShop())
    // Nobody listens there.
    gleaner = opened.use(await startGleaner(home, { ALLOW_PRIVATE_HOSTS: `${shop.host},127.0.0.1:9` }))
    chromium = opened.use(await openBrowser())
    brand = await gleaner.post<Brand>('/api/brands', { url: shop.url, name: 'Laden' })
    await gleaner.ended((await gleaner.submit({ type: 'scrape-brand', data: { brandId: brand.id } })).id)
    details = await gleaner.ended((await gleaner.submit({ type: 'scrape-product-details', data: { brandId: brand.id } })).id)
    const ids = (await gleaner.products(brand.id)).filter(({ status }) => status === 'failed').map(({ id }) => id)
    failed = await gleaner.ended((await gleaner.submit({ type: 'scrape-product-details', data: { productIds: ids } })).id)
  })
  afterAll(() => opened.disposeAsync())

  async function open(path: string): Promise<Page> {
    const page = await chromium.openPage({ locale: 'de-DE' })
    await page.goto(gleaner.url + path)
    return page
  }

  const mainOf = (page: Page) => page.getByRole('main')

  test('the pages that a run could not read say why in full', async () => {
    const { failures } = details.result as { failures: { message: string }[] }
    expect(failures).toHaveLength(4)
    const page = await open(`/jobs/${details.id}`)
    const table = page.getByRole('region', { name: 'Seiten, die nicht gelesen werden konnten' })
    for (const text of ['Diese Seite gibt es nicht (404).', 'Der Shop verweigert diese Seite (403).', 'Die Seite hat weder Preis noch Nummer, Marke oder Bestand eines Produkts.', 'Das ist keine Webseite, sondern application/pdf.'])
      await table.getByText(text, { exact: true }).waitFor()
    const shown = await mainOf(page).innerText()
    expect(failures.filter(({ message }) => shown.includes(message))).toEqual([])
    await page.close()
  })

  test('a failed job says why in its head, its attempts and its timeline, and no line of it in English', async () => {
    expect(failed.error?.told).toMatchObject([{ code: 'no-page-read' }])
    const { items } = await gleaner.get<{ items: TimelineEntry[] }>(`/api/jobs/${failed.id}/timeline`)
    const page = await open(`/jobs/${failed.id}`)
    await page.getByRole('alert').getByText(/^Keine der 4 Produktseiten konnte gelesen werden\. Die erste: /).waitFor()
    await page.getByRole('log', { name: 'Verlauf' }).getByText(/^Keine der 4 Produktseiten/).waitFor()
    const shown = await mainOf(page).innerText()
    expect([failed.error!.message, ...items.map(({ message }) => message)].filter(text => shown.includes(text))).toEqual([])
    await page.close()
  })

  test.each([
    ['/failures', /Keine der 4 Produktseiten konnte gelesen werden/],
    ['/jobs?status=failed', /Keine der 4 Produktseiten konnte gelesen werden/],
    ['/products?status=failed', /Diese Seite gibt es nicht \(404\)\./],
  ])('%s says it, too', async (path, text) => {
    const page = await open(path)
    await mainOf(page).getByText(text).first().waitFor()
    expect(await mainOf(page).innerText()).not.toMatch(/could be read|There is no such page|The shop refuses/)
    await page.close()
  })

  test('a brand whose address is taken is refused at its field', async () => {
    const page = await open('/brands?add=1')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Adresse des Webshops' }).fill(brand.url)
    await dialog.getByRole('button', { name: 'Marke hinzufügen', exact: true }).click()
    await dialog.getByText('Die Marke „Laden“ hat diese Adresse schon.').waitFor()
    await page.close()
  })

  test('a schedule by a pattern that cannot be is refused at its field', async () => {
    const page = await open('/schedules?edit=new')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Cron-Muster' }).fill('0 99 * * *')
    await dialog.getByText(/^Dieses Muster ist nicht zu verstehen\. Meldung: „.+“$/).waitFor()
    await page.close()
  })

  test('a look at a shop that nobody answers for says so', async () => {
    const { failure } = await gleaner.post<{ failure: { message: string, told: unknown } }>('/api/brands/probe', { url: 'http://127.0.0.1:9/' })
    expect(failure).toMatchObject({ message: expect.any(String) as string, told: [{ code: 'host-refuses' }] })
  })

  test('a refused action names what to do in its very case; a message from outside is marked as one', async () => {
    const page = await open(`/jobs/${failed.id}`)
    await page.route('**/retry', route => route.fulfill({ status: 409, contentType: 'application/problem+json', json: { type: 'x', title: 'x', status: 409, detail: 'There are 9 open jobs.', code: 'too-many-requests', told: [{ code: 'jobs-full', values: { n: 9, type: 'scrape-product-details', most: 9 } }] } }))
    const retry = page.getByRole('button', { name: 'Wiederholen', exact: true })
    await retry.click()
    await page.getByText(/^Von der Art „.+“ sind schon 9 Aufträge offen; 9 sind erlaubt\. Warten Sie, bis einige beendet sind/).waitFor()
    await page.unroute('**/retry')
    await page.route('**/retry', route => route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>proxy</h1>' }))
    await retry.click()
    await page.locator('code[translate=no]', { hasText: 'The server answered 500' }).waitFor()
    await page.close()
  })
})
