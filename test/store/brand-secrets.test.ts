import type { BrandSettings } from '../../server/contract/brand.ts'
import { Buffer } from 'node:buffer'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { isSecretHeader } from '../../server/contract/shop-access.ts'
import { createBrandStore } from '../../server/store/brand-store.ts'
import { createSecretBox } from '../../server/store/brand/secret-box.ts'
import { loadSecretKey } from '../../server/store/brand/secret-key.ts'
import { openTestStores, temporaryFolder } from '../support/database.ts'

const now = new Date('2026-11-26T05:00:00Z')
const settings: BrandSettings = {
  delayMs: 100,
  headers: { 'X-Api-Key': 'kanarie-header', 'Accept-Language': 'de' },
  basicAuth: { username: 'me', password: 'kanarie-basic' },
  proxy: { url: 'http://proxy.example:8080', username: 'us', password: 'kanarie-proxy' },
}
const shown: BrandSettings = {
  delayMs: 100,
  headers: { 'X-Api-Key': null, 'Accept-Language': 'de' },
  basicAuth: { username: 'me', password: null },
  proxy: { url: 'http://proxy.example:8080', username: 'us', password: null },
}

async function world() {
  const stores = await openTestStores()
  const brand = await stores.brands.create({ url: 'https://shop.example/', name: 'Shop', settings }, now)
  return {
    ...stores,
    brand,
    update: (changes: Parameters<typeof stores.brands.update>[1]) => stores.brands.update(brand.id, changes, now),
    shop: async () => (await stores.brands.shop(brand.id)).settings,
    /** Everything that the database's files hold. */
    bytes: async () => (await Promise.all(['app.db', 'app.db-wal'].map(async name => readFile(join(stores.folder, name), 'latin1').catch(() => '')))).join(''),
  }
}

test('secrets are shown as set, come back for the scraper alone, and are nowhere in the database\'s files', async () => {
  await using it = await world()
  expect(it.brand.settings).toEqual(shown)
  expect((await it.brands.list({ limit: 10 })).items[0]!.settings).toEqual(shown)
  expect(await it.shop()).toEqual(settings)
  const bytes = await it.bytes()
  expect(bytes).toContain('proxy.example')
  expect(bytes).not.toContain('kanarie')
  for (const secret of ['kanarie-header', 'kanarie-basic', 'kanarie-proxy'])
    expect(bytes).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12))
})

test('settings that are read, changed and written back keep their secrets; what is left out is removed', async () => {
  await using it = await world()
  await it.update({ settings: { ...shown, delayMs: 900 } })
  expect(await it.shop()).toEqual({ ...settings, delayMs: 900 })
  await it.update({ settings: { ...shown, basicAuth: { username: 'me', password: 'new' }, headers: { 'x-api-key': null } } })
  expect(await it.shop()).toMatchObject({ basicAuth: { password: 'new' }, headers: { 'x-api-key': 'kanarie-header' }, proxy: { password: 'kanarie-proxy' } })
  await it.update({ settings: { delayMs: 1 } })
  expect(await it.shop()).toEqual({ delayMs: 1 })
  await expect(it.update({ settings: shown }), 'what was removed does not come back').rejects.toMatchObject({ code: 'invalid-input' })
})

test('a change that says nothing of settings leaves them', async () => {
  await using it = await world()
  await it.update({ name: 'Other', url: 'https://www.shop.example/en' })
  expect(await it.shop()).toEqual(settings)
})

test.each([
  ['the shop', { url: 'https://evil.example/' }, ['settings.basicAuth.password', 'settings.headers.X-Api-Key']],
  ['the shop, with its settings', { url: 'https://evil.example/', settings: shown }, ['settings.basicAuth.password', 'settings.headers.X-Api-Key']],
  ['https for http', { url: 'http://shop.example/' }, ['settings.basicAuth.password', 'settings.headers.X-Api-Key']],
  ['the proxy', { settings: { ...shown, proxy: { ...shown.proxy!, url: 'http://evil.example:8080' } } }, ['settings.proxy.password']],
])('a secret is not carried over to another address of %s', async (_, changes, paths) => {
  await using it = await world()
  await expect(it.update(changes)).rejects.toMatchObject({ code: 'invalid-input', errors: paths.map(path => expect.objectContaining({ path }) as unknown) })
  expect(await it.shop()).toEqual(settings)
})

