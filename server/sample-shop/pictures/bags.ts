import type { Palette } from './tones.ts'

function tote({ base, light, shade, deep }: Palette): string {
  return `<path d="M148 168q0-100 52-100t52 100" fill="none" stroke="${deep}" stroke-width="11"/><path d="M104 156h192l16 164q-112 14-224 0z" fill="${base}"/><path d="M104 156h192l2 24H102z" fill="${shade}"/>
<path d="M148 226q52-30 104 0v50q-52 14-104 0z" fill="${light}"/><path d="M150 228q50-27 100 0" fill="none" stroke="${deep}" stroke-width="2" stroke-dasharray="6 5"/>`
}

function backpack({ base, light, shade, deep }: Palette): string {
  return `<path d="M168 92q0-34 32-34t32 34" fill="none" stroke="${deep}" stroke-width="10"/><path d="M112 180q0-96 88-96t88 96v140q-88 14-176 0z" fill="${base}"/><path d="M112 180q0-96 88-96t88 96v24q-88 22-176 0z" fill="${shade}"/>
<rect x="136" y="228" width="128" height="78" rx="16" fill="${light}"/><path d="M136 252h128" stroke="${deep}" stroke-width="3"/><rect x="158" y="186" width="12" height="44" fill="${deep}"/><rect x="230" y="186" width="12" height="44" fill="${deep}"/>`
}

function weekender({ base, light, shade, deep }: Palette): string {
  return `<path d="M138 176q4-84 62-84t62 84" fill="none" stroke="${deep}" stroke-width="11"/><path d="M76 200q4-44 50-44h148q46 0 50 44v92q0 30-30 30H106q-30 0-30-30z" fill="${base}"/>
<path d="M76 270h248v22q0 30-30 30H106q-30 0-30-30z" fill="${shade}"/><path d="M100 174h200" stroke="${deep}" stroke-width="3" stroke-dasharray="7 5"/><path d="M138 164h20v156h-20zM242 164h20v156h-20z" fill="${light}"/><rect x="182" y="206" width="36" height="24" rx="6" fill="${deep}"/>`
}

function pouch({ base, light, shade, deep }: Palette): string {
  return `<path d="M84 172h232l-8 132q-2 16-18 16H110q-16 0-18-16z" fill="${base}"/><path d="M84 156h232v26H84z" fill="${shade}"/><path d="M92 169h206" stroke="${light}" stroke-width="4" stroke-dasharray="6 4"/>
<path d="M298 169l34 36" stroke="${deep}" stroke-width="7" stroke-linecap="round"/><rect x="120" y="244" width="62" height="40" rx="5" fill="${light}"/><path d="M130 258h42M130 270h28" stroke="${shade}" stroke-width="3"/>`
}

function crossbody({ base, light, shade, deep }: Palette): string {
  return `<path d="M110 200Q140 20 200 20t90 180" fill="none" stroke="${deep}" stroke-width="7"/><path d="M92 196h216v84q0 44-46 44H138q-46 0-46-44z" fill="${base}"/><path d="M92 190h216v28q0 52-108 52T92 218z" fill="${shade}"/>
<circle cx="200" cy="262" r="14" fill="#c39a4b"/><path d="M98 200h204" stroke="${light}" stroke-width="3" stroke-dasharray="7 5"/>`
}

function stringBag({ base, light, shade, deep }: Palette): string {
  const mesh = [-3, -2, -1, 0, 1, 2, 3].map(n => `<path d="M${200 + n * 18} 166Q${200 + n * 46} 250 ${200 + n * 14} 322" fill="none" stroke="${base}" stroke-width="4"/>`)
  const rows = [196, 226, 256, 286].map((y, n) => `<path d="M${[118, 92, 92, 114][n]} ${y}q${[82, 108, 108, 86][n]} 22 ${[164, 216, 216, 172][n]} 0" fill="none" stroke="${shade}" stroke-width="4"/>`)
  return `<path d="M144 168q-6-110 56-110t56 110" fill="none" stroke="${deep}" stroke-width="9"/><circle cx="160" cy="270" r="36" fill="#d98e4a"/><circle cx="236" cy="266" r="40" fill="#b9a94c"/><circle cx="200" cy="222" r="34" fill="#c46a4a"/>
${mesh.join('')}${rows.join('')}<path d="M140 166h120" stroke="${light}" stroke-width="10" stroke-linecap="round"/>`
}

export const bags = { tote, backpack, weekender, pouch, crossbody, stringBag }
