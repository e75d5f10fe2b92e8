import type { ScalarField } from '../candidate.ts'

/** Words that shops print before a number or name, by field, in some thirty languages; alternatives of one expression. */
const WORDS: readonly (readonly [ScalarField, readonly string[]])[] = [
  ['gtin', [
    '(?:codice|cod\\.?|code|código|cód\\.?|kod|kód|код|número|numer|nr\\.?) (?:ean|gtin|upc)|ean(?:[ -]?(?:code|13|8|nr|kod|kood|kód|koodi))?\\.?|gtin(?:[ -]?1[234])?|upc(?:[ -]?code)?|isbn(?:[ -]?1[03])?|barcode|bar code|code[ -]?barres?|strichcode|código de barras|codice a barre|kod kreskowy|čárový kód|čiarový kód|vonalkód|cod de bare|streckkod|stregkode|strekkode|viivakoodi|ribakood|штрих[ -]?код|баркод|barkod|γραμμωτός κώδικας|ＥＡＮ|jan(?:コード)?|条形码|條碼|國際條碼|바코드|ברקוד|باركود',
  ]],
  ['mpn', [
    'mpn|(?:manufacturer(?:[’\']?s)?|mfr\\.?|mfg\\.?|vendor|supplier) ?(?:part|item|product|sku|model)? ?(?:number|no\\.?|code|#|nr\\.?|ref(?:erence)?\\.?)|part (?:number|no\\.?|#)|model (?:name ?\\/ ?)?(?:number|no\\.?|#|code|nr\\.?)',
    'hersteller(?:[ -]?(?:artikel)?(?:nummer|nr\\.?))|herst\\.?-?nr\\.?|modell?(?:nummer|[ -]?nr\\.?)|référence (?:fabricant|constructeur)|réf\\. fabricant|referencia (?:del )?fabricante|referência do fabricante|codice produttore|cod\\. produttore|fabrikantcode|fabrikantnummer|kod producenta|numer katalogowy producenta|kód výrobc[eu]|tillverkarens (?:artikel)?(?:nummer|nr)|leverandørens varenr\\.?|valmistajan tuotekoodi|артикул производителя|код производителя|партномер|парт-номер|gyártói cikkszám|cod producător|üretici (?:parça )?(?:kodu|numarası)|رقم (?:الموديل من المورد|قطعة الشركة المصنعة)|型番|型號|型号|모델(?:명|번호)',
    'model|modell|modèle|modelo|modello|модель|mudel|malli|modelis',
  ]],
  ['sku', [
    'sku(?: ?(?:#|no\\.?|number|code|id))?|asin|tcin|dpci|internet ?(?:#|number)|(?:item|product|article|style|stock|catalog(?:ue)?|order|web|reference|ref\\.?|part|listing|lot|ad|product reference) ?(?:code|number|num\\.?|no\\.?|nr\\.?|#|id|sku)|prod\\.? ?(?:code|id|no\\.?)|item|art\\.?|ref\\.?|reference|style|product|stock code|model/sku',
    'art(?:ikel)?\\.?[ -]?(?:nummer|nr\\.?|no\\.?|code|id|kod|kode)|artikel|bestell[ -]?(?:nummer|nr\\.?)|best\\.?-?nr\\.?|produkt[ -]?(?:nummer|nr\\.?|code|id|kod|kode|nummer)|prod\\.?-?nr\\.?|sachnummer|materialnummer|warennummer',
    'réf(?:érence)?\\.?(?: (?:produit|article|du produit|de l[’\']article))?|code (?:article|produit)|n° (?:d[’\']article|de référence|de produit)|referencia(?: del producto)?|ref(?:erência)?\\.?(?: do produto)?|código(?: (?:del? )?(?:producto|produto|artículo|item))?|cód(?:igo)?\\.?(?: (?:do )?(?:produto|item|ref\\.?))?|cod(?:ice)?\\.?(?: (?:prodotto|articolo|art\\.?|prod\\.?|produs))?|riferimento|referenza|rif\\.?|n\\.? articolo|num\\.? articolo|cód\\. art\\.',
    'artikelcode|productcode|bestelnummer|productnummer|artnr\\.?|varenummer|varenr\\.?|vare nr\\.?|varunummer|produktkod|tuotenumero|tuotekoodi|tuotenro|tuote ?nro|vörunúmer',
    'kod(?: (?:produktu|towaru|katalogowy|artykułu|produs))?|nr (?:katalogowy|artykułu|ref\\.?|produktu|kat\\.?)|numer (?:katalogowy|artykułu|produktu)|symbol(?: produktu)?|indeks|kód(?: (?:produktu|zboží|tovaru|položky|produktu))?|katalogov[ée] číslo|číslo (?:produktu|zboží|výrobku|artiklu)|obj\\. ?(?:č\\.?|číslo)|objednací číslo|cikkszám|termékkód|termék kód(?:ja)?|rendelési szám|cikk-szám',
    'код(?: (?:товар[ау]|продукт[ау]?|изделия|артикула))?|артикул|арт\\.?|номенклатурный номер|номер товара|каталожный номер|шифра(?: производа)?|šifra(?: (?:proizvoda|artikla|izdelka))?|тауар коды|продуктов номер|продуктов код',
    'cod produs|tootekood|toote kood|artikli (?:kood|nr\\.?)|kood|prekės kodas|kodas|preces kods|kods|artikula (?:numurs|kods)',
    'ürün kodu|stok kodu|stok no|ürün no|model kodu|κωδικός(?: προϊόντος)?|κωδ\\.?',
    '品番|商品(?:番号|コード|編號|编号|編碼|编码|貨號|货号|代碼|代码|ID|Id|序號)|管理番号|貨號|货号|產品(?:編號|型號|貨號)|产品编号|款號|款号|상품(?:번호|코드)|제품(?:번호|코드)|품번',
    'رمز (?:المنتج|المنتج \\(sku\\)|التخزين|الصنف)|رقم (?:المنتج|الموديل|القطعة|الصنف|المرجع)|كود المنتج|کد (?:محصول|کالا)|شناسه (?:محصول|کالا)|מק["״]?ט|מספר (?:קטלוגי|פריט|מוצר)|รหัสสินค้า|mã (?:sản phẩm|sp|hàng)|kode (?:produk|barang)|उत्पाद कोड',
  ]],
  ['brand', [
    'brand(?: name)?|brands?|make|manufacturer|made by|vendor|by brand|designer|label|publisher|producer|winery',
    'marke|hersteller|markenname|verlag|weingut|produzent|producteur|productor|produtor|bodega|editora|uitgever(?:ij)?|marque|fabricant|éditeur|marca|fabricante|produttore|editore|casa editrice|editorial|merk|fabrikant|märke|varumärke|tillverkare|mærke|varemærke|merke|varemerke|produsent|producent|merkki|brändi|valmistaja|vörumerki|framleiðandi',
    'marka|producent|wydawnictwo|značka|výrobce|výrobca|nakladatelství|vydavateľ|gyártó|márka|kiadó|editura|izdavač|brend|proizvođač|proizvajalec|blagovna znamka|producător|brand-ul|märk|tootja|bränd|kaubamärk|gamintojas|prekės ženklas|prekinis ženklas|ražotājs|zīmols',
    'бренд|производитель|торговая марка|марка|издательство|виробник|торгова марка|производител|произвођач|марка на производителя|өндіруші',
    'marka|üretici|yayınevi|μάρκα|κατασκευαστής|εκδότης|ブランド(?:名)?|メーカー(?:名)?|出版社|品牌(?:名稱|名称)?|廠牌|厂牌|製造商|制造商|브랜드(?:명)?|제조사|제조원|출판사',
    'العلامة التجارية|الماركة|الشركة المصنعة|ماركة|برند|سازنده|מותג|יצרן|חברה|ยี่ห้อ|แบรนด์|thương hiệu|hãng(?: sản xuất)?|nhà sản xuất|merek|ब्रांड',
  ]],
  ['availability', [
    'availability|stock(?: (?:status|level|availability))?|verfügbarkeit|lagerbestand|lieferstatus|lagerstatus|disponibilité|stock|disponibilidad|disponibilidade|disponibilità|disponibilitate|beschikbaarheid|levertijd|voorraad(?:status)?|dostępność|dostupnost|dostupnosť|dosegljivost|lagersaldo|tilgængelighed|lagerstatus|saatavuus|varastotilanne|наличие|наявність|доступность|налиčnost|наличност|elérhetőség|készlet|raktárkészlet|saadavus|laoseis|prieinamumas|pieejamība|stok durumu|διαθεσιμότητα|在庫(?:状況)?|庫存|库存|货存|재고|التوفر|الحالة|توفر|זמינות|tình trạng|สถานะ(?:สินค้า)?|ketersediaan',
  ]],
  ['condition', [
    'condition|zustand|état|estado|condizione|condizioni|staat|stan|stav|skick|tilstand|kunto|состояние|állapot|durum|κατάσταση|状態|商品の状態|상태',
  ]],
]

