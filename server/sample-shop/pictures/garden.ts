import type { Palette } from './tones.ts'

const leaves = '#6f8050'

function wateringCan({ base, light, shade, deep }: Palette): string {
  return `<path d="M150 170q60-110 136 6" fill="none" stroke="${shade}" stroke-width="13"/><path d="M146 244L66 148" stroke="${base}" stroke-width="20" stroke-linecap="round"/><path d="M34 162l54-46 10 12-54 46z" fill="${deep}"/>
<path d="M286 196q52 10 4 92" fill="none" stroke="${shade}" stroke-width="13"/><path d="M138 168h156l10 152H128z" fill="${base}"/><path d="M133 244h166l5 76H128z" fill="${light}"/><ellipse cx="216" cy="168" rx="78" ry="13" fill="${deep}"/>`
}

function planter({ base, light, shade, deep }: Palette): string {
  return `<path d="M200 200q-70-30-74-110 66 16 74 110zM200 200q-8-90 46-140 34 78-46 140zM200 200q30-70 104-62-20 66-104 62zM200 200q-60 10-92-34 54-26 92 34z" fill="${leaves}"/><path d="M200 200q-40-50-60-92M200 200q10-70 38-112M200 200q46-22 84-52" stroke="#56653c" stroke-width="3" fill="none"/>
<path d="M118 214h164l-20 108H138z" fill="${base}"/><path d="M138 250h-13l13 72h124l4-20q-80 6-128-52z" fill="${shade}" opacity=".5"/><path d="M106 188h188v34H106z" fill="${light}"/><path d="M106 214h188v8H106z" fill="${deep}" opacity=".35"/>`
}

function hangingPlanter({ base, light, shade, deep }: Palette): string {
  return `<path d="M200 0L120 196M200 0l80 196M200 0v190" stroke="${deep}" stroke-width="4"/><path d="M132 200q-50 40-34 110M160 204q-20 60-6 128M268 200q50 40 30 104M240 204q26 50 14 112" stroke="${leaves}" stroke-width="9" fill="none" stroke-linecap="round" stroke-dasharray="2 15"/>
<path d="M104 192h192q-6 96-96 98-90-2-96-98z" fill="${base}"/><ellipse cx="200" cy="192" rx="96" ry="18" fill="${shade}"/><path d="M150 190q20-50 50 0 34-56 50 0" fill="${leaves}"/><path d="M126 220q12 44 52 58" stroke="${light}" stroke-width="8" fill="none" stroke-linecap="round"/>`
}

function trowel({ base, light, shade, deep }: Palette): string {
  return `<g transform="rotate(38 200 200)"><rect x="182" y="36" width="36" height="120" rx="18" fill="${base}"/><path d="M190 50v88" stroke="${light}" stroke-width="7" stroke-linecap="round"/><rect x="186" y="150" width="28" height="22" fill="${deep}"/><path d="M194 170h12v44h-12z" fill="#9aa0a2"/><path d="M156 212h88v72q-8 62-44 78-36-16-44-78z" fill="#b9bfc0"/><path d="M200 212h44v72q-8 62-44 78z" fill="#a2a9ab"/><path d="M182 130h36" stroke="${shade}" stroke-width="5"/></g>`
}

function twine({ base, light, shade, deep }: Palette): string {
  const turns = [0, 24, 48, 72, 96].map(n => `<path d="M${112 + n * 0.2} ${190 + n}q88 ${30 - n * 0.2} ${176 - n * 0.4} 0" fill="none" stroke="${n % 48 ? light : shade}" stroke-width="9"/>`)
  return `<ellipse cx="200" cy="238" rx="100" ry="86" fill="${base}"/>${turns.join('')}<path d="M292 262q50 20 30 64-30 10-60-4" fill="none" stroke="${shade}" stroke-width="6" stroke-linecap="round"/><rect x="168" y="140" width="64" height="26" rx="8" fill="${deep}"/>`
}

function seedBox({ base, light, shade, deep }: Palette): string {
  const packets = [96, 146, 196, 246].map((x, n) => `<rect x="${x}" y="${132 - n % 2 * 16}" width="58" height="110" rx="4" fill="${n % 2 ? '#f3ead5' : light}"/><circle cx="${x + 29}" cy="${168 - n % 2 * 16}" r="15" fill="${['#c4714f', leaves, '#e6c168', '#7c4a61'][n]}"/>`)
  return `${packets.join('')}<path d="M76 200h248v120H76z" fill="${base}"/><path d="M76 200h248v16H76zM76 258h248v4H76z" fill="${shade}"/><rect x="164" y="272" width="72" height="30" rx="3" fill="${deep}"/><path d="M176 287h48" stroke="${light}" stroke-width="4"/>`
}

function apron({ base, light, shade, deep }: Palette): string {
  return `<path d="M160 96q-4-60 40-60t40 60" fill="none" stroke="${deep}" stroke-width="8"/><path d="M110 204q-50 4-66 34M290 204q50 4 66 34" fill="none" stroke="${deep}" stroke-width="7" stroke-linecap="round"/>
<path d="M154 92h92q2 70 46 104l4 132q-96 14-192 0l4-132q44-34 46-104z" fill="${base}"/><path d="M136 220h128v70q-64 10-128 0z" fill="${light}"/><path d="M200 222v72M136 232h128" stroke="${shade}" stroke-width="3" stroke-dasharray="6 5"/><path d="M154 92h92v14h-92z" fill="${shade}"/>`
}

function birdBath({ base, light, shade, deep }: Palette): string {
  return `<path d="M182 212h36l12 92h-60z" fill="${shade}"/><path d="M140 300h120q20 24-6 26H146q-26-2-6-26z" fill="${base}"/><path d="M72 178h256q-14 52-128 54-114-2-128-54z" fill="${base}"/><ellipse cx="200" cy="178" rx="128" ry="22" fill="${light}"/><ellipse cx="200" cy="180" rx="108" ry="15" fill="#a9c6d3"/>
<path d="M262 160q-2-34 26-34 16 0 18 16l14 4-14 6q-4 18-28 20z" fill="${deep}"/><circle cx="294" cy="140" r="3" fill="#fff"/>`
}

export const garden = { wateringCan, planter, hangingPlanter, trowel, twine, seedBox, apron, birdBath }
