import type { ScrapeError } from '../../../server/errors.ts'
import { describe, expect, test } from 'vitest'
import { createAddressPolicy } from '../../../server/scrape/fetch/address-policy.ts'
import { isPublicAddress } from '../../../server/scrape/fetch/address.ts'
import { createConnector } from '../../../server/scrape/fetch/connector.ts'
import { hasData, readCases } from '../data.ts'
import { fakeDns } from '../shops/dns.ts'
import { send, serve } from '../shops/server.ts'
import { errorOf, testFetch } from './world.ts'

const refused = ['address-forbidden', 'bad-url']

describe.skipIf(!hasData)('ssrf cases', () => {
  test('every address range is judged as ipaddr.js says', () => {
    const cases = readCases<{ ip: string, public: boolean }>('ssrf/ipaddrjs_ranges.json')
    expect(cases.filter(each => isPublicAddress(each.ip) !== each.public)).toEqual([])
  })

  test('no address of the two lists reaches anything inside, and public ones are not refused', async () => {
    const urls = [...readCases<string>('ssrf/payloadsallthethings_urls.json'), ...readCases<string>('ssrf/payloadsallthethings_cloud_metadata.json')]
    const dns = fakeDns({ '169.254.169.254.nip.io': ['169.254.169.254'], 'instance-data': ['169.254.169.254'], 'metadata': ['169.254.169.254'], 'ip6-localhost': ['::1'], 'ip6-loopback': ['::1'] })
    await using fetching = testFetch([], { resolve: dns.resolve, allowedPorts: [80, 443, 22, 25, 2375, 9001] })
    const reached: string[] = []
    for (const url of urls) {
      const { code } = await errorOf(fetching, url)
      if (!refused.includes(code))
        reached.push(url)
    }
    // Names, not addresses: they were looked up, and do not exist here. (One that redirects inside is stopped at its redirect.)
    expect(reached.toSorted()).toEqual([
      // eslint-disable-next-line no-template-curly-in-string
      'http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/next',
      'http://ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ',
      'https://307.r3dir.me/--to/?url=http://localhost',
      'https://62epax5fhvj3zzmzigyoe5ipkbn7fysllvges3a.302.r3dir.me',
      'https://example.com/ssrf.php?url=http://brutelogic.com.br/poc.svg',
    ])
  })
})

/** The code of the error that `act` raises. */
function verdict(act: () => unknown): string {
  try {
    act()
    return 'allowed'
  }
  catch (error) {
    return (error as ScrapeError).code
  }
}

/** Spellings of one IPv4 address that some parser somewhere takes. */
function* spellings(address: string): Generator<string> {
  const parts = address.split('.').map(Number) as [number, number, number, number]
  const number = parts.reduce((sum, part) => sum * 256 + part, 0)
  const hex = (value: number): string => `0x${value.toString(16)}`
  const octal = (value: number): string => `0${value.toString(8)}`
  const forms = [String, hex, octal, (value: number) => `0x${value.toString(16).padStart(8, '0')}`, (value: number) => `000${value.toString(8)}`, (value: number) => hex(value).toUpperCase().replace('0X', '0x')]
  yield* [String(number), hex(number), octal(number), hex(number).toUpperCase()]
  for (const form of forms)
    yield* [parts.map(form).join('.'), `${form(parts[0])}.${form(parts[1])}.${form(parts[2] * 256 + parts[3])}`, `${form(parts[0])}.${form(number % 2 ** 24)}`]
  for (const [index, one] of forms.entries())
    yield parts.map((part, at) => (at % 2 === index % 2 ? one(part) : String(part))).join('.')
  yield* [address.replaceAll('.', '。'), address.replaceAll('.', '．'), address.replaceAll(/\d/g, digit => String.fromCodePoint(0xFF10 + Number(digit))), address.replaceAll(/\d/g, digit => (digit === '0' ? '⓪' : String.fromCodePoint(0x2460 + Number(digit) - 1)))]
  yield* [`${address}.`, encodeURIComponent(address), [...address].map(character => `%${character.charCodeAt(0).toString(16)}`).join('')]
  const [a, b] = [number >>> 16, number & 0xFFFF].map(value => (value >>> 0).toString(16))
  for (const prefix of ['::ffff:', '::', '64:ff9b::', '64:ff9b:1::', '::ffff:0:'])
    yield* [`[${prefix}${a}:${b}]`, `[${prefix}${address}]`, `[${prefix.toUpperCase()}${a!.toUpperCase()}:${b!.toUpperCase()}]`]
  yield* [`[0:0:0:0:0:ffff:${a}:${b}]`, `[2002:${a}:${b}::1]`, `[2001:0:${a}:${b}::]`]
}

const inside = ['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.1', '169.254.169.254', '169.254.0.1', '100.64.0.1', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '168.63.129.16']

