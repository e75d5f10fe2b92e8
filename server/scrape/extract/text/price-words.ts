/** Class names and words beside an amount that tell a product's price from the many other amounts of a page. */

export const PRICE_CLASS = /price|preis|prix|prec[ie]|prezz|prijs|cena|cijena|tsena|fiyat|pris\b|hinta|kaina|harga|amount|money|cost|betrag|pvp|\bkr\b/i
export const CURRENT_CLASS = /current|sale|special|final|now|actual|offer-price|our-?price|sell|discounted|discount-?price|reduced|new-?price|price-?new|buy|main|product-price|price-product|pdp-price|offer|promo|akt/i
export const OLD_CLASS = /(?<![a-z])(?:old|was|del|rrp|uvp|msrp|pvpr)(?![a-z])|(?:old|was|high)-?_?price|price-?_?(?:old|was|high(?!light))|list-?price|regular-?price|compare-?(?:at|price)|price-?compare|strike|crossed|before|original|previous|retail|standard-?price|streich|ancien|anterior|tachado|barre|catalog-?price|full-?price|base-?price|price-?base/i
export const OTHER_CLASS = /save|saving|discount(?!ed)(?!-?_?price)|rabatt|you-?save|shipping|delivery|versand|install?ment|parcel|cuota|monthly|per-?month|unit-?price|price-?per|per-?unit|grundpreis|base-unit|tax|vat|finance|leasing|credit|loyalty|points|bonus|cashback|coupon|voucher|deposit|fee|subtotal|total-|cart|basket|rating|review|stock|quantity|qty|delta|member|club|kredit|rate\b|pix\b|boleto/i

/** Blocks about what comes on top of the price, or divides it. */
export const SERVICE_CLASS = /(?:^|[\s_-])(?:delivery|shipping|courier|versand(?:kosten)?|livraison|envio|spedizione|dostawa|dostava|doprava|payments?|financ(?:e|ing)|install?ments?|leasing|credit|klarna|warranty|garant(?:ie|ia|y)|insurance|protection-?plan|gift-?wrap|trade-?in|services?|extras?|add-?ons?|upsell)(?:$|[\s_-])/i

const UNIT = '(?:kg|[gl]|gr|lt|ml|cl|[mh]|m²|m2|cm|month|mo|monat|mois|mes|mese|miesiąc|week|day|tag|100|1000|person|night|hour|kilo|kilogramm|kilogrammo|liter|litre|litro|litr|mètre|meter|metro|metre|tab|kapsel|wash|load|dose|capsule)'
export const AFTER_UNIT = new RegExp(`^\\s*(?:\\(\\s*)?(?:/|per\\b|pro\\b|par\\b|por\\b|al\\b|za\\b|je\\b|à la\\b|le\\b|la\\b|il\\b|el\\b|den\\b|der\\b|l[’'])\\s?(?:\\d+\\s?)?${UNIT}(?!\\p{L})|^\\s*(?:mtl\\.|x\\s?\\d+|kk\\b|/kk)`, 'iu')

/** `12x R$ 9,90`, `3 × 33,33 €`, `em até 10x de`, `6 cuotas sin interés de`: a part of the price. */
export const INSTALMENT = /(?<![\p{L}\d])\d{1,2}\s?[x×](?:\s|$)|\d{1,2}\s?[x×]\s?(?:de\s|of\s)?(?:\p{Sc}|R\$|[A-Z]{2,3}\s?\d)|parcelas?\b|\bcuotas?\b|mensualidades|sem juros|sin inter[eé]s|\braten\b|monatsrate|mensualités|installments?|instalments?|taksit|\brat[ay]?\s(?:po|od)|klarna|afterpay|分期|할부|أقساط/iu
export const INSTALMENT_BEFORE = /(?:^|\s)\d{1,2}\s?x(?:\s(?:de|of))?\s*$|(?:cuotas?|parcelas?|raten|taksit|installments?|instalments?)(?:\s(?:de|of|von|zu))?\s*$/iu
export const INSTALMENT_AFTER = /^\s*(?:x\s?\d{1,2}\b|sem juros|sin inter[eé]s|\/\s?(?:mo|mes|mês|mois|monat)\b|per month|a month|im monat|monatlich|miesięcznie|měsíčně|в месяц|aylık)/iu

