import { foldCase } from '../../normalize/fold.ts'
import { createOpening } from '../../normalize/phrase-book.ts'

/** Faces of buy buttons by language: the whole text of a button, but for signs behind it. */
const BUY_WORDS: readonly string[] = [
  'add (?:it )?to (?:my |your |the )?(?:shopping )?(?:cart|bag|basket|trolley|order)|buy(?: it)? ?(?:now|online|ticket|tickets|this)?|purchase(?: now)?|order(?: it)? now|shop now|place bid|bid now|get it now',
  '(?:jetzt )?in den (?:waren|einkaufs)korb(?: legen)?|(?:jetzt )?(?:kaufen|bestellen)|zum warenkorb hinzufügen|in die (?:einkaufs)?tasche',
  'ajouter (?:au|à mon|dans le) (?:panier|sac)|acheter(?: maintenant)?|mettre au panier|commander(?: maintenant)?',
  'añadir (?:al? |a la |a mi )(?:carrito|cesta|bolsa|compra)|agregar (?:al?|a (?:mi|la|tu)) (?:carrito|carro|bolsa|cesta)|comprar(?: (?:ahora|agora|ya|entrada|entradas))?|a[ñn]adir|pedir ahora',
  'adicionar (?:ao|à) (?:carrinho|sacola|cesto)|adicionar|colocar no carrinho|pôr no carrinho',
  'aggiungi (?:al|alla) (?:carrello|borsa)|acquista(?: ora)?|compra(?: ora| subito)?|metti nel carrello',
  'in (?:mijn )?(?:winkelwagen|winkelmand(?:je)?)|(?:voeg )?toe(?:voegen)? aan (?:winkelwagen|winkelmand(?:je)?)|in winkeltas|bestel(?:len)?(?: nu)?|koop(?: nu)?',
  '(?:dodaj )?do koszyka|(?:wrzuć|włóż) do koszyka|kup(?: teraz)?|zamów(?: teraz)?',
  '(?:přidat |vložit |dát )?do (?:nákupního )?košíku|koupit(?: nyní)?|objednat',
  '(?:pridať |vložiť )?do (?:nákupného )?košíka|kúpiť|objednať',
  'lägg (?:i|till i) (?:varukorg(?:en)?|kundvagn(?:en)?|shoppingbag(?:en)?)|lägg i korgen?|köp(?: nu)?|beställ',
  '(?:læg|tilføj til|føj til) (?:i )?(?:kurv(?:en)?|indkøbskurv(?:en)?)|køb(?: nu)?|bestil',
  'legg (?:i|til i) (?:handlekurv(?:en)?|handlevogn(?:en)?|kurv(?:en)?)|kjøp(?: nå)?|bestill',
  'lisää (?:ostos)?kor(?:iin)|osta(?: nyt)?|tilaa(?: nyt)?',
  'setja í körfu|bæta í körfu|kaupa',
  '(?:добавить |положить )?в корзину|купить(?: сейчас| в 1 клик| в один клик)?|заказать|оформить заказ',
  '(?:додати |покласти )?(?:в|у) кошик|(?:додати )?до кошика|купити(?: зараз)?|замовити',
  'добави в (?:количката|кошницата)|купи(?: сега)?|поръчай|в количката',
  'додај у (?:корпу|кошницу)|додај во кошничка|купи',
  '(?:betesz(?:em)? a )?kosárba(?: teszem| helyezem| rakom| vele)?|megveszem|megrendelem|vásárlás|megvásárlom',
  'adaug[aă] [iî]n co[sș]|cump[aă]r[aă](?: acum)?|comand[aă](?: acum)?',
  'dodaj u (?:košaricu|korpu)|u košaricu|dodaj v košarico|v košarico|kupi(?: odmah| zdaj)?|naroči|naruči',
  '(?:įdėti |dėti )?į krepšelį|pirkti?(?: dabar)?|užsakyti',
  '(?:pievienot|ielikt|likt) groz(?:ā|am)|grozā|pirkt|nopirkt|pasūtīt',
  '(?:lisa )?(?:ostu)?korvi(?: lisamine)?|osta(?: kohe)?|telli',
  'sepete (?:ekle|at)|satın al|hemen al|şimdi al|sipariş ver',
  'προσθήκη(?: στο καλάθι)?|προσθηκη στο καλαθι|αγορά(?: τώρα)?|(?:βάλε )?στο καλάθι|αγόρασε(?: τώρα)?|πρόσθεσε στο καλάθι',
  '(?:商品を)?(?:買い物)?(?:カート|かご|バッグ)(?:に|へ)(?:入れる|追加(?:する)?|いれる)|(?:今すぐ)?(?:購入|買う|注文)(?:する|手続きへ)?|ご購入(?:はこちら|手続きへ)?',
  '(?:加入|放入|添加到|加到)(?:[购購]物[车車袋籃篮]|[购購]物清[单單]|[购購][买買]清[单單]|购物袋)|(?:立即|馬上|马上|立刻|现在|現在|直接|我要)(?:[购購][买買]|[买買]|[抢搶][购購]|[订訂][购購]|下[单單]|結帳|结账)|我要買|[购購][买買]',
  '(?:장바구니|쇼핑백|카트)(?:에)?(?: ?(?:담기|넣기|추가))?|구매하기|구매|바로 ?구매(?:하기)?|주문하기',
  '(?:أضف|إضافة|اضف|أضيفي?|ضعه? في) ?(?:إلى |الى |ل|في )?(?:ال)?(?:سلة|سله|عربة|عربه|حقيبة|حقيبه|كارت)(?: (?:ال)?(?:تسوق|مشتريات))?|اشتر[يِ]? (?:الآن|الان)|شراء(?: الآن)?|اطلب(?: الآن)?|اشتري',
  'افزودن به سبد(?: خرید)?|اضافه (?:کردن )?به سبد(?: خرید)?|خرید(?: آنلاین)?|ثبت سفارش',
  '(?:הוס(?:ף|פה|יפו)|הוסיפי) ל(?:סל|עגלה|עגלת(?: ה?קניות)?|סל (?:ה?קניות))|קנ(?:ה|ו|י) עכשיו|לרכישה|רכישה|הזמן עכשיו',
  '(?:หยิบ|เพิ่ม|ใส่)(?:ใส่|ลงใน|ใน|ไปยัง)?(?:ตะกร้า|รถเข็น)(?:สินค้า)?|ซื้อ(?:เลย|สินค้า|ทันที|ตอนนี้)?|สั่งซื้อ(?:เลย|สินค้า)?',
  'thêm (?:vào )?giỏ(?: hàng)?|cho vào giỏ(?: hàng)?|mua (?:ngay|hàng)|đặt (?:hàng|mua)(?: ngay)?',
  '(?:tambah(?:kan)? ke|masukkan(?: ke)?|tambah) keranjang|keranjang|beli(?: sekarang| langsung)?|pesan sekarang|tambah ke troli',
  'себетке (?:қосу|салу)|कार्ट में (?:जोड़ें|डालें)|अभी खरीदें',
]