test('thousands of spellings of inner addresses are refused before anything is sent', async () => {
  await using canary = await serve((_, response) => send(response, 200, 'inside'))
  const port = Number(new URL(canary.origin).port)
  await using fetching = testFetch([], { allowedPorts: [80, 443, port], resolve: fakeDns({}).resolve })
  let count = 0
  for (const address of inside) {
    for (const host of spellings(address)) {
      for (const url of [`http://${host}:${port}/`, `https://${host}/`, `http://${host}:${port}/a@example.com`, `http:\\\\${host}:${port}\\`, `HTTP://${host}:${port}#x`]) {
        count++
        expect(refused, url).toContain(verdict(() => fetching.policy.target(url)))
      }
    }
  }
  expect(count).toBeGreaterThan(5000)
  for (const host of spellings('127.0.0.1'))
    expect(refused).toContain((await errorOf(fetching, `http://${host}:${port}/`)).code)
  expect(canary.visits).toEqual([])
})

test('a name that leads inside, in whole or in part, is refused without a connection', async () => {
  await using canary = await serve((_, response) => send(response, 200, 'inside'))
  const port = Number(new URL(canary.origin).port)
  const dns = fakeDns({ 'inner.example': ['127.0.0.1'], 'mixed.example': ['93.184.216.34', '127.0.0.1'], 'six.example': ['::1'], 'mapped.example': ['::ffff:127.0.0.1'], 'empty.example': [] })
  await using fetching = testFetch([], { allowedPorts: [port], resolve: dns.resolve })
  for (const name of ['inner.example', 'inner.example.', 'mixed.example', 'six.example', 'mapped.example', 'empty.example'])
    expect((await errorOf(fetching, `http://${name}:${port}/`)).code, name).toBe('address-forbidden')
  for (const name of ['localhost', 'localhost.', 'shop.localhost', 'printer.local', 'db.internal'])
    expect((await errorOf(fetching, `http://${name}:${port}/`)).code, name).toBe('address-forbidden')
  expect(canary.visits).toEqual([])
})

test('a redirect inside is refused, however it is spelt, and at every hop', async () => {
  await using canary = await serve((_, response) => send(response, 200, 'inside'))
  const port = Number(new URL(canary.origin).port)
  await using shop = await serve(({ url }, response) => send(response, Number(url.searchParams.get('status')), '', { location: url.searchParams.get('to')! }))
  await using fetching = testFetch([shop], { allowedPorts: [port] })
  for (const status of [301, 302, 303, 307, 308]) {
    for (const to of [canary.origin, `//127.0.0.1:${port}/`, `http://127.1:${port}`, `http://[::ffff:7f00:1]:${port}/`, `http://user@127.0.0.1:${port}/`, 'file:///etc/passwd', 'gopher://127.0.0.1/'])
      expect(refused, to).toContain((await errorOf(fetching, `${shop.origin}/?status=${status}&to=${encodeURIComponent(to)}`)).code)
    const second = `${shop.origin}/?status=${status}&to=${encodeURIComponent(canary.origin)}`
    expect(refused).toContain((await errorOf(fetching, `${shop.origin}/?status=${status}&to=${encodeURIComponent(second)}`)).code)
  }
  expect(canary.visits).toEqual([])
})

test('an address that only shows its true face once connected sends nothing', async () => {
  await using canary = await serve((_, response) => send(response, 200, 'inside'))
  const { port, hostname } = new URL(canary.origin)
  let asked = 0
  // The first judgement (of DNS's answer) is deceived, the second (of the connected peer) is not.
  const connect = createConnector({ policy: { isListed: () => false, isFetchable: () => asked++ === 0 }, connectMs: 1000, resolve: fakeDns({ 'shop.example': [hostname] }).resolve })
  const error = await new Promise<Error | null>(resolve => connect({ hostname: 'shop.example', protocol: 'http:', port }, (...[failure]) => resolve(failure)))
  expect(error?.name).toBe('AddressRefused')
  expect(canary.visits).toEqual([])
})

test('a thousand public names and addresses are let through', () => {
  const policy = createAddressPolicy({ allowPrivateHosts: [], allowedPorts: [80, 443] })
  for (let index = 0; index < 1000; index++) {
    const suffix = ['com', 'de', 'co.uk', 'shop', 'local.io', 'internal.app', 'xn--p1ai'][index % 7]!
    expect(policy.target(`https://shop${index}.${suffix}/p?id=${index}`).hostname).toBe(`shop${index}.${suffix}`)
  }
  for (const address of ['8.8.8.8', '1.1.1.1', '93.184.216.34', '172.32.0.1', '172.15.0.1', '192.169.0.1', '100.128.0.1', '11.0.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
    expect(policy.isFetchable(address), address).toBe(true)
})

test('this machine\'s own public address counts as inside', () => {
  const policy = createAddressPolicy({ allowPrivateHosts: [], allowedPorts: [80], ownAddresses: ['93.184.216.34'] })
  expect(() => policy.target('http://93.184.216.34/')).toThrow('not on the public internet')
})

test('a listed private host is reached on its port only', async () => {
  await using shop = await serve((_, response) => send(response, 200, 'shop'))
  await using other = await serve((_, response) => send(response, 200, 'other'))
  await using fetching = testFetch([shop], { allowedPorts: [Number(new URL(other.origin).port)] })
  await using response = await fetching.fetch({ url: shop.origin, signal: AbortSignal.timeout(5000), accept: '*/*', limits: { wireBytes: 1e6, decodedBytes: 1e6, ratio: 100, ratioFrom: 1e6 } })
  expect((await response.bytes()).toString()).toBe('shop')
  expect((await errorOf(fetching, other.origin)).code).toBe('address-forbidden')
})
