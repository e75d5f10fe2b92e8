import { describe, expect, test } from 'vitest'
import { parseAvailability } from '../../../server/scrape/normalize/index.ts'

describe('availability', () => {
  test.each(['https://schema.org/InStock', 'http://schema.org/InStock', 'InStock', 'in stock', 'in_stock', 'instock', 'IN STOCK', 'schema:InStock', 'true', '12'])('%s is InStock', (text) => {
    expect(parseAvailability(text)).toBe('InStock')
  })

  test.each([['https://schema.org/OutOfStock', 'OutOfStock'], ['oos', 'OutOfStock'], ['out of stock', 'OutOfStock'], ['0', 'OutOfStock'], ['false', 'OutOfStock'], ['http://schema.org/SoldOut', 'SoldOut'], ['preorder', 'PreOrder'], ['https://schema.org/BackOrder', 'BackOrder'], ['backorder', 'BackOrder'], ['https://schema.org/LimitedAvailability', 'LimitedAvailability'], ['Discontinued', 'Discontinued'], ['InStoreOnly', 'InStoreOnly'], ['MadeToOrder', 'MadeToOrder']])('%s is %s', (text, expected) => {
    expect(parseAvailability(text)).toBe(expected)
  })

  test.each([
    'Auf Lager',
    'Sofort lieferbar',
    'En stock',
    'Disponible',
    'Disponibile',
    'Em estoque',
    'Op voorraad',
    'W magazynie',
    'Skladem',
    'Na sklade',
    'I lager',
    'På lager',
    'Varastossa',
    'В наличии',
    'Є в наявності',
    'Raktáron',
    'În stoc',
    'Na zalihi',
    'Na zalogi',
    'Yra sandėlyje',
    'Noliktavā',
    'Laos',
    'Stokta var',
    'Διαθέσιμο',
    '在庫あり',
    '有货',
    '現貨',
    '재고 있음',
    'متوفر',
    'במלאי',
    'Còn hàng',
    'มีสินค้า',
    'Tersedia',
    'В наличност',
    '3 in stock',
  ])('%s can be bought', (text) => {
    expect(parseAvailability(text)).toBe('InStock')
  })

  test.each([
    'Not in stock',
    'Currently unavailable',
    'Ausverkauft',
    'Nicht auf Lager',
    'Nicht vorrätig',
    'Derzeit nicht verfügbar',
    'Rupture de stock',
    'Épuisé',
    'Indisponible',
    'Agotado',
    'Sin existencias',
    'Fuera de stock',
    'Esgotado',
    'Produto indisponível',
    'Esaurito',
    'Non disponibile',
    'Uitverkocht',
    'Niet op voorraad',
    'Niedostępny',
    'Brak w magazynie',
    'Vyprodáno',
    'Není skladem',
    'Vypredané',
    'Nie je skladom',
    'Slutsåld',
    'Ej i lager',
    'Udsolgt',
    'Ikke på lager',
    'Utsolgt',
    'Loppuunmyyty',
    'Ei varastossa',
    'Нет в наличии',
    'Немає в наявності',
    'Няма наличност',
    'Elfogyott',
    'Nincs raktáron',
    'Stoc epuizat',
    'Rasprodano',
    'Išparduota',
    'Izpārdots',
    'Läbi müüdud',
    'Tükendi',
    'Stokta yok',
    'Εξαντλήθηκε',
    '売り切れ',
    '在庫切れ',
    '缺货',
    '已售完',
    '품절',
    'نفدت الكمية',
    'غير متوفر',
    'אזל מהמלאי',
    'Hết hàng',
    'สินค้าหมด',
    'Stok habis',
  ])('%s cannot be bought', (text) => {
    expect(parseAvailability(text)).toBe('OutOfStock')
  })

  test.each([['Pre-order now', 'PreOrder'], ['Vorbestellen', 'PreOrder'], ['Coming soon', 'PreOrder'], ['予約受付中', 'PreOrder'], ['Auf Bestellung', 'BackOrder'], ['Sur commande', 'BackOrder'], ['Под заказ', 'BackOrder'], ['Only 3 left', 'LimitedAvailability'], ['Nur noch 2 Stück', 'LimitedAvailability'], ['Últimas unidades', 'LimitedAvailability'], ['No longer available', 'Discontinued'], ['Nicht mehr lieferbar', 'Discontinued'], ['NOT SOLD', 'InStock']])('%s is %s', (text, expected) => {
    expect(parseAvailability(text)).toBe(expected)
  })

  test.each([null, '', ' ', 'Blue', 'https://example.com/', '12.50 €', 'a'.repeat(5000)])('%o says nothing', (text) => {
    expect(parseAvailability(text)).toBeNull()
  })
})