/** Faces of what stands in the place of the buy button when nothing can be bought. */
const SOLD_WORDS: readonly string[] = [
  'out of stock|currently unavailable|unavailable|not available|(?:temporarily )?sold(?: ?out)?|join (?:the )?wait(?:ing)? ?list',
  'ausverkauft|nicht verfügbar|nicht vorrätig|nicht lieferbar|zur ?zeit nicht (?:verfügbar|lieferbar)|épuisé|rupture de stock|indisponible|agotado|sin stock|no disponible|esgotado|indisponível|produto esgotado|esaurito|non disponibile|uitverkocht|niet (?:leverbaar|op voorraad)',
  'wyprzedan[eya]|niedostępn[yae]|produkt niedostępny|brak w magazynie|vyprodáno|nedostupné|není skladem|vypredané|nie je skladom|slutsåld|slut i lager|udsolgt|utsolgt|ikke på lager|loppuunmyyty|loppu(?:nut)?|läbi müüdud|otsas|izpārdots|nav pieejams|išparduota|elfogyott|nem rendelhető|stoc epuizat|indisponibil|rasprodano|razprodano|изчерпан[оа]?|няма наличност',
  'нет в (?:наличии|продаже)|нет на складе|немає в наявності|нема в наявності|розпродано|распродано|tükendi|stokta yok|εξαντλήθηκε|εξαντλημένο|μη διαθέσιμο|uppselt',
  '売り切れ|売切れ|品切れ中?|在庫切れ|在庫なし|完売(?:しました)?|入荷待ち|一時品切れ|일시품절|매진|품절|售罄|无货|無貨|暂无库存|暂时缺货|暫時缺貨|已售完|售完|補貨中|缺貨|缺货|已售罄',
  'غير متوفر|نفدت? الكمية|نفذت? الكمية|نفد من المخزون|نفذ من المخزون|ناموجود|אזל (?:מהמלאי|המלאי)|המלאי אזל|לא במלאי|hết hàng|tạm hết hàng|สินค้าหมด|หมด|stok habis|habis',
]