export const BEFORE_OTHER = /(?:starting (?:price|bid)|opening bid|estimate|minimum bid|reserve|startpreis|startgebot|mise à prix|save|saving|sparen|spare|you save|économisez|ahorras?|risparmi|risparmia|economize|oszczędzasz|shipping|delivery|versand|livraison|envío|spedizione|dostawa|доставк\p{L}*|frete|送料|运费|運費|배송비|over|above|ab einem|from orders|orders|minimum|spend|credit|points|bonus|monthly|per month|deposit|cashback|members?|club|vip|subscribe|会員|會員|회원|used(?: from)?|pre-?owned(?: from)?|refurbished(?: from)?|gebraucht(?: ab)?|d[’']occasion(?: (?:dès|à partir de))?|usat[oi](?: da)?|segunda mano|second ?hand|中古|grundpreis|unit price|price per \p{L}+|prix (?:au|par) \p{L}+|soit|dont|total(?: price)?|subtotal|gesamt(?:preis)?|together|pfand|caution|ecotax|éco-?(?:part|participation)|value|worth|wert|instead|discount|rabatt|gutschein|coupon|voucher|現省|省|每期|每月|月付|分期|每[罐瓶包顆颗片粒支條条份斤盒]|of)\s*(?::\s*)?$/iu
/** The lowest price of thirty days, which the law asks for beside a reduction, and what others paid. */
export const OTHER_PRICE = /najni[żz]sz\p{L}* cen|najniž\p{L}* cen|nejniž\p{L}* cen|lowest (?:recent )?price|prix le plus bas|(?:niedrigste|günstigste)\p{L}* \p{L}*preis|laagste prijs|lägsta pris|laveste pris|alin hinta|prezzo più basso|precio más bajo|preço mais baixo|cel mai mic pre[țt]|legalacsonyabb ár|най-ниска цена|madalaim hind|(?:last|past|ostatnich|derniers|letzten|ultimi|últimos|laatste|senaste|seneste|posledných|posledních) 30 /iu

/** Words behind an amount in its own text that make it something else than a price of the goods. */
export const AFTER_OTHER = /^[\s)*]*(?:off(?!er)|discount|rabatt|de réduction|de remise|descuento|de desconto|sconto|korting|saved|savings?|gespart|d[’']économie|(?:for |per |flat[- ]rate |standard |express )?(?:shipping|delivery|postage)|p\s?&\s?p|versand|porto\b|lieferung|(?:de )?(?:frais|livraison)|(?:de )?envío|(?:di )?spedizione|verzend|frakt|fragt|toimitus|za dostaw|dostaw|doprav|доставк|送料|运费|運費|배송|kargo|points?|punkte|pkt|бонус|балл|bonus|credits?|cashback|deposit|pfand|de caution|d[’']éco|éco|(?:no |via |com )?pix\b|(?:no )?boleto|with (?:code|coupon)|mit code|for members|für mitglieder|miles)/iu

export const BEFORE_OLD = /(?:rrp|uvp|msrp|was|statt|vorher|instead of|list price|regular price|old price|retail price|compare at|avant|antes|prima|prezzo di listino|precio (?:anterior|regular|de lista)|preço de|tidigare|før|ordinarie|původně|běžná cena|katalogowa|cena regularna|старая цена|eski fiyat|liste fiyatı|市價|市价|定價|原價|原价|建議售價|通常価格|定価|メーカー希望小売価格|정가|السعر السابق|كان)\s*(?::\s*)?$/iu
export const BEFORE_PRICE = /(?:price|preis|prix|precios?|preço|prezzo|prijs|cena|cijena|цена|ціна|fiyat[ıi]?|pris|hinta|ár|hind|kaina|preț|τιμή|售價|售价|价格|價格|[價价]|販売価格|価格|税込|가격|판매가|السعر|מחיר|ราคา|giá|harga)\s*(?::\s*)?$/iu

/** Without tax: a shop that prints both sells for the other one. */
/** Words that may stand in a price's own text without making it anything else. */
export const HARMLESS = /price|preis|prix|precios?|preço|prezzo|prijs|cena|cijena|цена|fiyat[ıi]?|pris|hinta|售價|售价|价格|價格|価格|販売|税込|가격|السعر|מחיר|from|ab|vanaf|dès|à partir de|a partir d[ae]|desde|från|alkaen|od|от|now|jetzt|nu|our|only|sale|special|incl?|inkl|vat|tax|mwst|iva|btw|moms|dph|ttc|gst|alv|s dph|each|st|起|より|から/giu

export const WITHOUT_TAX = /(?:excl|exkl|ex)\.?\s?(?:vat|tax|gst|mwst|ust|moms|btw|dph|iva|alv|tva)|\bohne mwst|zzgl\.? (?:\d+ ?% )?mwst|\bnetto\b|\bhors taxes?|\bH\.?T\.?(?!\p{L})|bez (?:dph|vat|pdv)|alv 0|税抜|税別|без НДС|\+ ?iva\b|sin iva|iva esclusa|senza iva|kdv hariç|btw excl/iu
export const WITH_TAX = /(?:incl?|inkl|including|inclusive|incluye|incluido|inclus[ao])\.?\s?(?:of\s)?(?:\d+\s?%\s)?(?:vat|tax|gst|mwst|ust|moms|btw|dph|iva|alv|tva)|iva incl|\bTTC(?!\p{L})|s dph|с НДС|税込|kdv dahil|sis\. (?:\d+ ?% ?)?alv|brutto/iu

/** A sign or a code right beside a digit. */
export const SIGNED = /(?:\p{Sc}|(?<!\p{L})[A-Z]{3})\s?\d|\d\s?(?:[\p{Sc}元円원]|[A-Z]{3}(?!\p{L})|zł|Kč|kr(?!\p{L})|руб|грн|тг|Ft|lei|лв|TL)/u
