import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { createHome, startGleaner } from './gleaner.ts'

type Role = Parameters<Page['getByRole']>[0]
interface Shop extends AsyncDisposable { url: string, open: () => void }

const mostSteps = 60

/** A shop that answers nothing but 404 until it is opened: its first scrape fails, and is not tried again by itself. */
async function startClosedShop(): Promise<Shop> {
  let isOpen = false
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`
    const pages: Record<string, string> = {
      '/': '<!doctype html><title>Late</title><h1>Late</h1>',
      '/sitemap.xml': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[1, 2, 3].map(n => `<url><loc>${origin}/products/lamp-${n}</loc></url>`).join('')}</urlset>`,
      ...Object.fromEntries([1, 2, 3].map(n => [`/products/lamp-${n}`, `<!doctype html><title>Lamp ${n}</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Lamp ${n}","offers":{"@type":"Offer","price":"${n}9.50","priceCurrency":"EUR","availability":"https://schema.org/InStock"}}</script><h1>Lamp ${n}</h1>`])),
    }
    const page = isOpen ? pages[request.url!] : undefined
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': request.url!.endsWith('.xml') ? 'application/xml' : 'text/html' }).end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => void (isOpen = true),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Goes on with Tab until that has the focus, which must be seen there: it looks otherwise than without. */
async function tabTo(page: Page, role: Role, name: string | RegExp, within: Pick<Page, 'getByRole'> = page): Promise<void> {
  const target = within.getByRole(role, { name }).first()
  await target.waitFor()
  const look = () => target.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
    return outlineStyle === 'none' ? boxShadow : `${outlineWidth} ${outlineColor} ${boxShadow}`
  })
  const isFocused = () => target.evaluate(element => element === document.activeElement)
  const plain = await isFocused() ? null : await look()
  for (let step = 0; step < mostSteps; step++) {
    if (await isFocused()) {
      await expect.poll(look, { message: `the focus on ${String(name)} is seen` }).not.toBe(plain)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(name)}, but to ${await focused(page)}.`)
}

async function press(page: Page, role: Role, name: string | RegExp, within: Pick<Page, 'getByRole'> = page): Promise<void> {
  await tabTo(page, role, name, within)
  await page.keyboard.press('Enter')
}

async function goTo(page: Page, key: string, heading: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(key)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim() ?? '')
}

/** A dialog that opens gives the focus to this. */
async function beginsAt(page: Page, role: Role, name: string): Promise<void> {
  const first = page.getByRole('dialog').getByRole(role, { name })
  await expect.poll(() => first.evaluate(element => element === document.activeElement)).toBe(true)
}

/** A dialog takes the focus, and gives it back to what opened it. */
async function closeWithEscape(page: Page, opener: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toBe(opener)
}

describe.skipIf(browserMissing !== null)('with the keyboard alone', () => {
  test('a brand is added, its failure seen and retried as a group, and its products exported', { timeout: 120_000 }, async () => {
    await using shop = await startClosedShop()
    await using home = await createHome()
    await using gleaner = await startGleaner(home, { ALLOW_PRIVATE_HOSTS: new URL(shop.url).host })
    await using chromium = await openBrowser()
    const page = await chromium.openPage({ acceptDownloads: true })
    await page.goto(gleaner.url)
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()

    await goTo(page, 'b', 'Brands')
    await press(page, 'button', 'Add brand')
    await page.getByRole('dialog').waitFor()
    await closeWithEscape(page, 'Add brand')
    await page.keyboard.press('Enter')
    await beginsAt(page, 'textbox', 'Address of the web shop')
    await page.keyboard.type(shop.url)
    await tabTo(page, 'textbox', 'Name')
    await page.keyboard.type('Late')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await goTo(page, 'j', 'Jobs')
    await page.getByRole('row').filter({ hasText: 'Late' }).getByText('Failed').filter({ visible: true }).first().waitFor()

    await goTo(page, 'f', 'Failures')
    const group = page.getByRole('main').getByRole('listitem').filter({ hasNotText: 'A step before it failed' })
    await press(page, 'button', 'Retry', group)
    await page.getByRole('dialog').getByText('1 job will be retried.').waitFor()
    await closeWithEscape(page, 'Retry')
    shop.open()
    await page.keyboard.press('Enter')
    await press(page, 'button', 'Retry 1 job')
    // The job may begin before the dialog has closed, and keys behind a dialog lead nowhere.
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await group.waitFor({ state: 'detached' })

    await goTo(page, 'b', 'Brands')
    await page.getByRole('row').filter({ hasText: 'Late' }).getByRole('link', { name: /^Completed/ }).waitFor()
    await page.keyboard.press('j')
    expect(await focused(page)).toContain('Late')
    await press(page, 'button', 'Export Late')
    await beginsAt(page, 'checkbox', 'Look for new products first')
    const download = page.waitForEvent('download')
    await press(page, 'button', 'Start export')
    expect((await download).suggestedFilename()).toMatch(/\.csv$/)
    await closeWithEscape(page, 'Export Late')

    await goTo(page, 'e', 'Exports')
    await press(page, 'button', /^Actions for /)
    const items = page.getByRole('menuitem')
    const beginsAtFirst = () => expect.poll(() => items.first().evaluate(element => element === document.activeElement)).toBe(true)
    await beginsAtFirst()
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toMatch(/^Actions for /)
    // Made anew by then, and opened as menus are.
    await page.keyboard.press('ArrowDown')
    await beginsAtFirst()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/jobs/*')
  })
})
