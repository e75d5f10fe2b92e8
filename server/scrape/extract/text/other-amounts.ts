import { rightBefore, rightBehind } from './beside-amount.ts'

/** Who pays less than others, with or without the word "price". */
const ofMembers = `(?:${[
  'members?|mitglieder|medlems?|jäsen|membre|adhérent|socios?|soci|abonné|ledenprijs|leden|klub(?:owa|ová)?',
  '(?:dla )?klubowiczów|с картой|по карте|з карткою|club(?:card)?|loyalty(?: card)?|vip|subscri(?:be|ption|ber)s?',
  String.raw`(?:with|con|mit|avec|met) (?:\p{L}+ )?(?:card|tarjeta|karte|kundenkarte|carte|kaart)|会員|會員|회원`,
].join('|')})(?:[ -]?s?(?:price|preis|prix|precio|preço|prezzo|prijs|cena|pris|hinta|価格|가))?`

/** Words right before an amount that make it something else than the price of the goods, by what it is then. */
export const BEFORE_OTHER = rightBefore([
  // A bid.
  'starting (?:price|bid)|opening bid|estimate|minimum bid|reserve|startpreis|startgebot|mise à prix',
  // What is saved.
  'save|savings?|sparen|spare|you save|(?:du |sie |ihr |deine |ihre )?(?:ersparnis|gespart)|(?:vous )?économisez',
  'économie|ahorr(?:as?|o|e)|risparmi(?:a|o)?|economi(?:ze|za|a)|poup(?:e|a|ança)|oszczędzasz|oszczędność',
  '(?:je |u )?bespaa(?:rt|rde)|besparing|(?:du )?sparar?|besparelse|säästät?|säästad|soodustus|ušetř(?:íte|íš)',
  'ušetr(?:íte|íš)|megtakarítás|economise(?:ș|s)ti|reducere|спестяваш|спестявате|отстъпка|экономия|выгода|скидка',
  'знижка|економія|uštedite|ušteda|prihranek|prihranite|kazancınız|indirim(?: tutarı)?|κερδίζετε|εξοικονομείτε',
  'όφελος|節省|节省|立省|立減|立减|お得|割引額|절약|할인(?:금액)?|tiết kiệm|giảm|hemat|diskon|ประหยัด|ส่วนลด|وفر|توفير|חסכת|חיסכון|הנחה',
  // Delivery.
  String.raw`shipping|freight|postage|delivery|versand|livraison|envío|spedizione|dostawa|доставк\p{L}*|frete`,
  'verzending|verzendkosten|wysyłka|poštovné|poštnina|doprava|szállítási (?:díj|költség)|transport|livrare|frakt',
  'fragt|toimitus(?:kulut)?|μεταφορικά|kargo|phí (?:vận chuyển|ship)|ongkir|ค่า(?:จัด)?ส่ง|الشحن|التوصيل|משלוח|送料',
  '运费|運費|배송비',
  // A contribution to recycling, a fee.
  String.raw`(?:contributo )?raee(?: incluso)?|recupel|bebat|weee|vrg|eco-?contribu\p{L}*|recycling(?: fee)?`,
  String.raw`(?:urheber|entsorgungs|recycling)\p{L}*(?:abgabe|gebühr)|verwijderingsbijdrage|sorteerbijdrage`,
  String.raw`opłata recyklingowa|recyklačn\p{L}* \p{L}*|booking fee|service fee|admin(?:istration)? fee|buyer protection`,
  // The price for those who pay in a certain way.
  String.raw`havale(?: ile| ?\/ ?eft)?|vorkasse|skonto`,
  // A sum from which something holds.
  'over|above|ab einem|from orders|orders|minimum|spend|of',
  // Credit, points, a rate.
  'credit|points|bonus|monthly|per month|deposit|cashback',
  // The price for members, subscribers, holders of a card.
  ofMembers,
  // The price of one that is not new.
  'used(?: from)?|pre-?owned(?: from)?|refurbished(?: from)?|gebraucht(?: ab)?',
  'd[’\']occasion(?: (?:dès|à partir de))?|usat[oi](?: da)?|segunda mano|second ?hand|中古',
  // What is added, or contained.
  String.raw`\p{L}*zuschlag(?: enthalten)?|aufpreis|enthalten|surcharge|suppl[eé]ment[oi]?|suplemento|dopłata|příplatek`,
  'toeslag|davon|di cui|waarvan',
  // The price of a unit.
  String.raw`grundpreis|unit price|price per \p{L}+|prix (?:au|par) \p{L}+`,
  // The same in other money, a part, a sum.
  'soit|dont|total(?: price)?|subtotal|gesamt(?:preis)?|together',
  // A deposit, a levy.
  'pfand|caution|ecotax|éco-?(?:part|participation)',
  // What it is worth, what several cost.
  String.raw`value|worth|wert|(?<!\d)\d{1,2} (?:for|für|pour|voor|por|per|za|för)`,
  // What a reduction or a coupon is of, or makes of it.
  'instead|discount|rabatt|gutschein|coupon|voucher|쿠폰(?:적용|할인)?가|最大 ?할인가|최대 ?할인가|券后价?|券後價?',
  'クーポン(?:適用|利用)?(?:価格|後)?|(?:price )?(?:with|after) (?:code|coupon)|現省|省',
  // An instalment, a piece.
  '每期|每月|月付|分期|每[罐瓶包顆颗片粒支條条份斤盒]',
])

/** Words behind an amount in its own text that make it something else than a price of the goods. */
export const AFTER_OTHER = rightBehind([
  // A reduction.
  'off(?!er)|discount|rabatt|de réduction|de remise|descuento|de desconto|sconto|korting|saved|savings?|gespart',
  'd[’\']économie',
  // Delivery, a fee.
  '(?:for |per |flat[- ]rate |standard |express )?(?:shipping|freight|delivery|postage)',
  String.raw`(?:booking|service|admin|handling) fee|p\s?&\s?p|versand|porto\b|lieferung|(?:de )?(?:frais|livraison)`,
  '(?:de )?envío|(?:di )?spedizione|verzend|frakt|fragt|toimitus|za dostaw|dostaw|doprav|доставк|送料|运费|運費|배송|kargo',
  // Points, a deposit, a levy.
  'points?|punkte|pkt|бонус|балл|bonus|credits?|cashback|deposit|pfand|de caution|d[’\']éco|éco',
  // The price for those who pay in a certain way, or buy several.
  String.raw`(?:no |via |com |à vista no )?pix\b|(?:no )?boleto|(?:con|por|en|via) (?:transferencia|depósito|efectivo)`,
  'havale|(?:each )?(?:when|if) you (?:buy|mix|order)|per (?:case|carton|dozen)|with (?:code|coupon)|mit code',
  'for members|für mitglieder|miles',
])
