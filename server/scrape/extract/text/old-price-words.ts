import { rightBefore } from './beside-amount.ts'

/** Of these a part of a word must not be taken for the whole. */
const wholeWords = `(?<!\\p{L})(?:${[
  String.raw`(?:ord(?:inarie)?\.?|rek\.?|tidigare|før|vejl\.?|veil\.?|normaali|normaal|tava|alkuperäinen|normal|liste?|katalog|laden) ?-?(?:pris|preis|prijs|price|hind|hinta)`,
  String.raw`ovh\.?|adviesprijs|prix (?:conseillé|public|barré|initial|de vente conseillé)|au lieu de|pvp(?:r| recomendado)?`,
  String.raw`precio (?:normal|original|antes|(?:de )?lista|regular)|preço (?:normal|original|de tabela)|de(?=\s*:)|normal`,
  String.raw`norm\.?|prezzo (?:consigliato|originale)|původní cena|doporučená cena|pôvodná cena|bežná cena|odporúčaná cena`,
  'cena (?:katalogowa|przed promocją|rekomendowana)|eredeti ár|régi ár|listaár|preț (?:vechi|recomandat|inițial)',
  'prp|стара (?:цена|ціна)|звичайна ціна|прежняя цена|розничная цена|stara cijena|redna cijena|redna cena',
  String.raw`prejšnja cena|sena kaina|iepriekšējā cena|vanha hinta|norm\. hinta|günstigster preis vorher`,
  'рекомендованная цена|αρχική τιμή|piyasa fiyatı|السعر (?:قبل|الأصلي)|بدلا? من|بدلاً من|参考価格|希望小売価格|当店通常価格|市场价',
  '소비자가|정상가|giá (?:cũ|gốc|niêm yết|thị trường)|ราคา(?:ปกติ|เต็ม)|harga (?:normal|asli)',
].join('|')})`

/** Words right before the price of earlier, or the one that is recommended. */
export const BEFORE_OLD = rightBefore([
  'rrp|uvp|msrp|was|statt',
  wholeWords,
  'vorher|ursprünglich(?:er preis)?|originalpreis|original(?:ly| price)?|ursprungligt|opprinnelig|oprindelig',
  'instead of|list price|regular price|old price|retail price|compare at|avant|antes|prima|prezzo di listino',
  'precio (?:anterior|regular|de lista)|preço de|tidigare|før|ordinarie|původně|pôvodne|běžná cena|cena regularna',
  'старая цена|eski fiyat|liste fiyatı|市價|市价|定價|原價|原价|建議售價|通常価格|定価|メーカー希望小売価格|정가|السعر السابق|كان',
])
