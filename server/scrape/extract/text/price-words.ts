import { rightBefore } from './beside-amount.ts'

/** Class names and words beside an amount that tell a product's price from the many other amounts of a page. */

export const PRICE_CLASS = /price|preis|prix|prec[ie]|prezz|prijs|cena|cijena|tsena|fiyat|pris\b|hinta|kaina|harga|amount|money|cost|betrag|pvp|\bkr\b/i
export const CURRENT_CLASS = /current|sale|special|final|now|actual|offer-price|our-?price|sell|discounted|discount-?price|reduced|new-?price|price-?new|buy|main|product-price|price-product|pdp-price|offer|promo|akt/i
export const OLD_CLASS = new RegExp([
  '(?<![a-z])(?:old|was|del|rrp|uvp|msrp|pvpr)(?![a-z])|(?:old|was|high)-?_?price',
  'price-?_?(?:old|was|high(?!light)|standard|original|before|retail|rrp|uvp|list(?![a-z]))|list-?price|regular-?price',
  'compare-?(?:at|price)|price-?compare|strike|crossed|before|original|previous|retail|standard-?price|streich|ancien|anterior',
  'tachado|barre|catalog-?price|full-?price|base-?price|price-?base',
].join('|'), 'i')
export const OTHER_CLASS = /save|saving|discount(?!ed)(?!-?_?price)|rabatt|you-?save|shipping|delivery|versand|install?ment|parcel|cuota|monthly|per-?month|unit-?price|price-?per|per-?unit|grundpreis|base-unit|tax|vat|finance|leasing|credit|loyalty|points|bonus|cashback|coupon|voucher|deposit|fee|subtotal|total-|cart|basket|rating|review|stock|quantity|qty|delta|member|club|kredit|rate\b|pix\b|boleto/i

/** Blocks about what comes on top of the price, or divides it. */
export const SERVICE_CLASS = /(?:^|[\s_-])(?:delivery|shipping|courier|versand(?:kosten)?|livraison|envio|spedizione|dostawa|dostava|doprava|payments?|financ(?:e|ing)|install?ments?|leasing|credit|klarna|warranty|garant(?:ie|ia|y)|insurance|protection-?plan|gift-?wrap|trade-?in|services?|extras?|add-?ons?|upsell)(?:$|[\s_-])/i

const UNIT = '(?:kg|[gl]|gr|lt|ml|cl|[mh]|m²|m2|cm|month|mo|monat|mois|mes|mese|miesiąc|week|day|tag|100|1000|person|night|hour|kilo|kilogramm|kilogrammo|liter|litre|litro|litr|mètre|meter|metro|metre|tab|kapsel|wash|load|dose|capsule)'
export const AFTER_UNIT = new RegExp(`^[\\s*¹²]*(?:\\(\\s*)?(?:/|per\\b|pr\\b\\.?|pro\\b|par\\b|por\\b|al\\b|za\\b|je\\b|à la\\b|le\\b|la\\b|il\\b|el\\b|den\\b|der\\b|l[’'])\\s?(?:\\d+\\s?)?${UNIT}(?!\\p{L}|[.,]\\d)|^\\s*(?:mtl\\.|x\\s?\\d+|kk\\b|/kk)|^[元円원]?\\s?[/／每](?:\\s?\\d+)?\\s?[罐瓶包顆颗片粒支條条份斤盒個个枚本袋組组箱개병팩]`, 'iu')

/** `12x R$ 9,90`, `3 × 33,33 €`, `em até 10x de`, `6 cuotas sin interés de`: a part of the price. */
export const INSTALMENT = new RegExp([
  String.raw`(?<![\p{L}\d])\d{1,2}\s?[x×](?:\s|$)|\d{1,2}\s?[x×]\s?(?:de\s|of\s)?(?:\p{Sc}|R\$|[A-Z]{2,3}\s?\d)|parcelas?\b|\bcuotas?\b`,
  String.raw`mensualidades|sem juros|sin inter[eé]s|\braten\b|monatsrate|mensualités|installments?|instalments?|taksit|\brat[ay]?\s(?:po|od)`,
  String.raw`\brate (?:da|lunare|mensili)|rate (?:di|senza interessi)|splát[ek]|részlet(?:re|ben|fizet)|вноск|изплащане|плат[её]ж\p{L}* по`,
  String.raw`рассрочк|частями|розстрочк|частинами|δόσεις|järelmaks|\d (?:interest[- ]free )?payments? of|klarna|afterpay|clearpay|分期|할부|أقساط`,
  'تقسيط|دفعات|תשלומים|trả góp|ผ่อน|cicilan',
].join('|'), 'iu')
export const INSTALMENT_BEFORE = /(?:^|\s)\d{1,2}\s?x(?:\s(?:de|of))?\s*$|(?:cuotas?|parcelas?|raten|taksit|installments?|instalments?)(?:\s(?:de|of|von|zu))?\s*$/iu
export const INSTALMENT_AFTER = /^\s*(?:x\s?\d{1,2}\b|sem juros|sin inter[eé]s|\/\s?(?:mo|mes|mês|mois|monat)\b|per month|a month|im monat|monatlich|miesięcznie|měsíčně|в месяц|aylık)/iu

