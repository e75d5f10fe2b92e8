import type { Damage } from './damage.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const SCRIPT = /(<script[^>]*ld\+json[^>]*>)(.*?)(<\/script)/gis

const usual = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', 'name': 'Thing', 'sku': 'TH-1', 'brand': { '@type': 'Brand', 'name': 'Acme' }, 'image': ['/a.jpg'], 'aggregateRating': { ratingValue: 4.5, reviewCount: 3 }, 'offers': { '@type': 'Offer', 'price': '12.50', 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock' } })

/** Changes the text of every JSON-LD script; pages without one get one, so that there is something to damage. */
function inScripts(html: string, change: (json: string) => string): string {
  return (html.search(SCRIPT) < 0 ? html.replace(/<\/head>|$/i, end => `<script type="application/ld+json">${usual}</script>${end}`) : html)
    .replace(SCRIPT, (_, open: string, json: string, close: string) => open + change(json) + close)
}

const deep = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times)

/** What stands where something else should, as JSON. */
const STRANGE = ['{}', '[]', '[[]]', '[[["x"]]]', 'true', 'false', 'null', '1e400', '-1', '1e-400', '0', '""', '" "', '"\\u0000"', '"\\ud800"', '"__proto__"', '{"__proto__":{"price":"1"}}', '{"constructor":1}', '{"@value":{"@value":1}}', '{"@id":"#self","@type":"Product"}', '{"name":{"name":{"name":[[1]]}}}', '"NaN"', '"Infinity"', '"1,2,3.4.5"', '99999999999999999999999999', '"<b>1</b>"', '[1,"2",{"price":3},[4],null,true]', '{"price":{"price":{"price":"1"}}}', `"${'x'.repeat(5000)}"`, deep('[', ']', 10_000), deep('{"name":', '}', 10_000).replace('}', '1}'), `${'{"name":['.repeat(10_000)}1${']}'.repeat(10_000)}`, `${'{"@graph":[{"offers":'.repeat(3000)}1${'}]}'.repeat(3000)}`] as const

/** Puts one of the strange values in the place of the value at `at` of all values. */
function replaceValue(json: string, at: number, strange: string): string {
  const values = [...json.matchAll(/"[\w@]+"\s*:\s*(?=["\w[{-])/g)]
  const chosen = values[Math.floor(at * values.length)]
  if (!chosen)
    return json
  const start = chosen.index + chosen[0].length
  const rest = json.slice(start)
  const end = /^(?:"(?:[^"\\]|\\.)*"|[\w.+-]+)/.exec(rest)?.[0].length ?? closing(rest)
  return json.slice(0, start) + strange + rest.slice(end)
}

/** Where the bracket that begins a text is closed. */
function closing(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    depth += /[[{]/.test(text[index]!) ? 1 : /[\]}]/.test(text[index]!) ? -1 : 0
    if (depth <= 0)
      return index + 1
  }
  return text.length
}

function renameKey(json: string, at: number, name: string): string {
  const keys = [...json.matchAll(/"[\w@]+"(?=\s*:)/g)]
  const chosen = keys[Math.floor(at * keys.length)]
  return chosen ? json.slice(0, chosen.index) + name + json.slice(chosen.index + chosen[0].length) : json
}

function parsed(json: string): Json | undefined {
  try {
    return JSON.parse(json) as Json
  }
  catch {
    return undefined
  }
}

export const jsonLdDamages: Readonly<Record<string, Damage>> = {
  'JSON-LD cut off': (html, at) => inScripts(html, json => json.slice(0, Math.floor(at * json.length))),
  'JSON-LD twice': html => inScripts(html, json => json + json),
  'JSON-LD without a quote': (html, at) => inScripts(html, json => json.slice(0, Math.floor(at * json.length)) + json.slice(Math.floor(at * json.length)).replace('"', '')),
  'JSON-LD nested': (html, _, salt) => inScripts(html, (json) => {
    // As text: JSON as deep as another damage makes it cannot be written by JSON.stringify.
    const value = parsed(json) === undefined ? `[${json}]` : json
    return [`[[${value}]]`, `{"@graph":[${value}]}`, `{"mainEntity":${value}}`, `{"@type":"WebPage","about":[${value}]}`][salt % 4]!
  }),
  'JSON-LD with a strange value': (html, at, salt) => inScripts(html, json => replaceValue(json, at, STRANGE[salt % STRANGE.length]!)),
  'JSON-LD with two strange values': (html, at, salt) => inScripts(html, json => replaceValue(replaceValue(json, at, STRANGE[salt % STRANGE.length]!), 1 - at, STRANGE[(salt >> 5) % STRANGE.length]!)),
  'JSON-LD with a strange name': (html, at, salt) => inScripts(html, json => renameKey(json, at, ['"__proto__"', '"constructor"', '"toString"', '"@id"', '"@graph"', '""'][salt % 6]!)),
}
