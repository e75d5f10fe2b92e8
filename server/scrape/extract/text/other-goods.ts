import type { Element } from 'domhandler'
import { isTag } from 'domhandler'
import { foldCase } from '../../normalize/fold.ts'
import { createOpening } from '../../normalize/phrase-book.ts'
import { elementsOf } from '../dom.ts'
import { shortText } from './short-text.ts'

/** How headings over other products begin, by language. */
const BEGINNINGS: readonly string[] = [
  'you (?:may|might|will|would|could)(?: also)? (?:like|love|enjoy|need|want|be interested)|you\'ll (?:also )?love|(?:related|similar|recommended|complementary|alternative|featured|popular|matching|suggested|other) (?:products?|items?|styles?|lots?|books?|titles?|listings?|articles?|accessories)|recommend(?:ed for|ations)|we (?:also )?recommend|(?:our )?(?:customers|shoppers|people|others|members)(?: who)? (?:also|bought|viewed|who)|frequently (?:bought|viewed)|(?:often )?bought together|(?:goes|go|pairs?|works) (?:well|great|nicely|perfectly) with|complete (?:the|your) (?:look|set|outfit|order|collection)|wear (?:it )?with|style (?:it )?with|recently viewed|your (?:recent|browsing)|more (?:from|like this|products|items|by|to love|to explore)|alternatives?(?: to)?$|accessories$|best ?sellers$|trending(?: now)?$|popular (?:right )?now|new arrivals|upcoming (?:lots|auctions)|sponsored|(?:explore|shop|discover) (?:more|similar|related)|compare (?:with )?similar|(?:picked )?(?:just )?for you$|don\'t forget|still looking',
  'ähnliche|das (?:könnte|wird)|(?:dazu|hierzu) pass|passend|(?:passendes )?zubehör|kunden,? (?:kauften|haben|sahen|die|interess)|(?:wird )?(?:oft|häufig|gern) zusammen|andere kunden|zuletzt (?:angesehen|gesehen)|(?:unsere )?empfehlung|empfohlen|wir empfehlen|weitere (?:produkte|artikel|angebote)|mehr (?:von|aus|produkte)|alternativ|auch interessant|beliebte|ergänzend|(?:vielleicht )?gefällt (?:dir|ihnen)',
  '(?:produits?|articles?) (?:similaires?|associés?|complémentaires?|liés?|apparentés?|recommandés?|de la même|vus|consultés)|vous (?:aimerez|aimeriez|pourriez|allez)|ceci pourrait|cela pourrait|(?:les |nos )?clients? (?:ayant|ont|qui)|(?:souvent|fréquemment) achetés|(?:derniers|récemment) (?:produits |articles )?(?:vus|consultés)|à découvrir aussi|complétez|dressing du membre|nos (?:suggestions|recommandations)|dans la même catégorie|\\d+ autres produits|on vous recommande|les internautes',
  '(?:productos?|artículos?) (?:relacionad|similares|recomendad|complementari|que te|vistos)|también (?:te )?(?:pued|podr)|(?:quizás |tal vez )?(?:también )?te (?:puede|podría)|quienes (?:vieron|compraron)|(?:otros|los) clientes|(?:vistos|visto) recientemente|comprados juntos|completa (?:el|tu)|más (?:productos|como)|recomendad|relacionad|similares',
  'produtos? (?:relacionad|semelhantes|similares|recomendad|complementares|vistos)|(?:você )?também (?:pode|poderá|vai)|(?:você )?(?:pode|poderá) (?:também )?gostar|quem (?:viu|comprou)|clientes (?:que|também)|vistos recentemente|compre junto|aproveite e compre',
  'prodotti (?:correlat|simili|consigliat|complementar|vist|della|in evidenza)|(?:ti )?potrebbe(?:ro)? (?:anche )?(?:interessar|piacer)|chi ha (?:acquistato|visto|comprato)|(?:altri|i nostri) (?:clienti|prodotti|articoli)|spesso (?:comprati|acquistati)|visti (?:di recente|recentemente)|completa il|articoli (?:correlat|simili)',
  '(?:gerelateerd|vergelijkbar|aanbevolen|soortgelijk|andere|bijpassend|recent bekeken)\\p{L}* (?:producten|artikelen)|anderen (?:bekeken|kochten)|(?:dit )?vind je (?:misschien|ook)|misschien (?:ook|vind)|vaak samen|klanten (?:kochten|bekeken|die)|combineer|(?:recent|onlangs|laatst) bekeken|ook (?:interessant|leuk)|bijpassend|wij raden',
  '(?:produkty )?(?:podobne|powiązane|polecane|zobacz (?:też|także|również))|inni (?:klienci|kupili)|klienci (?:kupili|którzy)|(?:ostatnio|często) (?:oglądane|kupowane|przeglądane)|(?:może|mogą) (?:ci|cię|państwa)|polecamy|do kompletu|kup także',
  '(?:související|podobn|doporučen|alternativn|příbuzn|podobné)\\p{L}*|(?:mohlo|může) by (?:se )?(?:vás|vám)|ostatní (?:kupují|zákazníci)|zákazníci (?:také|si)|naposledy (?:prohlíž|navštív)|(?:často )?kupované společně|k tomuto|příslušenství|(?:súvisiac|odporúčan|príbuzn|alternatívn)\\p{L}*|(?:mohlo|môže) by (?:sa )?(?:vás|vám)|zákazníci (?:tiež|si)|príslušenstvo',
  '(?:kapcsolódó|hasonló|ajánlott|további) (?:termék|cikk)|(?:mások|vásárlóink) (?:ezt|ezeket)|önnek ajánl|ezek is érdekel|nemrég megtekint|gyakran (?:együtt|vásárol)|kiegészítő|produse (?:similare|asemănătoare|recomandate|complementare|conexe|vizualizate)|(?:te-?ar|s-?ar) putea|clienții (?:au|care)|cumpărate frecvent|văzute recent|(?:сродни|подобни|свързани|препоръчани|други) (?:продукти|стоки|артикули)|може (?:също )?да|клиентите|(?:slični|povezani|preporučeni|sorodni|podobni|srodni) (?:proizvodi|izdelki|artikli)|možda će|kupci su|morda vam',
  '(?:похожие|сопутствующ|рекоменд|аналогич|другие|вместе с)\\p{L}*(?: товары| продукты|уем)?|(?:вам|вас) (?:может|также|понрав|заинтер)|с этим (?:товаром )?(?:покуп|часто)|(?:покупатели|клиенты) (?:также|смотр)|(?:вы|недавно) (?:смотрели|просм)|(?:схожі|супутні|рекомендовані|подібні|інші) товари|вам (?:може|також)|з цим (?:товаром )?(?:куп|також)|(?:нещодавно|ви) (?:перегля)',
  '(?:benzer|ilgili|önerilen|tamamlayıcı|diğer) ürün|bunlar(?:ı)? da|ilgini(?:zi)? çek|birlikte (?:al|sat)|son (?:gezdi|bakt|görünt)|müşteriler|(?:σχετικά|παρόμοια|προτεινόμενα|συναφή) προϊόντα|(?:ίσως|μπορεί) (?:σας|να)|δείτε (?:επίσης|ακόμ)|αγοράστηκαν|όσοι (?:είδαν|αγόρασαν)',
  '(?:relaterade|liknande|rekommenderade|andra|populära|lignende|relaterede|relaterte|andre|anbefalede|anbefalte) (?:produkt|artik|var)\\p{L}*|andra (?:köpte|kunder|tittade)|(?:du|vi) (?:kanske|rekommenderar|anbefaler)|passar (?:till|bra)|tillbehör|(?:senast|nyligen|sist|sidst) (?:visade|sedda|vist|sete)|(?:andre|kunder) (?:køpte|kjøpte|købte|har|så)|måske|kanskje|tilbehør|ofta köpt|ofte køb|ofte kjøp|(?:samankaltaisia|vastaavia|suosittelemme|muut)\\p{L}*|saatat (?:myös )?pitää|(?:viimeksi|äskettäin) (?:katsel|selat)|usein ostettu|lisätarvikkeet',
  '(?:sarnased|seotud|soovitame|teised) (?:tooted|kliendid)?|sulle võib|viimati vaadatud|(?:līdzīgas|saistītās|ieteicamās|citas) preces|jums (?:varētu|arī)|(?:panašios|susijusios|rekomenduojamos|kitos) prekės|jums (?:gali|taip)|kiti pirko',
  '(?:この|こちらの)(?:商品|アイテム)(?:を|に|と).{0,20}(?:人|方|お客|関連|一緒)|関連(?:商品|する|アイテム)|おすすめ(?:の|商品|アイテム)|(?:あなた|お客様)へ?の?おすすめ|最近(?:チェック|見た|閲覧)|(?:一緒|同時)に|よく(?:一緒|あわせて)|類似(?:商品|品)|こちらもおすすめ|(?:相关|相關|类似|類似|推荐|推薦|同类|同類)(?:商品|产品|產品|推荐|推薦)|(?:猜你|您可能|你可能|看了|看过|買了|买了|购买|購買此|其他人|大家).{0,12}(?:喜[欢歡]|还|還|也|又|人)|(?:最近|近期)(?:浏览|瀏覽)|(?:관련|유사|추천|비슷한|연관) ?(?:상품|제품)|(?:함께|같이) (?:본|구매|많이|보면)|(?:이|다른) (?:상품을|고객)|최근 본',
  '(?:منتجات|أصناف) (?:ذات|مشابهة|مقترحة|قد|أخرى|متعلقة)|(?:قد|ربما) (?:يعجبك|يهمك|تعجبك|تحب)|(?:العملاء|عملاء|الزبائن)|(?:شوهد|شاهدت) مؤخرا|(?:محصولات|کالاهای) (?:مرتبط|مشابه|پیشنهادی)|(?:מוצרים|פריטים) (?:דומים|נוספים|קשורים|מומלצים|נלווים)|(?:אולי|יכול) (?:יעניין|תאהב|לעניין|גם)|לקוחות (?:שקנו|שצפו|קנו)|נצפו לאחרונה|(?:สินค้า)(?:ที่)?(?:เกี่ยวข้อง|ใกล้เคียง|แนะนำ|คล้าย|ดูล่าสุด)|คุณอาจ|ลูกค้าที่|(?:sản phẩm) (?:liên quan|tương tự|gợi ý|cùng|đã xem|khác)|có thể bạn|bạn (?:có thể|cũng)|(?:khách hàng|người) .{0,15}(?:mua|xem)|(?:produk) (?:terkait|serupa|sejenis|lainnya|rekomendasi)|(?:mungkin )?anda (?:mungkin|juga)|(?:pelanggan|orang) (?:juga|lain)|(?:terakhir|baru) dilihat|(?:संबंधित|समान) उत्पाद',
]

