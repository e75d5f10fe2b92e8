import type { Palette } from './tones.ts'
import * as bags from './bags.ts'
import * as garden from './garden.ts'
import * as knitwear from './knitwear.ts'
import * as lighting from './lighting.ts'
import * as tableware from './tableware.ts'
import * as textiles from './textiles.ts'

/** Every drawing: SVG elements on a 400 × 400 sheet, standing on y ≈ 325. */
export const shapes = { ...tableware, ...lighting, ...textiles, ...bags, ...knitwear, ...garden } satisfies Record<string, (palette: Palette) => string>

export type Shape = keyof typeof shapes