const LABELS = WORDS.map(([field, alternatives]) => [field, new RegExp(`^(?:${alternatives.join('|')})$`, 'iu')] as const)
const INLINE = WORDS.filter(([field]) => field === 'sku' || field === 'mpn' || field === 'gtin' || field === 'brand' || field === 'availability')
  .map(([field, alternatives]) => [field, new RegExp(`^[\\[(〈【<「（]?\\s*(?:[\\p{L}’']{1,20}\\s){0,2}?(${alternatives.join('|')})\\s*(?:\\([^)]{1,20}\\)\\s*)?[:：#№.]\\s*(?:n[or°º]\\.?\\s*)?[:：#]?\\s*([\\p{L}\\p{N}№#(].{0,79})$`, 'iu')] as const)

/** Which field a label announces (`Product code:` → sku), or null. */
export function fieldOfLabel(label: string): ScalarField | null {
  const bare = label.replace(/[\s:：#*•.\-–—=№]+$/u, '').replace(/\s*\([\p{L}\p{N} .-]{1,20}\)$/u, '').replace(/^[\s•*\-–—]+/u, '').trim()
  if (bare.length < 2 || bare.length > 40)
    return null
  const spoken = label.replace(/[\s:：]+$/u, '').trim()
  return LABELS.find(([, pattern]) => pattern.test(bare) || pattern.test(spoken))?.[0] ?? null
}

/** `SKU JR-0012`: one word with a digit in it. */
const SPACED_NUMBER = /^(SKU|Art\.-?\s?Nr\.?|Ref\.|Réf\.)\s([\p{L}\p{N}./_-]{0,30}\d[\p{L}\p{N}./_-]{0,30})$/iu
/** `EAN 4006381333931`: its check digit says whether it is one. */
const SPACED_CODE = /^(EAN|GTIN|UPC|ISBN)(?:-1[34])?\s(\d[\d -]{6,17}[\dX])$/i

/** Label and value in one text: `SKU: 746423`. */
export function inlineLabel(text: string): { field: ScalarField, value: string, label: string } | null {
  if (text.length < 5 || text.length > 120)
    return null
  const bare = SPACED_NUMBER.exec(text)
  if (bare?.[1] && bare[2])
    return { field: 'sku', value: bare[2], label: bare[1] }
  const code = SPACED_CODE.exec(text)
  if (code?.[1] && code[2])
    return { field: 'gtin', value: code[2], label: code[1] }
  for (const [field, pattern] of INLINE) {
    const match = pattern.exec(text)
    if (match?.[2])
      return { field, value: match[2].trim(), label: match[1] ?? '' }
  }
  return null
}
