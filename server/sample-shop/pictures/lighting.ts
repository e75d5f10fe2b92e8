import type { Palette } from './tones.ts'

const glow = '<circle cx="200" cy="170" r="150" fill="#fff3c9" opacity=".55"/>'

function tableLamp({ base, light, shade, deep }: Palette): string {
  return `${glow}<path d="M192 196h16v60h-16z" fill="${deep}"/><path d="M150 256h100q26 66-8 68h-84q-34-2-8-68z" fill="${base}"/>
<path d="M160 266q-14 34-4 50" stroke="${light}" stroke-width="8" fill="none" stroke-linecap="round"/>
<path d="M146 88h108l40 112H106z" fill="#f6e7c1"/><path d="M146 88h108l5 14H141zM111 186h178l5 14H106z" fill="${shade}" opacity=".75"/>`
}

function pendant({ base, light, shade, deep }: Palette): string {
  return `<path d="M200 0v108" stroke="${deep}" stroke-width="4"/><rect x="186" y="104" width="28" height="30" rx="6" fill="${deep}"/>
<circle cx="200" cy="252" r="30" fill="#fff3c9"/><path d="M200 128q104 10 112 124H88q8-114 112-124z" fill="${base}"/>
<path d="M188 134q-64 18-78 104" stroke="${light}" stroke-width="9" fill="none" stroke-linecap="round"/><ellipse cx="200" cy="252" rx="112" ry="16" fill="${shade}"/><ellipse cx="200" cy="253" rx="92" ry="10" fill="#fbe7ac"/>`
}

function floorLamp({ base, light, shade, deep }: Palette): string {
  const rings = [62, 84, 106, 128, 150, 172].map(y => `<path d="M${200 - Math.sqrt(76 ** 2 - (y - 117) ** 2)} ${y}h${2 * Math.sqrt(76 ** 2 - (y - 117) ** 2)}" stroke="${shade}" stroke-width="1.5" opacity=".5"/>`)
  return `${glow}<path d="M200 190v130M200 230l-46 92M200 230l46 92" stroke="${deep}" stroke-width="7" stroke-linecap="round"/>
<circle cx="200" cy="117" r="76" fill="#fbf0d6"/>${rings.join('')}<circle cx="200" cy="117" r="76" fill="none" stroke="${base}" stroke-width="3"/><rect x="180" y="186" width="40" height="10" rx="5" fill="${light}"/>`
}

function clipLight({ base, light, shade, deep }: Palette): string {
  return `<path d="M120 316h160v14H120z" fill="${deep}"/><path d="M164 316q-20-80 40-110 60-30 34-84" fill="none" stroke="${shade}" stroke-width="9" stroke-linecap="round"/>
<path d="M226 70l74 44-28 46q-58-6-84-62z" fill="${base}"/><path d="M188 98q26 56 84 62l-10 40-104-62z" fill="#fff3c9" opacity=".8"/><path d="M226 70l20 12-40 26-18-10z" fill="${light}"/>`
}

function candle({ base, light, shade, deep }: Palette): string {
  return `<circle cx="200" cy="104" r="70" fill="#fff3c9" opacity=".7"/><path d="M200 70q26 34 0 58-26-24 0-58z" fill="#eeb04a"/><path d="M200 96q11 16 0 30-11-14 0-30z" fill="#fff6da"/>
<path d="M200 124v18" stroke="${deep}" stroke-width="4"/><path d="M152 148q48-16 96 0v158q-48 18-96 0z" fill="${base}"/><path d="M168 152v150" stroke="${light}" stroke-width="10" stroke-linecap="round"/>
<path d="M120 306q80 34 160 0v12q-80 30-160 0z" fill="${shade}"/>`
}

function lantern({ base, light, shade, deep }: Palette): string {
  return `<path d="M150 96q50-80 100 0" fill="none" stroke="${deep}" stroke-width="7"/><path d="M134 96h132l-14 32H148z" fill="${base}"/><rect x="140" y="128" width="120" height="160" fill="#fbf3dc"/>
<path d="M200 184q22 30 0 50-22-20 0-50z" fill="#eeb04a"/><rect x="184" y="234" width="32" height="54" rx="4" fill="${light}"/>
<path d="M140 128v160M260 128v160M200 128v40" stroke="${shade}" stroke-width="8"/><path d="M124 288h152v34H124z" fill="${base}"/>`
}

function globe({ base, light, shade, deep }: Palette): string {
  return `${glow}<path d="M130 286h140q10 40-14 40H144q-24 0-14-40z" fill="${deep}"/><ellipse cx="200" cy="214" rx="104" ry="90" fill="${light}"/>
<ellipse cx="200" cy="214" rx="104" ry="90" fill="#fff3c9" opacity=".6"/><path d="M124 180q20-44 66-50" stroke="#ffffff" stroke-width="10" fill="none" stroke-linecap="round"/><path d="M118 272q82 40 164 0" stroke="${base}" stroke-width="6" fill="none"/><path d="M140 298h120" stroke="${shade}" stroke-width="4"/>`
}

export const lighting = { tableLamp, pendant, floorLamp, clipLight, candle, lantern, globe }
