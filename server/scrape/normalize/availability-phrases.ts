import type { Availability } from '../../contract/product.ts'

/**
 * What shops print about stock, by meaning. The order matters: a phrase of an earlier list wins, because "not in stock"
 * contains "in stock". Lower case; `|` separates alternatives of one regular expression.
 */
export const PHRASES: readonly (readonly [Availability, readonly string[]])[] = [
  ['InStock', ['not (?:yet )?sold(?! out)|nicht ausverkauft']],
  ['Discontinued', [
    'discontinued|no longer (?:available|sold|made|in production)|retired product|end of life',
    'ausgelaufen|nicht mehr (?:lieferbar|erhältlich|verfügbar)|abgekündigt|sortiment genommen',
    'plus (?:commercialisé|fabriqué)|arrêté|n[’\']est plus (?:disponible|vendu|commercialisé)',
    'descatalogado|ya no (?:está )?disponible|descontinuado|fora de linha|descontinuado',
    'fuori produzione|non più disponibile|niet meer leverbaar|uit het assortiment|uitgelopen',
    'снят[оа]? с производства|snyato s proizvodstva|wycofan|ukončen|utgått|udgået|utgår|poistunut|生産終了|販売終了|停产|단종',
  ]],
  ['PreOrder', [
    'pre-?\\s?order|pre-?\\s?sale|coming soon|available (?:for|to) pre-?order',
    'vorbestell|vorverkauf|demnächst (?:verfügbar|erhältlich)|erscheint am|précommande|pré-commande|à paraître|bientôt disponible',
    'preventa|pre-?venta|reserva anticipada|próximamente|pré-venda|preordine|prenota(?:bile|zione)|prossimamente|in arrivo',
    'voorbestell|pre-orderen|przedsprzedaż|zapowiedź|předobjedn|předprodej|förbeställ|forudbestil|forhåndsbestill|ennakkotila|предзаказ|скоро в продаже',
    'ön sipariş|予約(?:受付|商品|注文)|预售|預售|預購|预购|예약\\s?(?:판매|구매)|طلب مسبق|הזמנה מוקדמת',
  ]],
  ['BackOrder', [
    'back-?\\s?order|available on order|ships? (?:in|within) \\d+ (?:weeks|months)|special order|available to order',
    'auf bestellung|nachbestellt|lieferbar in \\d+ wochen|sur commande|en réapprovisionnement|bajo pedido|por encargo|sob encomenda|su ordinazione|in riordino|op bestelling|nabestel',
    'na zamówienie|na objednávku|na objednanie|beställningsvara|bestillingsvare|bestillingsvara|tilaustuote|под заказ|під замовлення|по поръчка|la comandă|rendelésre|pe comandă|sipariş üzerine|お取り寄せ|取り寄せ',
  ]],
  ['OutOfStock', [
    'out[\\s_-]*of[\\s_-]*stock|not (?:currently )?in stock|sold[\\s_-]?out|(?:currently|temporarily|online)?\\s?unavailable|not (?:currently )?available|no stock|stock\\s?:\\s?0\\b|nostock|soldout|notify me when|email me when|(?:will be|when|once|if|until)[^.]{0,40}back in stock|back in stock (?:alert|soon|notif)|(?:auction|bidding|listing|sale|lot|offer) (?:has |is |was )?(?:ended|closed|expired)|item (?:has been |was )?sold(?! by)|join (?:the )?wait(?:ing)?\\s?list|all gone|(?:cannot|can[’\']t|can not) (?:currently )?be (?:bought|purchased|ordered)|not (?:currently )?(?:for sale|orderable)',
    'ausverkauft|nicht (?:auf lager|vorrätig|verfügbar|lieferbar|lagernd|bestellbar)|derzeit nicht|momentan nicht|vergriffen|zurzeit nicht|(?:wann|ob|sobald)[^.]{0,40}wieder (?:vorrätig|verfügbar|lieferbar|auf lager)|(?:auktion|angebot) beendet|leider nicht',
    'rupture (?:de stock)?|en rupture|épuisé|indisponible|non disponible|pas (?:en stock|disponible)|victime de son succès|(?:vente|enchère|annonce) (?:terminée|expirée)',
    'agotad[oa]|sin (?:existencias|stock)|no (?:hay )?(?:disponible|existencias|stock)|fuera de stock|no disponible|esgotad[oa]|indisponível|sem (?:estoque|stock)|fora de (?:estoque|stock)|produto indispon|volverá a estar disponible|subasta (?:finalizada|cerrada)',
    'esaurit[oa]|non disponibil|non è disponibil|terminat[oa]|(?:attualmente|momentaneamente|temporaneamente) non|di nuovo disponibile|asta (?:terminata|chiusa|conclusa)|uitverkocht|niet (?:op voorraad|leverbaar|beschikbaar|op stock)|tijdelijk niet|geen voorraad',
    'niedostępn|wyprzedan|brak (?:w magazynie|towaru|na stanie)|chwilowo brak|produkt niedost|vyprodán|není skladem|nedostupn|momentálně není|nie je (?:skladom|na sklade|dostupn)|vypredan|nie je k dispozícii|nie je možné (?:produkt |tovar )?(?:kúpiť|objednať)|nelze (?:koupit|objednat)|není možné (?:koupit|objednat)|nie można (?:kupić|zamówić)',
    'slutsåld|slut i lager|inte i lager|ej i lager|finns (?:inte|ej) i lager|tillfälligt slut|slut på|udsolgt|ikke på lager|utsolgt|ikke tilgjengelig|loppu(?:unmyyty|nut)|ei varastossa|ei saatavilla|tilapäisesti loppu|uppselt',
    'нет в наличии|нет на складе|отсутствует|распродан|закончил(?:ся|ось|ась)|недоступен|товар закончился|немає в наявності|немає на складі|закінчи|няма (?:в )?наличност|изчерпан|не е (?:в )?налич|жоқ қоймада|сатылып кетті',
    'elfogyott|nincs (?:raktáron|készleten)|nem (?:elérhető|rendelhető|kapható)|stoc epuizat|indisponibil|nu este (?:disponibil|în stoc)|fără stoc|rasprodan|nije (?:dostupn|na (?:zalihi|stanju|lageru))|nema na (?:stanju|zalihi)|ni na zalogi|razprodan|išparduota|neturime|izpārdots|nav (?:noliktavā|pieejams)|läbi müüdud|pole (?:laos|saadaval)|otsas|ei ole saadaval|toode on otsas|tootel puudub',
    'tüken(?:di|miş)|stokta (?:yok|bulunm)|stok(?:larda)? yok|mevcut değil|temin edilemiyor|εξαντλ|μη διαθέσιμο|δεν είναι διαθέσιμο|εκτός αποθέματος',
    '在庫(?:切れ|なし|がありません)|入荷予定なし|売り?切れ|品切れ|完売|入荷待ち|缺货|缺貨|无货|無貨|[無无][現现][貨货]|没有现货|沒有現貨|售罄|售完|已售完|賣完|補貨中|补货中|暂无库存|完售|품절|재고\\s?없음|일시품절|매진',
    'نفد(?:ت)?|نفذ(?:ت)?|غير متوفر|غير متاح|نفاد|ناموجود|تمام شد|موجود نیست|אזל|לא במלאי|אין במלאי|हमारे पास नहीं|स्टॉक में नहीं|สินค้าหมด|หมดสต็อก|hết hàng|tạm hết|stok habis|habis terjual|kehabisan|tidak tersedia|stok kosong',
  ]],
  ['LimitedAvailability', [
    'limited (?:availability|stock|quantit)|low (?:in )?stock|only \\d+ (?:left|remaining|in stock)|last (?:few|items|pieces|one)|almost gone|few left|hurry',
    'nur noch (?:wenige|\\d+)|wenige (?:auf lager|verfügbar|stück)|geringer? bestand|plus que \\d+|dernières? (?:pièces|exemplaires)|stock limité|faible stock',
    'últim[oa]s (?:unidades|piezas|peças)|quedan \\d+|pocas unidades|poucas unidades|restam \\d+|ultim[ie] pezz[io]|ultimi disponibili|solo \\d+ (?:rimast|disponibil)|nog (?:maar )?\\d+|laatste (?:stuks|exemplaren)|beperkt (?:op voorraad|leverbaar)',
    'ostatni(?:e|ch)? sztuk|mało sztuk|poslední kus|posledn[ée] kus|få i lager|få kvar|begränsat antal|få på lager|viimeiset|осталось (?:мало|\\d+)|заканчивается|мало|остання|残りわずか|残り\\d+|仅剩|僅剩|son \\d+ (?:adet|ürün)|utolsó|ultimele',
  ]],
  ['InStock', [
    'in[\\s_-]*stock|available|ready to (?:ship|dispatch)|ships? (?:today|now|immediately|in 24|within 24)|usually ships|in store now|on hand|add to (?:cart|bag|basket|trolley)|buy (?:it )?now|stocked|\\d+ in stock',
    'auf lager|vorrätig|lieferbar|verfügbar|lagernd|sofort|in den warenkorb|versandfertig',
    'en stock|disponible|ajouter au panier|expédié sous|en existencia|hay existencias|en inventario|añadir al carrito|agregar al carrito|disponível|em estoque|em stock|adicionar ao carrinho|comprar',
    'disponibil[ei]|in magazzino|pronta consegna|aggiungi al carrello|op voorraad|leverbaar|beschikbaar|in winkelwagen|voorradig|morgen in huis',
    'dostępn|w magazynie|na stanie|do koszyka|skladem|na sklade|skladom|na skladě|dostupn|do košíku|do košíka|k dispozici',
    'i lager|finns i|på lager|lägg i (?:varukorg|kundvagn)|læg i kurv|legg i handle|tilgjengelig|varastossa|saatavilla|lisää (?:ostos)?kori|til á lager',
    'в наличии|есть на складе|на складе|в корзину|купить|є в наявності|в наявності|до кошика|купити|в наличност|налично|наличен|добави в|қолда бар|себетке',
    'raktáron|készleten|kosárba|elérhető|în stoc|in stoc|adaugă în coș|na stanju|na zalihi|na zalogi|na voljo|turime|yra sandėlyje|į krepšelį|noliktavā|pieejams|grozā|laos|olemas|saadaval|lisa (?:ostu)?korvi|ostukorvi',
    'stokta|stoğ|mevcut|sepete ekle|διαθέσιμο|σε απόθεμα|άμεσα|στο καλάθι',
    '在庫あり|在庫有|カートに入れる|即納|有货|有貨|现货|現貨|加入购物车|加入購物車|立即购买|立即購買|庫存|재고\\s?있음|장바구니|구매하기',
    'متوفر|متاح|أضف (?:إلى|الى)|موجود|במלאי|הוסף לסל|הוספה לסל|उपलब्ध|स्टॉक में|มีสินค้า|พร้อมส่ง|หยิบใส่|còn hàng|thêm vào giỏ|mua ngay|tersedia|ready stock|tambah ke keranjang|stok ada',
  ]],
]