/** `Sie sparen 22.25% (20,00 EUR)`: what is saved, once in a hundred and once in money. */
export const SAVED_PERCENT = /(?:sav(?:e|ed|ing|ings)|sparen|gespart|économisez|ahorras?|risparmi\p{L}*|economi[zs]\p{L}*|oszczędzasz|ušetříte|rabatt|discount|korting)\s*(?::\s*)?\d{1,2}(?:[.,]\d{1,2})?\s?%\s*(?:\(\s*)?$/iu
/** What a small block around one amount says when it is the price for some: of members, of those who pay with the shop's card, or subscribe. */
export const FOR_SOME = new RegExp([
  String.raw`(?:exclusiv[oa]|solo|sólo|con|pagando con|avec|mit|nur mit|met|with|using|your)\s(?:(?:tu|la|ta|votre|deiner?|je|your|a|the|our)\s)?(?:\p{L}+\s)?(?:tarjeta|carte(?! cadeau)|(?:kunden)?karte|kaart|card(?!s?\sgame))`,
  String.raw`(?:club|loyalty|member|reward)s?\s?card|(?:for|only) members|members only|card ?holders?|socios?\b|subscribe|auto-?ship`,
  String.raw`im abo(?!\p{L})|kartą klienta|s kartou`,
].join('|'), 'iu')
/** `from 10`, `ab 5 Stück`: what follows is the price of one of many. */
export const BEFORE_MANY = /(?:^|\s)(?:from|ab|vanaf|dès|à partir de|a partir de|desde|da|från|fra|od|от|від|alkaen|buy|koop|achetez)\s\d{1,5}(?:\s?(?:st|stk|stück|stuks?|pcs|pieces|pièces|ks|szt|шт|db|kpl|pz|unid\p{L}*|bottles?|boxes)\.?)?\s*(?::\s*)?$/iu
/** What stands before the price for those who have it sent again and again. */
export const SUBSCRIBED = /(?<!\p{L})(?:im (?:spar-?)?abo|abo-?preis|subscri(?:be|ption)|auto-?(?:ship|delivery)|(?:par|en|avec) abonnement|suscr[ií]b|suscripci[oó]n|assinatura|(?:in|con) abbonamento|op abonnement|定期(?:購入|便|购)|정기(?:구독|배송))(?!\p{L})/iu
/** In one text with the amount, delivery makes it a charge or the sum from which there is none (`Gratis verzending vanaf €50`). */
export const ABOUT_DELIVERY = new RegExp([
  'shipping|delivery|postage|freight|versand|lieferung|livraison|env[ií]o|spedizione|verzend|bezorg|dostaw|wysyłk|doprav|poštovn',
  'dostav|szállít|transport(?:ul)?(?: gratuit|:)|livrare|frakt|fragt|levering|toimitus|доставк|αποστολ|μεταφορικ|kargo|frete|portes',
  'frais de port|port offert|送料|運費|运费|免運|배송|vận chuyển|จัดส่ง|ongkir|pengiriman|شحن|توصيل|משלוח',
].join('|'), 'iu')
/** The lowest price of thirty days, which the law asks for beside a reduction, and what others paid. */
export const OTHER_PRICE = new RegExp([
  String.raw`najni[żz]sz\p{L}* cen|najniž\p{L}* cen|nejniž\p{L}* cen|lowest (?:recent )?price|prix le plus bas`,
  String.raw`(?:niedrigste|günstigste)\p{L}* \p{L}*preis|laagste prijs|lägsta pris|laveste pris|alin hinta|prezzo più basso|precio más bajo`,
  'preço mais baixo|cel mai mic pre[țt]|legalacsonyabb ár|най-ниска цена|madalaim hind|with (?:a )?trade[- ]?in',
  'trade[- ]?in (?:value|credit)',
  '(?:last|past|ostatnich|derniers|letzten|ultimi|últimos|laatste|senaste|seneste|posledných|posledních) 30 ',
].join('|'), 'iu')

export const BEFORE_PRICE = rightBefore(['price|preis|prix|precios?|preço|prezzo|prijs|cena|cijena|цена|ціна|fiyat[ıi]?|pris|hinta|ár|hind|kaina|preț|τιμή|售價|售价|价格|價格|[價价]|販売価格|価格|税込|가격|판매가|السعر|מחיר|ราคา|giá|harga'])

/** Words that may stand in a price's own text without making it anything else. */
export const HARMLESS = new RegExp([
  'price|preis|prix|precios?|preço|prezzo|prijs|cena|cijena|цена|fiyat[ıi]?|pris|hinta|售價|售价|价格|價格|価格|販売|税込|가격|السعر|מחיר|from|ab',
  'vanaf|dès|à partir de|a partir d[ae]|desde|från|alkaen|od|от|now|jetzt|nu|our|only|sale|special|incl(?:us[aeo]|uid[ao])?|inc|inkl',
  'vat|tax|mwst|iva|btw|moms|dph|ttc|gst|alv|kdv|dahil|brutto|s dph|each|st|起|より|から',
].join('|'), 'giu')

/** Class names of a price without tax, and of one with it. */
export const WITHOUT_TAX_CLASS = /(?:excl(?:uding|usive)?|without|ex|zonder|ohne|hors|sin|senza|bez)[-_]?(?:tax|vat|btw|mwst|dph|iva|tva|moms)(?![a-z])|(?:^|[\s_-])(?:netto?|net-?price|price-?net|price-?ht)(?:[\s_-]|$)/i
export const WITH_TAX_CLASS = /(?:incl(?:uding|usive)?|with|inc|mit|met|s)[-_]?(?:tax|vat|btw|mwst|dph|iva|tva|moms)(?![a-z])|(?:^|[\s_-])(?:brutto|gross|price-?ttc)(?:[\s_-]|$)/i

/** Without tax: a shop that prints both sells for the other one. */
export const WITHOUT_TAX = new RegExp([
  String.raw`(?:excl|exkl|ex)\.?\s?(?:vat|tax|gst|mwst|ust|moms|btw|dph|iva|alv|tva)|\bohne mwst|zzgl\.? (?:\d+ ?% )?mwst|\bnetto\b`,
  String.raw`\bhors taxes?|\bH\.?T\.?(?!\p{L})|bez (?:dph|vat|pdv)|alv 0|税抜|税別|без (?:НДС|ПДВ|ДДС)|\+ ?(?:iva|vat|kdv|áfa|tva|mwst|moms)\b`,
  'sin iva|sem iva|iva esclusa|senza iva|kdv hariç|btw excl',
  String.raw`(?<!\p{L})(?:nettó|áfa nélkül|f[aă]r[aă] tva|χωρίς φπα|be pvm|bez pvn|brez ddv|km-ta|ilman alv)(?!\p{L})|부가세 별도|未税|未稅|غير شامل`,
  'بدون ضريبة|לפני מע["״]מ',
].join('|'), 'iu')
export const WITH_TAX = new RegExp([
  String.raw`(?:incl?|inkl|including|inclusive|incluye|incluido|inclus[ao])\.?\s?(?:of\s)?(?:\d+\s?%\s)?(?:vat|tax|gst|mwst|ust|moms|btw|dph|iva|alv|tva)`,
  String.raw`iva incl|\bTTC(?!\p{L})|s dph|с НДС|税込|kdv dahil|sis\. (?:\d+ ?% ?)?alv|brutto|bruttó|áfával|cu tva|tva inclus|με φπα`,
  'с (?:ДДС|ПДВ)|su pvm|ar pvn|z ddv|부가세 포함|含税|含稅|شامل الضريبة|כולל מע["״]מ',
].join('|'), 'iu')

/** A sign or a code right beside a digit. */
export const SIGNED = /(?:\p{Sc}|(?<!\p{L})[A-Z]{3})\s?\d|\d\s?(?:[\p{Sc}元円원]|[A-Z]{3}(?!\p{L})|zł|Kč|kr(?!\p{L})|руб|грн|тг|Ft|lei|лв|TL)/u
