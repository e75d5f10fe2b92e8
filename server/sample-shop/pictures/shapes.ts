import type { Palette } from './tones.ts'
import { bags } from './bags.ts'
import { garden } from './garden.ts'
import { knitwear } from './knitwear.ts'
import { lighting } from './lighting.ts'
import { tableware } from './tableware.ts'
import { textiles } from './textiles.ts'

/** Every drawing: SVG elements on a 400 × 400 sheet, standing on y ≈ 325. */
export const shapes = { ...tableware, ...lighting, ...textiles, ...bags, ...knitwear, ...garden } satisfies Record<string, (palette: Palette) => string>

export type Shape = keyof typeof shapes