test('another address with new secrets, or none, is fine', async () => {
  await using it = await world()
  await it.update({ url: 'https://other.example/', settings: { ...shown, headers: { 'X-Api-Key': 'other' }, basicAuth: undefined } })
  expect(await it.shop()).toEqual({ delayMs: 100, headers: { 'X-Api-Key': 'other' }, proxy: settings.proxy })
})

test('with another key, or moved to another brand, secrets stay shut; everything else of the brand can be read', async () => {
  await using it = await world()
  const others = createBrandStore(it.database, createSecretBox(new Uint8Array(32).fill(8)))
  expect((await others.get(it.brand.id)).settings).toEqual(shown)
  await expect(others.shop(it.brand.id)).rejects.toMatchObject({ code: 'secrets-unreadable', retryable: false })
  const second = await it.brands.create({ url: 'https://second.example/', name: 'Second' }, now)
  await it.database.write(async (tx) => {
    const { secrets } = await tx.brand.findUniqueOrThrow({ where: { id: it.brand.id } })
    await tx.brand.update({ where: { id: second.id }, data: { secrets, settings: JSON.stringify(shown) } })
  })
  await expect(it.brands.shop(second.id)).rejects.toMatchObject({ code: 'secrets-unreadable' })
  await others.update(it.brand.id, { settings: { basicAuth: { username: 'me', password: 'again' } } }, now)
  expect((await others.shop(it.brand.id)).settings).toEqual({ basicAuth: { username: 'me', password: 'again' } })
})

test('a sealed text that was changed by one bit does not open, and two of the same text differ', () => {
  const box = createSecretBox(new Uint8Array(32).fill(1))
  const sealed = box.seal('secret', 'a')
  expect(box.open(sealed, 'a')).toBe('secret')
  expect(box.seal('secret', 'a')).not.toBe(sealed)
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index]! ^= 1
    expect(() => box.open(`v1.${changed.toString('base64url')}`, 'a')).toThrow('cannot be opened')
  }
  for (const nonsense of ['', 'v1.', 'v1.AAAA', sealed.slice(0, 20)])
    expect(() => box.open(nonsense, 'a')).toThrow('cannot be opened')
})

test('headers that older versions kept in clear are sealed, and no trace of them stays in the file', async () => {
  await using it = await world()
  await it.database.write(tx => tx.brand.update({ where: { id: it.brand.id }, data: { secrets: null, settings: JSON.stringify({ headers: { Authorization: 'Basic kanarie-old' } }) } }))
  expect(await it.brands.sealPlain()).toBe(1)
  expect(await it.brands.sealPlain()).toBe(0)
  expect((await it.brands.get(it.brand.id)).settings).toEqual({ headers: { Authorization: null } })
  expect(await it.shop()).toEqual({ headers: { Authorization: 'Basic kanarie-old' } })
  await it.database[Symbol.asyncDispose]()
  expect(await readFile(join(it.folder, 'app.db'), 'latin1')).not.toContain('kanarie-old')
  new Database(join(it.folder, 'app.db')).close()
})

test('the key\'s file is made once, for its owner alone, and never replaced when it is damaged', async () => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'data', 'secret.key')
  const keys = await Promise.all(Array.from({ length: 4 }, async () => loadSecretKey({ file }).catch((error: unknown) => error)))
  const key = await loadSecretKey({ file })
  expect(key).toHaveLength(32)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  for (const each of keys)
    expect(each instanceof Error || (each as Buffer).equals(key)).toBe(true)
  expect((await loadSecretKey({ file, text: 'ab'.repeat(32) })).toString('hex')).toBe('ab'.repeat(32))
  await writeFile(file, 'damaged')
  await expect(loadSecretKey({ file })).rejects.toThrow('holds no key')
  expect(await readFile(file, 'utf8')).toBe('damaged')
})

test('whatever header is not known to be harmless is a secret', () => {
  for (const name of ['Authorization', 'cookie', 'X-Api-Key', 'X-Auth', 'Token', 'X-Shop-Pass', 'X-Session', 'Referer', 'X-Country-Secret', 'anything'])
    expect(isSecretHeader(name), name).toBe(true)
  for (const name of ['Accept', 'Accept-Language', 'X-Country', 'x-currency-code', ' X-Locale '])
    expect(isSecretHeader(name), name).toBe(false)
})
