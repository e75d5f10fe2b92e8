import { foldCase } from './fold.ts'

/** Words that join others: none of them alone is a name. */
const JOINING = 'on in at by of to the a an and or for with from is it this that these our your my we you us no not as be if so '
  + 'von vom der die das und oder mit fur auf im zu ein eine dem den des bei aus nur '
  + 'de du la le les et ou par avec pour sur dans un une chez ce cette el los las y o por con para en del al este esta '
  + 'di da il lo i gli e per dei delle questo questa do os as em um uma com van het een met voor op door deze '
  + 'od do z ze w we na dla s v ve pro pri si a i av och med fran pa til fra og ja tai '
  + 'от из и в во на для с по от до та від з із за'

/** What links, tabs and headings of any shop say. */
const GENERIC = 'image images photo photos picture pictures video videos view views detail details info infos information product products item items article articles review reviews rating ratings '
  + 'colour colours color colors size sizes option options offer offers deal deals sale sales new all more less brand brands category categories collection collections shop store stores home here page pages '
  + 'model models style styles variant variants result results feature features specification specifications specs description seller sellers stock question questions comment comments accessories related similar gift gifts '
  + 'buy order cheap original used logo manufacturer vendor supplier designer designers label unknown none other various menu search account cart other '
  + 'bild bilder foto fotos produkt produkte artikel bewertung bewertungen farbe farben grosse grossen angebot angebote marke marken kategorie kategorien neu neuheiten alle mehr weniger startseite hersteller informationen beschreibung zubehor sortiment serie kaufen bestellen gunstig '
  + 'photos produit produits avis couleur couleurs taille tailles offre offres marque marques categorie nouveau nouveautes tout tous voir plus accueil boutique acheter achat livraison '
  + 'imagen imagenes producto productos articulo articulos opiniones colores tallas oferta ofertas marca marcas categoria categorias novedades todo todos ver mas inicio tienda comprar '
  + 'immagine immagini prodotto prodotti articolo articoli recensioni colori taglie offerta offerte categoria categorie novita tutto altro negozio acquista '
  + 'imagem imagens produto produtos avaliacoes cores tamanhos novidades tudo loja afbeelding afbeeldingen product producten beoordelingen kleuren maten aanbieding aanbiedingen merk merken nieuw alles meer winkel koop '
  + 'zdjecia produkt produkty opinie kolory rozmiary marki kategorie nowosci wiecej sklep producent kup obrazky fotky hodnoceni barvy velikosti znacka znacky novinky vice obchod vyrobce koupit kupit '
  + 'bilder produkter farger storlekar marken kategorier nyheter fler kop kob kjop tuotteet kuvat varit koot merkit uutuudet lisaa osta '
  + 'фото изображения товар товары отзывы цвет цвета размер размеры бренд бренды категории новинки еще все всё магазин производитель купить купити виробник усі'

const joining: ReadonlySet<string> = new Set(JOINING.split(' '))
const generic: ReadonlySet<string> = new Set(GENERIC.split(' '))

/** Whether a text may be the name of a brand: not when it is made of the words that every shop's links are made of. */
export function mayBeName(text: string): boolean {
  const words = foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some(word => !joining.has(word) && !generic.has(word) && /\p{L}/u.test(word))
}
