import type { PageRemark } from '../../contract/page-remark.ts'
import type { Merged } from './merge.ts'
import type { Page } from './page.ts'
import { toMinor } from '../normalize/minor.ts'
import { cleanHtml } from '../normalize/text.ts'

/** Markup is searched this far for a price of 0. */
const longest = 2_000_000
/** Below it the price is not what the sources agree on. */
const AGREED = 0.9
const GONE = new Set(['OutOfStock', 'SoldOut', 'Discontinued'])
const ZERO = '0+(?:[.,]0+)?'
const ZERO_PRICE = new RegExp(`"(?:price|lowPrice)"\\s*:\\s*(?:"\\s*${ZERO}\\s*"|${ZERO}\\s*[,}\\]])|(?:itemprop=["']?price|property=["']?(?:product|og):price:amount)["'\\s][^<>]{0,200}content=["']?\\s*${ZERO}["'\\s/>]`, 'i')
const ON_REQUEST = new RegExp([
  '(?:call|email|e-mail|ask|contact us|contact|enquire|inquire|login|log in) (?:us )?(?:for|to see) (?:a |the |our )?(?:price|pricing|quote)',
  String.raw`price (?:up)?on (?:request|application|enquiry)|(?<!\p{L})P\.?O\.?A\.?(?!\p{L})|request (?:a )?(?:price|quote)`,
  'preis (?:auf|nach) anfrage|auf anfrage|prijs op aanvraag|op aanvraag',
  'prix sur demande|sur devis|(?:precio|preço|preco) (?:a consultar|sob consulta|bajo (?:consulta|pedido|petición))|consultar precio|sob consulta|prezzo (?:su|a) richiesta|preț la cerere',
  'cena na (?:zapytanie|dotaz|vyžádanie|upit|poizvedbo)|zapytaj o cenę|cena na požádání|ára? (?:egyeztetés|kérésre)',
  'pris på (?:forespørsel|förfrågan|begäran|forespørgsel)|hinta pyydettäessä|kysy hintaa',
  'цена по (?:запросу|договорённости|договоренности)|ціна за запитом|τιμή κατόπιν (?:ζήτησης|επικοινωνίας)|fiyat (?:sorunuz|alınız|için arayınız)',
  '要相談|価格はお問い合わせ|お問い合わせください|가격 ?문의|전화 ?문의|价格面议|面议|電洽|电询',
  'السعر عند الطلب|اتصل للسعر|תמחור בטלפון|מחיר לפי פנייה',
  'liên hệ|giá liên hệ|สอบถามราคา|hubungi kami untuk harga',
].join('|'), 'iu')

/** What a person should know of a page that was read as a product's page. */
export function remarksOf(page: Page, merged: Merged): PageRemark[] {
  const { draft } = merged
  const remarks: PageRemark[] = []
  if (page.hasBrokenData)
    remarks.push('broken-json-ld')
  if (draft.priceMinor === null)
    remarks.push(whyNoPrice(page, draft))
  else if (isContradicted(merged))
    remarks.push('contradicting-prices')
  if (page.html.includes('\uFFFD'))
    remarks.push('unreadable-characters')
  return remarks
}

function whyNoPrice(page: Page, { availability }: Merged['draft']): PageRemark {
  if (GONE.has(availability ?? ''))
    return 'sold-out-without-price'
  if (ZERO_PRICE.test(page.html.slice(0, longest)))
    return 'zero-price'
  return ON_REQUEST.test(cleanHtml(page.html)) ? 'price-on-request' : 'no-price'
}

/** Another source names a price that is neither the one taken, nor the one struck out beside it, nor a variant's. */
function isContradicted({ draft, evidence: { price } }: Merged): boolean {
  if (price === undefined || price.confidence >= AGREED)
    return false
  const others = price.others.map(other => ({ source: other.source, minor: toMinor(other.value, draft.currency) }))
  const agreeing = new Set([price.source, ...others.filter(other => other.minor === draft.priceMinor).map(other => other.source)])
  const known = new Set([draft.priceMinor, draft.listPriceMinor, ...others.filter(other => agreeing.has(other.source)).map(other => other.minor)])
  return others.some(other => other.minor !== null && !known.has(other.minor))
}