/** Beginnings of offers to be told when goods are back. */
const TELL_WORDS: readonly string[] = [
  'notify me|get notified|email me (?:when|if)|(?:let|tell) me (?:know )?when|let me know$|remind me|alert me|benachrichtig|verfügbarkeit (?:melden|anfragen)|bei verfügbarkeit|erinner[en] mich|wenn wieder (?:verfügbar|lieferbar)',
  'prévenez-moi|me prévenir|m\'avertir|être (?:alerté|averti|prévenu)|alertez-moi|m\'alerter|av[ií]s(?:ame|arme|adme)|notif[ií]came|av[ií]senme|avise-?me|me avise|notifique-?me|avisar quando|avvis(?:ami|atemi)|notificami|avvertimi',
  '(?:houd me|hou mij) op de hoogte|waarschuw mij|mail mij|stuur (?:mij|me) een|powiadom|poinformuj mnie|hlídat (?:dostupnost|naskladnění)|upozornit (?:mě|na dostupnost)|informovat o (?:dostupnosti|naskladnění)|strážiť dostupnosť|upozorniť (?:ma|na dostupnosť)|informovať o (?:dostupnosti|naskladnení)',
  'bevaka|meddela mig|påminn mig|giv (?:mig )?besked|underret mig|varsle meg|gi meg beskjed|ilmoita (?:minulle|kun|saatavuudesta)|teavita (?:mind|saabumisest)|anna teada|paziņot (?:man|kad|par)|informēt (?:mani|kad|par)|pranešti (?:man|kai|apie)|informuoti (?:mane|kai|apie)',
  'értesít(?:és|s|ést kérek)|kérek értesítést|anun[tț][aă]-?m[aă]|notific[aă]-?m[aă]|уведоми ме|извести ме|obavijesti me|obavesti me|obvesti me|сообщить (?:о|когда|мне)|уведомить (?:о|меня)|узнать о поступлении|повідом(?:ити|те) (?:про|мене|коли)|сповістити',
  'haber ver|(?:stoğa )?gelince (?:haber|bana)|ειδοποί|ενημέρωσ[εέ] με|ενημερώστε με|再入荷(?:通知|の?お知らせ|リクエスト|したら)|入荷(?:通知|の?お知らせ)|[到貨货]{2}通知|재?입고\\s?알림',
  'أعلم(?:ني|وني)|أخبرني|نبه(?:ني|وني)|أبلغ(?:ني|وني)|أشعرني|به من اطلاع|خبرم کن|موجود شد|עדכנ?ו? אותי|עדכנו אותי|הודיעו? לי|הודע לי|แจ้งเตือน(?:ฉัน)?เมื่อ|แจ้งเมื่อมี|thông báo (?:cho tôi|khi)|báo khi có|nhận thông báo|beri ?tahu saya|ingatkan saya',
]

/** Without the plus or the arrow that some buttons begin with. */
const bare = (text: string) => foldCase(text).replace(/^[^\p{L}\p{N}]{1,3}/u, '')

const ENDS = '[!.»›→ ]*$'
const beginsBuy = createOpening(BUY_WORDS, ENDS)
const beginsSold = createOpening(SOLD_WORDS, ENDS)
const beginsTell = createOpening(TELL_WORDS)

/** Whether a text is what shops write on the button that buys. */
export const saysBuy = (text: string): boolean => text.length <= 60 && beginsBuy(bare(text))
/** Whether a text is what shops put in the place of that button when there is nothing to buy. */
export function saysSoldOut(text: string): boolean {
  const face = bare(text)
  return beginsSold(face) || beginsTell(face)
}
