import type { Category } from '../item.ts'
import { bags } from './bags.ts'
import { garden } from './garden.ts'
import { knitwear } from './knitwear.ts'
import { lighting } from './lighting.ts'
import { tableware } from './tableware.ts'
import { textiles } from './textiles.ts'

/** In the order of the shop's menu. */
export const categories: readonly Category[] = [tableware, lighting, textiles, bags, knitwear, garden]