const begins = createOpening(BEGINNINGS)
const RANKS: Readonly<Record<string, number>> = { h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }
/** What themes write headings with that are none; over pictures with links only, as such words stand in tabs and texts too. */
const LINES = new Set(['div', 'p', 'span', 'strong', 'b'])
const LONGEST = 80
const MOST_WRAPPERS = 4

/** Whether a heading announces other products than the page's own. */
export const announcesOthers = (text: string): boolean => text.length <= LONGEST && begins(foldCase(text).replace(/^[^\p{L}\p{N}]{1,3}/u, ''))

const elementsBehind = (element: Element): Element[] => element.parent ? element.parent.children.slice(element.parent.children.indexOf(element) + 1).filter(isTag) : []

/** Whether a block shows pictures that are links. */
function showsLinked(block: Element): boolean {
  return [block, ...elementsOf(block)].slice(0, 80).some(each => each.name === 'a' && [...elementsOf(each)].slice(0, 10).some(inner => inner.name === 'img' || inner.name === 'picture'))
}

/**
 * The blocks that a heading such as "You may also like" stands over: what follows it up to the next heading of its rank. Where
 * styles are named by machines no class tells those blocks from the product's own. `holdsTitle` is where they end at the latest.
 */
export function blocksBelow(heading: Element, holdsTitle: (element: Element) => boolean): Element[] {
  const rank = RANKS[heading.name]
  const isLine = LINES.has(heading.name) && heading.children.length <= 3
  const text = rank === undefined && !isLine ? '' : shortText(heading, LONGEST)
  if (text === '' || !announcesOthers(text))
    return []
  let top = heading
  for (let up = 0; up < MOST_WRAPPERS && elementsBehind(top).length === 0; up++) {
    const parent = top.parent
    if (!parent || !isTag(parent) || holdsTitle(parent) || shortText(parent, LONGEST) !== text)
      break
    top = parent
  }
  const blocks: Element[] = []
  for (const element of elementsBehind(top)) {
    const isEnd = rank === undefined ? !showsLinked(element) : (RANKS[element.name] ?? (element.name === 'h1' ? 1 : 9)) <= rank
    if (isEnd || holdsTitle(element))
      break
    blocks.push(element)
  }
  return blocks
}
