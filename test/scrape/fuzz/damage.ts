import { Buffer } from 'node:buffer'
import { jsonLdDamages } from './json-ld-damage.ts'

/** Damages a page at a place (0 to 1 of its length); `salt` chooses among the ways. */
export type Damage = (html: string, at: number, salt: number) => string

function insert(html: string, at: number, text: string): string {
  const index = Math.floor(at * html.length)
  return html.slice(0, index) + text + html.slice(index)
}

/** Changes the match of a pattern that lies nearest behind the place. */
function changeNear(html: string, at: number, pattern: RegExp, change: (match: string) => string): string {
  const found = new RegExp(pattern.source, 'gi')
  found.lastIndex = Math.floor(at * html.length)
  const match = found.exec(html) ?? new RegExp(pattern.source, 'i').exec(html)
  return match ? html.slice(0, match.index) + change(match[0]) + html.slice(match.index + match[0].length) : html
}

const pick = <Value>(values: readonly Value[], salt: number): Value => values[salt % values.length]!

const cards = (sign: string): string => `<section class="x"><h2>More</h2>${['1', '2', '3'].map(n => `<div class="item"><a href="/p/other-${n}"><img src="/${n}.jpg">Other ${n}</a><span class="price">${sign}${n}7.0${n}</span></div>`).join('')}</section>`
const other = { '@type': 'Product', 'name': 'Other thing', 'sku': 'OTHER-1', 'offers': { '@type': 'Offer', 'price': '7777.77', 'priceCurrency': 'EUR' } }

const FRAGMENTS = ['<title>', '<h1>', '</h1', '<h1><title>x', '<div class="brand">', '<div class="price">9,99 €', '<span itemprop=price>', '<div itemscope itemtype="http://schema.org/Product">', '<a href="/p/x"><img src=y>', '<table><tr><td>', '<meta property="og:title" content="', '<!--', '<script>', '<style>', '<svg><title>', '<script>x={a:[', '="', '\' "', '&amp;', '&#', '12.34 € ', 'add to cart ', '<del>', '<button>', '<option>1 €', '<p>SKU: 1', '{"price":', '[[', '<x '] as const

export const damages: Readonly<Record<string, Damage>> = {
  'cut off': (html, at) => html.slice(0, Math.floor(at * html.length)),
  'begun late': (html, at) => html.slice(Math.floor(at * html.length)),
  'piece lost': (html, at, salt) => html.slice(0, Math.floor(at * html.length)) + html.slice(Math.floor(at * html.length) + salt % 500),
  'end tag lost': (html, at) => changeNear(html, at, /<\/[a-z]\w*>/, () => ''),
  'tag twice': (html, at) => changeNear(html, at, /<[a-z][^<>]*>/, tag => tag + tag),
  'attribute without quotes': (html, at) => changeNear(html, at, /="[^"<>]*"/, value => value.replaceAll('"', '')),
  'quote lost': (html, at) => changeNear(html, at, /"/, () => ''),
  'angle lost': (html, at) => changeNear(html, at, /[<>]/, () => ''),
  'entities doubled': html => html.replaceAll('&', '&amp;'),
  'NUL and control characters': (html, at, salt) => insert(html, at, pick(['\0', '\0\0\0', '\u0001\u001B', '\u2028', '\uFFFE'], salt)),
  'half a surrogate': (html, at, salt) => insert(html, at, pick(['\uD83D', '\uDE00', '"\uD83D"', '\uDFFF\uD800'], salt)),
  'scripts swapped': (html) => {
    const texts = [...html.matchAll(/<script[^>]*>(.*?)(?=<\/script)/gis)].map(match => match[1]!)
    return html.replace(/(<script[^>]*>).*?(?=<\/script)/gis, (_, tag: string) => tag + (texts.pop() ?? ''))
  },
  'charset lied about': (html, _, salt) => new TextDecoder(pick(['latin1', 'windows-1251', 'shift_jis', 'utf-16le', 'gb18030'], salt)).decode(Buffer.from(html)),
  'cards before all': (html, _, salt) => html.replace(/<body[^>]*>/i, body => body + cards(pick(['€', '$', 'R$ ', '¥', ''], salt))),
  'markup of another product': html => html.replace(/<\/head>/i, end => `<script type="application/ld+json">${JSON.stringify(other)}</script>${end}`),
  'price that nobody sees': (html, at, salt) => insert(html, at, pick(['<template><b class="price">€1.11</b></template>', '<div hidden class="price">€1.11</div>', '<div style="display:none"><span class="price">€1.11</span></div>', '<!-- <b class="price">€1.11</b> -->', '<noscript><b>€1.11</b></noscript>'], salt)),
  'marks and blanks within amounts': (html, _, salt) => html.replace(/(\d)([.,])(\d\d)(?!\d)/g, `$1${pick(['\u200E', '\u200F', '\u2060', '\u00A0', '\u202F', '\u00AD'], salt)}$2$3`),
  'separators exchanged': html => html.replace(/\d[.,\d]*\d/g, number => number.replace(/[.,]/g, sign => sign === '.' ? ',' : '.')),
  'one thing ten thousand times': (html, at, salt) => insert(html, at, pick(FRAGMENTS, salt).repeat(10_000)),
  'one thing ten thousand times, ended': (html, at, salt) => `${insert(html, at, pick(FRAGMENTS, salt).repeat(10_000))}</title></h1></script></style>-->"'>`,
  'a tag of many attributes': (html, at, salt) => insert(html, at, `<${pick(['meta', 'div', 'script', 'a', 'html'], salt)} ${Array.from({ length: 20_000 }, (_, index) => `data-price${index}="${index}"`).join(' ')}>`),
  'a tag that never ends': (html, at, salt) => insert(html, at, `<${pick(['meta content="', 'div class=\'', 'script ', 'link href=', 'h1 '], salt)}${'x y=" '.repeat(20_000)}`),
  'very deep': (html, at, salt) => insert(html, at, `<${pick(['div', 'b', 'table', 'ul'], salt)} class="price">`.repeat(10_000)),
  'line of text without end': (html, at, salt) => insert(html, at, pick(['1', '1.', '1 ', 'a', '€', 'SKU', 'ab-', ' ', '-'], salt).repeat(200_000)),
  ...jsonLdDamages,
}
