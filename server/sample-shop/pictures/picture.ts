import type { Shape } from './shapes.ts'
import type { Tone } from './tones.ts'
import { shapes } from './shapes.ts'
import { paletteOf } from './tones.ts'

/** A product's picture: always the same bytes for the same shape and tone. */
export function drawPicture(shape: Shape, tone: Tone): string {
  const palette = paletteOf(tone)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="800" height="800" role="img">
<defs><linearGradient id="wall" x2="0" y2="1"><stop stop-color="${palette.wall}"/><stop offset="1" stop-color="${palette.floor}"/></linearGradient></defs>
<rect width="400" height="400" fill="url(#wall)"/><path d="M0 296h400v104H0z" fill="${palette.floor}"/>
<ellipse cx="200" cy="328" rx="132" ry="14" fill="${palette.deep}" opacity=".22"/>
${shapes[shape](palette)}
</svg>
`
}
