import type { Palette } from './tones.ts'

function blanket({ base, light, shade, deep }: Palette): string {
  const fringe = Array.from({ length: 17 }, (_, n) => `<path d="M${86 + n * 14.2} 318v18" stroke="${shade}" stroke-width="4" stroke-linecap="round"/>`)
  return `${fringe.join('')}<rect x="76" y="132" width="248" height="64" rx="30" fill="${light}"/><rect x="76" y="178" width="248" height="64" rx="30" fill="${base}"/><rect x="76" y="224" width="248" height="98" rx="20" fill="${shade}"/>
<path d="M76 250h248M76 266h248M76 290h248" stroke="${light}" stroke-width="5"/><path d="M120 132v60M280 132v60M120 184v54M280 184v54" stroke="${deep}" stroke-width="2" opacity=".35"/>`
}

function cushion({ base, light, shade, deep }: Palette): string {
  return `<path d="M84 112q116 22 232 0 18 104 0 208-116-20-232 0-18-104 0-208z" fill="${base}"/><path d="M84 112q116 22 232 0 4 22 6 46-122 24-244 0 2-24 6-46z" fill="${light}" opacity=".7"/>
<path d="M200 122v188M92 216h216" stroke="${shade}" stroke-width="2"/><circle cx="200" cy="216" r="9" fill="${deep}"/><path d="M200 216l-40-30M200 216l40-30M200 216l-40 32M200 216l40 32" stroke="${shade}" stroke-width="3"/>`
}

function towel({ base, light, shade, deep }: Palette): string {
  const weave = [150, 174, 198, 222].map(y => `<path d="M124 ${y}h152" stroke="${shade}" stroke-width="2" stroke-dasharray="5 7"/>`)
  return `<rect x="78" y="78" width="244" height="14" rx="7" fill="${deep}"/><path d="M116 84h168v216q-84 14-168 0z" fill="${base}"/>${weave.join('')}
<path d="M116 84h72v188q-36 6-72 0z" fill="${light}" opacity=".8"/><path d="M116 272q84 14 168 0v14q-84 14-168 0z" fill="${shade}"/><path d="M116 252q84 14 168 0v6q-84 14-168 0z" fill="${shade}"/>`
}

function rug({ base, light, shade, deep }: Palette): string {
  const rows = [0, 1, 2, 3].map(n => `<path d="M${128 - n * 16} ${164 + n * 42}l${(144 + n * 32) / 4} 18 ${(144 + n * 32) / 4}-18 ${(144 + n * 32) / 4} 18 ${(144 + n * 32) / 4}-18" fill="none" stroke="${n % 2 ? light : deep}" stroke-width="7"/>`)
  const fringe = Array.from({ length: 15 }, (_, n) => `<path d="M${68 + n * 18.9} 324l-3 18" stroke="${light}" stroke-width="4"/>`)
  return `<path d="M130 130h140l66 196H64z" fill="${base}"/><path d="M138 142h124l56 172H82z" fill="none" stroke="${shade}" stroke-width="4"/>${rows.join('')}${fringe.join('')}`
}

function scarf({ base, light, shade, deep }: Palette): string {
  const ribs = [138, 150, 162, 174].map(x => `<path d="M${x} 190v110" stroke="${shade}" stroke-width="3"/>`)
  return `<path d="M226 170h58v104q-28 8-58 0z" fill="${shade}"/><path d="M110 120q90-66 180 0 14 70-90 74-104-4-90-74z" fill="${base}"/><path d="M146 126q54-34 108 0 6 34-54 36-60-2-54-36z" fill="${deep}"/>
<path d="M126 176h62v130q-30 8-62 0z" fill="${light}"/>${ribs.join('')}<path d="M128 308v18M142 310v18M156 311v18M170 310v18M184 308v18" stroke="${base}" stroke-width="5"/>`
}

export const textiles = { blanket, cushion, towel, rug, scarf }
