import type { Availability } from '../../../server/contract/product.ts'
import { describe, expect, test } from 'vitest'
import { parseAvailability } from '../../../server/scrape/normalize/index.ts'

/** Per language: can be had; cannot, with words between the negation and its verb; can be ordered ahead; few are left. */
const SAID: Readonly<Record<string, readonly (readonly [Availability, readonly string[]])[]>> = {
  cs: [['InStock', ['Skladem', 'Ihned k odeslání']], ['OutOfStock', ['Není momentálně skladem', 'Produkt nelze nyní koupit', 'Dočasně nedostupné']], ['PreOrder', ['Předobjednávka']], ['LimitedAvailability', ['Poslední kus', 'Zbývají jen 2 ks', 'Téměř vyprodáno']]],
  sk: [['InStock', ['Skladom', 'Na sklade']], ['OutOfStock', ['Momentálne nie je možné produkt kúpiť', 'Nie je momentálne skladom', 'Tovar sa nedá kúpiť: nedá sa objednať']], ['PreOrder', ['Predobjednávka']], ['LimitedAvailability', ['Zostávajú len 3 kusy']]],
  pl: [['InStock', ['Produkt dostępny', 'Na stanie']], ['OutOfStock', ['Nie można teraz kupić tego produktu', 'Nie jest obecnie dostępny', 'Chwilowo brak']], ['PreOrder', ['Przedsprzedaż']], ['LimitedAvailability', ['Ostatnie sztuki', 'Zostały tylko 2']]],
  hu: [['InStock', ['Készleten', 'Azonnal szállítható']], ['OutOfStock', ['Jelenleg nem rendelhető', 'Nincs jelenleg raktáron']], ['PreOrder', ['Előrendelhető']], ['LimitedAvailability', ['Már csak 2 db', 'Utolsó darabok']]],
  ro: [['InStock', ['In stoc', 'Pe stoc']], ['OutOfStock', ['Nu este momentan disponibil', 'Fara stoc', 'Epuizat']], ['PreOrder', ['Precomandă']], ['LimitedAvailability', ['Ultimele bucăți', 'Stoc limitat']]],
  bg: [['InStock', ['В наличност', 'Налична']], ['OutOfStock', ['Неналичен', 'Изчерпана наличност', 'Няма наличност']], ['PreOrder', ['Предварителна поръчка']], ['LimitedAvailability', ['Последни бройки', 'Остават 2 броя']]],
  el: [['InStock', ['ΔΙΑΘΕΣΙΜΟ', 'Άμεσα διαθέσιμο', 'Διαθέσιμη']], ['OutOfStock', ['ΕΞΑΝΤΛΗΘΗΚΕ', 'Μη διαθέσιμο', 'Δεν υπάρχει απόθεμα', 'Δεν είναι προς το παρόν διαθέσιμο']], ['PreOrder', ['Προπαραγγελία']], ['LimitedAvailability', ['Τελευταία κομμάτια']]],
  tr: [['InStock', ['STOKTA VAR', 'Stokta']], ['OutOfStock', ['TÜKENDİ', 'Stokta kalmadı', 'Stokta bulunmuyor']], ['PreOrder', ['Ön Sipariş']], ['LimitedAvailability', ['Son 3 ürün', 'Tükenmek üzere']]],
  fi: [['InStock', ['Varastossa', 'Heti toimitettavissa']], ['OutOfStock', ['Ei tällä hetkellä saatavilla', 'Ei ole tilattavissa', 'Varasto loppu']], ['PreOrder', ['Ennakkomyynti']], ['LimitedAvailability', ['Enää 2 kpl jäljellä']]],
  et: [['InStock', ['Laos', 'Kohe saadaval']], ['OutOfStock', ['Pole hetkel saadaval', 'Ei ole praegu laos', 'Toodet ei ole võimalik osta', 'Välja müüdud']], ['PreOrder', ['Eeltellimus']], ['LimitedAvailability', ['Viimased tooted', 'Ainult 2 tk järel']]],
  lv: [['InStock', ['Ir noliktavā', 'Pieejams']], ['OutOfStock', ['Nav šobrīd pieejams', 'Nav noliktavā', 'Izpārdota']], ['PreOrder', ['Priekšpasūtījums']], ['LimitedAvailability', ['Atlikuši tikai 2']]],
  lt: [['InStock', ['Turime sandėlyje', 'Yra sandėlyje']], ['OutOfStock', ['Šiuo metu nėra', 'Nebeturime', 'Nėra sandėlyje']], ['PreOrder', ['Išankstinis užsakymas']], ['LimitedAvailability', ['Liko tik 2 vnt.']]],
  sv: [['InStock', ['I lager', 'Skickas inom 24 timmar']], ['OutOfStock', ['Inte längre i lager', 'Ej tillgänglig', 'Går inte att köpa', 'Slutsålt']], ['PreOrder', ['Förbeställ']], ['LimitedAvailability', ['Endast 2 st kvar', 'Nästan slutsåld']]],
  no: [['InStock', ['På lager', 'På nettlager']], ['OutOfStock', ['Ikke lenger på lager', 'Utsolgt', 'Kan ikke bestilles', 'Tomt på lager']], ['PreOrder', ['Forhåndsbestill']], ['LimitedAvailability', ['Kun 2 igjen', 'Få på lager']]],
  da: [['InStock', ['På lager', 'På fjernlager']], ['OutOfStock', ['Ikke længere på lager', 'Kan ikke købes', 'Udsolgt']], ['PreOrder', ['Forudbestil']], ['LimitedAvailability', ['Kun 2 stk. tilbage', 'Næsten udsolgt']]],
  nl: [['InStock', ['Op voorraad', 'Direct leverbaar']], ['OutOfStock', ['Momenteel niet leverbaar', 'Niet meer op voorraad', 'Uitverkocht']], ['PreOrder', ['Voorverkoop', 'Binnenkort leverbaar']], ['LimitedAvailability', ['Nog maar 2 stuks', 'Bijna uitverkocht']]],
  de: [['InStock', ['Sofort lieferbar', 'Am Lager']], ['OutOfStock', ['Nicht sofort lieferbar', 'Kann derzeit nicht bestellt werden', 'Aktuell nicht verfügbar', 'Kein Bestand']], ['PreOrder', ['Vorbestellen']], ['LimitedAvailability', ['Nur noch 2 Stück', 'Fast ausverkauft', 'Letzte Stücke']]],
  fr: [['InStock', ['En stock', 'Disponible']], ['OutOfStock', ['N\'est pas disponible', 'Plus en stock', 'Non commandable', 'EPUISE', 'Temporairement en rupture']], ['PreOrder', ['Précommander', 'Bientôt disponible']], ['LimitedAvailability', ['Il n’en reste que 2 : plus que 2', 'Bientôt épuisé', 'Il reste 3 pièces']]],
  es: [['InStock', ['En stock', 'Disponible']], ['OutOfStock', ['No está disponible', 'No se puede comprar', 'Agotada', 'AGOTADOS']], ['PreOrder', ['Preventa', 'PROXIMAMENTE']], ['LimitedAvailability', ['ULTIMAS UNIDADES', 'Quedan solo 2', 'Casi agotado']]],
  pt: [['InStock', ['Em estoque', 'Pronta entrega']], ['OutOfStock', ['Não disponível', 'INDISPONIVEL', 'Temporariamente sem estoque']], ['PreOrder', ['Pré-encomenda']], ['LimitedAvailability', ['Restam apenas 2', 'Quase esgotado']]],
  it: [['InStock', ['Pronta consegna', 'Disponibile']], ['OutOfStock', ['Non è al momento disponibile', 'Non ordinabile', 'Prodotto esaurito']], ['PreOrder', ['Preordina', 'In arrivo']], ['LimitedAvailability', ['Solo 2 pezzi', 'Quasi esaurito']]],
  ru: [['InStock', ['В наличии', 'Доступен к заказу']], ['OutOfStock', ['Нет в продаже', 'Временно нет', 'Товар закончился', 'Ожидается поступление', 'Недоступно']], ['PreOrder', ['Предзаказ', 'Скоро поступит']], ['LimitedAvailability', ['Осталось 2 шт.', 'Последний экземпляр']]],
  uk: [['InStock', ['Є в наявності', 'Готовий до відправки']], ['OutOfStock', ['Немає зараз в наявності', 'Закінчився', 'Тимчасово відсутній']], ['PreOrder', ['Передзамовлення']], ['LimitedAvailability', ['Залишилось 2 шт.', 'Закінчується']]],
  he: [['InStock', ['קיים במלאי', 'זמין']], ['OutOfStock', ['לא קיים במלאי', 'חסר במלאי', 'אינו זמין']], ['PreOrder', ['הזמנה מוקדמת']], ['LimitedAvailability', ['נותרו רק 2']]],
  ar: [['InStock', ['متوفر', 'اضف إلى السلة', 'متوفر في المخزون']], ['OutOfStock', ['غير متاح', 'انتهت الكمية', 'لا يتوفر', 'نفذت الكمية']], ['PreOrder', ['طلب مسبق']], ['LimitedAvailability', ['متبقي ٣ قطع', 'كمية محدودة']]],
  fa: [['InStock', ['موجود در انبار']], ['OutOfStock', ['ناموجود', 'تمام شد']], ['PreOrder', ['پیش فروش']], ['LimitedAvailability', ['تنها ۲ عدد در انبار']]],
  ja: [['InStock', ['在庫あり', '即日発送']], ['OutOfStock', ['在庫がございません', '現在購入できません', '入荷未定', '欠品中', '在庫無し']], ['PreOrder', ['予約する', '近日発売']], ['LimitedAvailability', ['残り 2 点', '在庫僅少']]],
  ko: [['InStock', ['재고 있음', '구매 가능']], ['OutOfStock', ['일시품절', '재고 부족', '구매 불가', '재입고 예정']], ['PreOrder', ['예약 구매']], ['LimitedAvailability', ['품절 임박']]],
  zh: [['InStock', ['有現貨', '现货', '加入购物袋']], ['OutOfStock', ['暫時缺貨', '没有库存', '庫存不足', '已下架', '搶購一空', '断货']], ['PreOrder', ['預購', '即将上市']], ['LimitedAvailability', ['僅剩 2 件', '即将售罄']]],
  vi: [['InStock', ['Còn hàng', 'Có sẵn']], ['OutOfStock', ['Tạm hết hàng', 'Không còn hàng', 'Chưa có hàng']], ['PreOrder', ['Đặt hàng trước', 'Sắp về hàng']], ['LimitedAvailability', ['Chỉ còn 2 sản phẩm', 'Sắp hết hàng']]],
  th: [['InStock', ['พร้อมส่ง', 'มีสินค้า']], ['OutOfStock', ['สินค้าหมดชั่วคราว', 'ไม่มีสินค้า', 'ขายหมดแล้ว']], ['PreOrder', ['พรีออเดอร์']], ['LimitedAvailability', ['เหลือ 2 ชิ้น', 'สินค้าใกล้หมด']]],
  id: [['InStock', ['Stok tersedia', 'Ready stock']], ['OutOfStock', ['Stok kosong', 'Belum tersedia', 'Tidak ada stok']], ['PreOrder', ['Segera hadir']], ['LimitedAvailability', ['Sisa 3', 'Hampir habis']]],
}

describe.each(Object.entries(SAID))('stock in %s', (_, rows) => {
  test.each(rows.flatMap(([availability, texts]) => texts.map(text => [text, availability] as const)))('%s is %s', (text, availability) => {
    expect(parseAvailability(text)).toBe(availability)
  })
})

test.each(['Nur noch 37,10 € bis zum kostenlosen Versand', 'Plus que 12,50 € pour la livraison offerte', 'Nog 5 dagen', 'Noch 3 Tage'])('%s speaks of no pieces', (text) => {
  expect(parseAvailability(text)).not.toBe('LimitedAvailability')
})
