import { mayBeName } from './brand-words.ts'
import { cleanText } from './text.ts'

const LABEL = /^.{0,40}?(?:^|[^\p{L}])(?:brand|marke|marque|marca|merk|hersteller|manufacturer|vendor|designer|producer|fabricante|fabricant|produttore|producent|бренд|производитель|марка|tootja|bränd|výrobce|výrobca|značka|märke|mærke|merke|marka|ブランド|メーカー|品牌|브랜드|العلامة التجارية)\s?[:：]/iu
/** Words of a link that a brand's name follows; behind the others any kind of goods may follow (`Shop all Lighting`). */
const BEFORE_NAME = 'visit the|more from|more by|besuchen? (?:sie )?den|visiter la boutique|visita lo store di|visita la tienda de|visite a loja|bezoek de|besök|odwiedź sklep|navštivte obchod|all products (?:by|from)|alle (?:artikel|produkte) von|mehr von|weitere artikel von|plus de produits de|ver todo de|ver todos los productos de|ver más de|ver mais (?:artigos|produtos) d[aeo](?: marca)?|alle producten van|meer van'
const BEFORE_ANY = 'shop the|shop all|shop more|view all|see all|view more|see more|tous les produits|voir tous les produits|plus de produits|tutti i prodotti|wszystkie produkty|zobacz (?:wszystkie|więcej)|все товары|другие товары'
const BEHIND = '(?:[\\s-](?:store|shop|winkel|butiken|products?|produkte|artikel|collection|items?|brand))?$'
const phraseOf = (before: string) => new RegExp(`^(?:${before})\\s(.{1,60}?)${BEHIND}`, 'iu')
const SURE = phraseOf(BEFORE_NAME)
const UNSURE = phraseOf(BEFORE_ANY)

export interface PhraseBrand {
  name: string
  /** The phrase is said of brands only, and what follows is written as a name. */
  isSure: boolean
}

/** The brand that a link to its shop or to its other goods names (`Visit the Acme Store`), or null where a text says no such thing. */
export function brandOfPhrase(text: string): PhraseBrand | null {
  const clean = cleanText(text)
  const sure = SURE.exec(clean)?.[1]?.trim()
  const name = sure ?? UNSURE.exec(clean)?.[1]?.trim()
  return name && mayBeName(name) ? { name, isSure: sure !== undefined && !/^\p{Ll}/u.test(name) } : null
}

/** A brand without what shops put around it: `Brand: Acme`, `Visit the Acme Store`, `by Acme`, `Acme®`. */
export function brandName(text: string): string {
  let name = cleanText(text).replace(LABEL, '').trim()
  for (const phrase of [SURE, UNSURE])
    name = phrase.exec(name)?.[1]?.trim() ?? name
  return name.replace(/^by\s/, '').replace(/[®™©]+$/u, '').replace(/\s+\|\s+(?:\S.*)?$/u, '').trim()
}
