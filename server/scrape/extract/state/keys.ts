import type { Json, JsonObject } from '../relaxed-json.ts'
import { isObject } from '../relaxed-json.ts'

/** A value of embedded state with the path to it. */
export interface Found {
  value: Json
  path: string
  key: string
}

export type Role = 'name' | 'price' | 'listPrice' | 'currency' | 'sku' | 'id' | 'brand' | 'gtin' | 'mpn' | 'stock' | 'gone' | 'category' | 'url' | 'image'

/** Names that shops' scripts give to the facts of a product, without case, separators and a leading `product`, `item`. */
const ROLES: Readonly<Record<Role, readonly string[]>> = {
  name: ['name', 'title', 'displayname', 'fullname', 'contentname', 'itemname', 'productname', 'producttitle', 'longname', 'shortname', 'heading', 'h1', 'nm', 'nome', 'nombre', 'designation', 'bezeichnung'],
  price: ['saleprice', 'specialprice', 'currentprice', 'finalprice', 'sellingprice', 'discountedprice', 'offerprice', 'actualprice', 'nowprice', 'promoprice', 'promotionalprice', 'bestprice', 'priceincltax', 'priceinctax', 'priceinclvat', 'pricewithtax', 'pricewithvat', 'pricewithdph', 'priceincludingtax', 'priceincludingvat', 'pricevatincluded', 'pricetaxincluded', 'pricekdvincluded', 'pricettc', 'prixttc', 'bruttopreis', 'preisbrutto', 'cenabrutto', 'grossprice', 'pricegross', 'pricenow', 'salesprice', 'price', 'unitsaleprice', 'unitprice', 'pricevalue', 'priceamount', 'totalvalue', 'totalprice', 'value', 'preis', 'prix', 'precio', 'preco', 'prezzo', 'cena', 'ourprice', 'displayprice', 'formattedprice', 'minprice', 'lowprice', 'lowestprice', 'pricefrom', 'rawprice', 'numericprice', 'pricecents', 'priceincents', 'centprice', 'priceminor', 'priceinminorunits', 'pricepence'],
  listPrice: ['listprice', 'originalprice', 'regularprice', 'wasprice', 'oldprice', 'msrp', 'rrp', 'uvp', 'compareatprice', 'fullprice', 'retailprice', 'strikeprice', 'crossedprice', 'pricebeforediscount', 'baseprice', 'standardprice', 'recommendedprice', 'initialprice', 'strikethroughprice', 'unitlistprice'],
  currency: ['currency', 'currencycode', 'pricecurrency', 'currencyiso', 'currencyisocode', 'isocurrency', 'currencyid', 'cur', 'currencysymbol'],
  sku: ['sku', 'skuid', 'skucode', 'code', 'articlenumber', 'articleno', 'articleid', 'articlecode', 'number', 'itemnumber', 'partnumber', 'reference', 'ref', 'stylenumber', 'styleid', 'stylecode', 'variantsku', 'simplesku', 'displayid', 'displaycode', 'catalognumber', 'modelnumber', 'displayreference', 'masterid', 'sellersku'],
  id: ['id', 'productid', 'prodid', 'pid', 'itemid', 'contentids', 'contentid', 'productids', 'ids'],
  brand: ['brand', 'brandname', 'manufacturer', 'manufacturername', 'vendor', 'designer', 'designername', 'marca', 'marke', 'marque', 'brandtitle', 'brandlabel'],
  gtin: ['ean', 'ean13', 'eancode', 'gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'upc', 'barcode', 'isbn', 'isbn13', 'jan'],
  mpn: ['mpn', 'manufacturerpartnumber', 'vendorpartnumber', 'manufacturersku', 'modelnumber', 'modelno', 'vendorcode', 'supplierreference'],
  stock: ['availability', 'instock', 'isinstock', 'stock', 'stockstatus', 'available', 'isavailable', 'stocklevelstatus', 'availabilitystatus', 'inventorystatus', 'stockstate', 'availabletoorder', 'orderable', 'buyable', 'ispurchasable', 'purchasable', 'issaleable', 'salable', 'stocklevel', 'stockavailability', 'productavailability', 'availableforsale', 'stockquantity', 'stockqty', 'quantityavailable', 'availablequantity', 'inventoryquantity', 'totalinventory', 'inventory', 'quantityinstock'],
  gone: ['outofstock', 'isoutofstock', 'soldout', 'issoldout', 'oos'],
  category: ['category', 'categoryname', 'categories', 'categorypath', 'breadcrumb'],
  url: ['url', 'producturl', 'canonicalurl', 'link', 'href', 'permalink', 'path', 'slug'],
  image: ['image', 'imageurl', 'images', 'thumbnail', 'mainimage', 'picture'],
}

const roleOf: ReadonlyMap<string, { role: Role, rank: number }> = new Map(
  (Object.entries(ROLES) as [Role, readonly string[]][]).flatMap(([role, names]) => names.map((name, rank) => [name, { role, rank }] as const)),
)

/** What a page calls itself (`page_name`, `pageTitle`) is rarely what the product is called. */
const OF_PAGE = /^(?:web)?page[^a-z]?(?:name|title)$/i
const PREFIX = /^(?:data|product|products|prod|item|ecomm|page|current|selected|gtm|ga|analytics|tracking|p)(?=[a-z]{2})/

/** The role of a key: `product_price`, `productPrice`, `data-price` and `ecomm_totalvalue` are all prices. */
export function roleOfKey(key: string): { role: Role, rank: number } | undefined {
  let bare = key.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (bare.length > 40 || OF_PAGE.test(key))
    return undefined
  for (let round = 0; round < 3; round++) {
    const known = roleOf.get(bare)
    if (known)
      return known
    const shorter = bare.replace(PREFIX, '')
    if (shorter === bare)
      return undefined
    bare = shorter
  }
  return undefined
}

/** The facts of one object by role; where several keys have one role, the most telling name first. */
export function rolesOf(object: JsonObject, path: string): Map<Role, Found[]> {
  const roles = new Map<Role, (Found & { rank: number })[]>()
  for (const [key, value] of Object.entries(object)) {
    const role = value === null || value === '' ? undefined : roleOfKey(key)
    if (!role)
      continue
    const list = roles.get(role.role) ?? []
    list.push({ value, path: `${path}.${key}`, key, rank: role.rank })
    roles.set(role.role, list)
  }
  for (const list of roles.values())
    list.sort((a, b) => a.rank - b.rank)
  return roles
}

/** One text in several languages: `{"de": "Sessel", "en-GB": "Armchair"}`. */
function translations(object: JsonObject): string[] {
  const entries = Object.entries(object)
  return entries.every(([key, text]) => /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/.test(key) && typeof text === 'string') ? entries.map(([, text]) => text as string) : []
}

/** All texts of a value: of one in several languages each. */
export function textsOf(value: Json): string[] {
  const spoken = isObject(value) ? translations(value) : []
  const text = scalarOf(value)
  return spoken.length > 0 ? spoken : text === null ? [] : [text]
}

/** The first scalar of a value: itself, the only one of an array, or the named text of an object. */
export function scalarOf(value: Json): string | null {
  if (typeof value === 'string')
    return value.trim() === '' ? null : value
  if (typeof value === 'number')
    return Number.isFinite(value) ? String(value) : null
  if (typeof value === 'boolean')
    return String(value)
  if (Array.isArray(value))
    return value.length === 1 ? scalarOf(value[0] ?? null) : null
  if (!isObject(value))
    return null
  const spoken = translations(value)
  if (spoken.length > 0)
    return spoken[0] ?? null
  for (const key of ['name', 'value', 'label', 'title', 'displayName', 'text', 'code', 'status']) {
    const inner = value[key]
    if (typeof inner === 'string' || typeof inner === 'number')
      return scalarOf(inner)
  }
  return null
}
