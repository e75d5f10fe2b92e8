import { cleanText } from './text.ts'

const LABEL = /^.{0,40}?(?:^|[^\p{L}])(?:brand|marke|marque|marca|merk|hersteller|manufacturer|vendor|designer|producer|fabricante|fabricant|produttore|producent|бренд|производитель|марка|tootja|bränd|výrobce|výrobca|značka|märke|mærke|merke|marka|ブランド|メーカー|品牌|브랜드|العلامة التجارية)\s?[:：]/iu
const PHRASES: readonly RegExp[] = [
  /^(?:visit the|shop the|shop all|shop more|view all|see all|view more|see more|more from|more by|besuchen? (?:sie )?den|visiter la boutique|visita lo store di|visita la tienda de|visite a loja|bezoek de|besök|odwiedź sklep|navštivte obchod|all products (?:by|from)|alle (?:artikel|produkte) von|mehr von|weitere artikel von|tous les produits|voir tous les produits|plus de produits|ver todo de|ver todos los productos de|ver más de|ver mais (?:artigos|produtos) d[aeo](?: marca)?|tutti i prodotti|alle producten van|meer van|wszystkie produkty|zobacz (?:wszystkie|więcej)|все товары|другие товары)\s(.{1,60}?)(?:[\s-](?:store|shop|winkel|butiken|products?|produkte|artikel|collection|items?|brand))?$/iu,
]

/** The brand that a link to its shop or to its other goods names (`Visit the Acme Store`), or null where a text says no such thing. */
export function brandOfPhrase(text: string): string | null {
  const clean = cleanText(text)
  for (const phrase of PHRASES) {
    const name = phrase.exec(clean)?.[1]?.trim()
    if (name)
      return name
  }
  return null
}

/** A brand without what shops put around it: `Brand: Acme`, `Visit the Acme Store`, `by Acme`, `Acme®`. */
export function brandName(text: string): string {
  let name = cleanText(text).replace(LABEL, '').trim()
  for (const phrase of PHRASES)
    name = phrase.exec(name)?.[1]?.trim() ?? name
  return name.replace(/^by\s/, '').replace(/[®™©]+$/u, '').replace(/\s+\|\s+(?:\S.*)?$/u, '').trim()
}
