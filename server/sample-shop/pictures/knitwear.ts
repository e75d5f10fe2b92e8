import type { Palette } from './tones.ts'

function sweater({ base, light, shade, deep }: Palette): string {
  const cables = [160, 200, 240].map(x => `<path d="M${x} 130q-12 16 0 32t0 32 0 32 0 32 0 32" fill="none" stroke="${light}" stroke-width="6"/>`)
  return `<path d="M128 118l-70 150 46 26 34-70zM272 118l70 150-46 26-34-70z" fill="${shade}"/><path d="M128 112q72 34 144 0l14 202q-86 14-172 0z" fill="${base}"/>${cables.join('')}
<path d="M158 110q42 44 84 0l-8-14q-34 26-68 0z" fill="${deep}"/><path d="M114 296q86 14 172 0v22q-86 14-172 0z" fill="${shade}"/><path d="M62 258l48 28-6 12-48-28zM338 258l-48 28 6 12 48-28z" fill="${deep}"/>`
}

function cardigan({ base, light, shade, deep }: Palette): string {
  return `<path d="M128 118l-70 150 46 26 34-70zM272 118l70 150-46 26-34-70z" fill="${shade}"/><path d="M128 112q30 14 58 10l14 190q-50 8-86 2zM272 112q-30 14-58 10l-14 190q50 8 86 2z" fill="${base}"/>
<path d="M150 104q26 30 50 98 24-68 50-98l18 12q-40 70-56 198h-24q-16-128-56-198z" fill="${light}"/><circle cx="200" cy="230" r="7" fill="${deep}"/><circle cx="200" cy="262" r="7" fill="${deep}"/><circle cx="200" cy="294" r="7" fill="${deep}"/>`
}

function beanie({ base, light, shade, deep }: Palette): string {
  const ribs = [-72, -48, -24, 0, 24, 48, 72].map(x => `<path d="M${200 + x} 250Q${200 + x * 0.9} 150 ${200 + x * 0.25} 106" fill="none" stroke="${shade}" stroke-width="4"/>`)
  const folds = Array.from({ length: 12 }, (_, n) => `<path d="M${106 + n * 17} 250v62" stroke="${base}" stroke-width="4"/>`)
  return `<path d="M100 254q0-156 100-156t100 156z" fill="${base}"/>${ribs.join('')}<rect x="92" y="244" width="216" height="74" rx="22" fill="${light}"/>${folds.join('')}<circle cx="200" cy="94" r="22" fill="${deep}"/>`
}

function socks({ base, light, shade, deep }: Palette): string {
  const sock = `<path d="M0 0h66v126q0 22 24 36 42 22 42 44 0 20-26 20H48q-48 0-48-52z" fill="${base}"/><path d="M0 0h66v34H0z" fill="${shade}"/><path d="M0 168q0 58 48 58h14Q40 190 0 168zM132 206q0 20-26 20H92q-2-34 14-46 26 14 26 26z" fill="${light}"/><path d="M0 52h66M0 64h66" stroke="${deep}" stroke-width="4"/>`
  return `<g transform="translate(176 84)" opacity=".92">${sock}</g><g transform="translate(104 100)">${sock}</g>`
}

function mittens({ base, light, shade, deep }: Palette): string {
  const mitten = `<path d="M24 210V84Q24 10 76 10t52 74v126z" fill="${base}"/><path d="M24 150q-44-22-34-62t34-8z" fill="${base}"/><path d="M18 196h116v44H18z" fill="${shade}"/><path d="M76 60l18 24-18 24-18-24zM76 116l18 24-18 24-18-24z" fill="${light}"/><path d="M34 196v44M54 196v44M74 196v44M94 196v44M114 196v44" stroke="${deep}" stroke-width="3" opacity=".5"/>`
  return `<g transform="translate(66 78) rotate(-6)">${mitten}</g><g transform="translate(340 62) scale(-1 1) rotate(-6)">${mitten}</g>`
}

export const knitwear = { sweater, cardigan, beanie, socks, mittens }
