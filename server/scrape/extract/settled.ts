import type { Candidate, Findings, ScalarField } from './candidate.ts'
import type { Page } from './page.ts'

const NEEDED: readonly ScalarField[] = ['name', 'price', 'currency', 'availability']
const SURE = 0.88
/** Signs of a list price beside the price, which markup seldom gives; one short expression costs a fifth of a search for each. */
const STRUCK_SIGN = /<(?:del|strike|s[ >])|line-through|compare[-_]at|compareAt|>[-–−]\d\d?\s?%|UVP|RRP|MSRP/
/** Those, and what a button that cannot be pressed is known by: a search for that word alone would cost more than for all of them at once. */
const ANY_SIGN = new RegExp(`${STRUCK_SIGN.source}| disabled`)
const STRUCK_PRICE = /(?:old|was|list|regular|compare|original|strike|crossed|full|before|suggest(?:ed)?|retail|market)[-_ ]?price|price[-_]{0,2}(?:old|was|list|regular|compare|original|strike|before)/i
const NUMBER_LABEL = /(?:sku|item|article|product|catalog(?:ue)?|art|artikel|bestell|ref)(?:[ .-]*(?:no|nr|num(?:ber|mer)?|code|id|ref(?:erence)?))?\.?\s*(?::|#|<\/)/i
/** What shops print before numbers that markup often lacks. */
const MPN_NAMES = ['MPN', 'Part Number', 'Part number', 'Model Number', 'Model number', 'Herstellernummer']
const GTIN_NAMES = ['EAN', 'GTIN', 'UPC', 'ISBN']
const BRAND_HINT = /class=["'][^"']{0,80}\b(?:brand|manufacturer|marke|marque|marca)\b|\/(?:brands?|marken?|marques?|marcas?)\/[\w-]/i

/**
 * Whether structured data alone answers: every needed field stated surely and once, the price standing in the page's text as
 * well, and nothing in the text hinting at more (a struck price, a number or a brand that markup lacks). Only then is the
 * tree of the page not worth building.
 */
export function isSettled(page: Page, findings: Findings): boolean {
  const { candidates } = findings
  if (!NEEDED.every(field => isAgreed(candidates.filter(each => each.field === field), field)))
    return false
  const body = bodyOf(page)
  const has = (field: ScalarField) => candidates.some(each => each.field === field && each.trust >= 0.8)
  return !(ANY_SIGN.test(body) && (STRUCK_SIGN.test(body) || isBuyingBlocked(body)))
    && !hasStruckPrice(body)
    && (has('sku') ? numberShown(page, candidates) : !NUMBER_LABEL.test(body))
    && (has('brand') || !BRAND_HINT.test(body))
    && (has('mpn') || !MPN_NAMES.some(name => occurs(page, name)))
    && (has('gtin') || !GTIN_NAMES.some(name => occurs(page, name)))
    && priceShown(page, candidates)
}

const BUYING = new RegExp([
  'cart|basket|(?<![a-z])bag(?![a-z])|korb|ko[sš][ií]k|koszyk|ko[sš]aric|kos[aá]r|korvi|koriin|krep[sš]el|groz|panier|carrito',
  'carrinho|carrello|winkel|varukorg|kundvagn|kurv|handle[kv]|co[sș](?![a-z])|buy|kaufen|acheter|comprar|acquista|k[uú]pi|koupit',
  'k[oö]p(?![a-z])|kjøp|køb|osta(?![a-z])|pirk|sold|stock|купи|корзин|кошик|количка|καλάθι|sepet|satın|giỏ|keranjang|カート|かご|購入|购买|購買',
  '[购購]物|장바구니|구매|سل[ةه]|سبد|לסל|ตะกร้า',
].join('|'), 'i')

/** A button to buy that cannot be pressed: markup that says "in stock" beside it may be fixed by a template. */
function isBuyingBlocked(body: string): boolean {
  for (let at = body.indexOf(' disabled'), tries = 0; at >= 0 && tries < 50; at = body.indexOf(' disabled', at + 9), tries++) {
    const start = body.lastIndexOf('<', at)
    if (/^<(?:button|input|a)\s/i.test(body.slice(start, start + 8)) && at - start < 1000 && BUYING.test(body.slice(start, at + 200)))
      return true
  }
  return false
}

/** The many words for prices only where one is named. */
function hasStruckPrice(body: string): boolean {
  for (const word of ['price', 'Price']) {
    for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 5)) {
      if (STRUCK_PRICE.test(body.slice(Math.max(0, at - 12), at + 18)))
        return true
    }
  }
  return false
}

function isAgreed(candidates: Candidate[], field: ScalarField): boolean {
  const values = new Set(candidates.filter(each => each.source !== 'page').map(each => each.value))
  return candidates.some(each => each.trust >= SURE && (each.source === 'json-ld' || each.source === 'recipe')) && (values.size === 1 || field === 'name')
}

/** Whether the number stands anywhere but in structured data, or no other number is printed as one. */
function numberShown(page: Page, candidates: Candidate[]): boolean {
  const sku = candidates.find(each => each.field === 'sku')?.value ?? ''
  return occurs(page, sku) || !NUMBER_LABEL.test(bodyOf(page))
}

function priceShown(page: Page, candidates: Candidate[]): boolean {
  const amount = candidates.find(each => each.field === 'price')?.value ?? ''
  const [whole = '', fraction = ''] = amount.split('.')
  const grouped = whole.length > 3 ? [',', '.', ' ', '\u00A0', '\''].map(separator => whole.replace(/\B(?=(?:\d{3})+$)/g, separator)) : []
  const cents = fraction ? fraction.padEnd(2, '0') : ''
  return [whole, ...grouped].some(digits => (cents ? occurs(page, `${digits}.${cents}`) || occurs(page, `${digits},${cents}`) : occurs(page, digits)))
}

const CAPITAL_TAGS = /<\/(?:BODY|DIV|TD|SCRIPT)>/

function bodyOf(page: Page): string {
  const start = page.html.search(/<body/i)
  const body = start < 0 ? page.html : page.html.slice(start)
  return CAPITAL_TAGS.test(body) ? body.replace(/<\/?[A-Z][A-Z0-9]*|\s[A-Z-]+(?=[=\s>])/g, name => name.toLowerCase()) : body
}

/** Whether a text stands in the page outside its scripts and its head. */
function occurs(page: Page, text: string): boolean {
  const html = bodyOf(page)
  if (text === '')
    return false
  for (let at = html.indexOf(text), tries = 0; at >= 0 && tries < 50; at = html.indexOf(text, at + text.length), tries++) {
    const isApart = !isWordChar(html[at - 1] ?? '', text[0] ?? '') && !isWordChar(html[at + text.length] ?? '', text.at(-1) ?? '')
    if (isApart && !inTag(html, at) && !inScript(html, at))
      return true
  }
  return false
}

/** A digit runs on into digits, a letter into letters. */
function isWordChar(beside: string, edge: string): boolean {
  return /\d/.test(edge) ? /\d/.test(beside) : /\p{L}/u.test(beside)
}

function inTag(html: string, at: number): boolean {
  return html.lastIndexOf('<', at) > html.lastIndexOf('>', at)
}

function inScript(html: string, at: number): boolean {
  const open = html.lastIndexOf('<script', at)
  return open >= 0 && html.lastIndexOf('</script', at) < open
}
