import type { Palette } from './tones.ts'

function mug({ base, light, shade, deep }: Palette): string {
  return `<path d="M262 180c62-8 66 92-10 88" fill="none" stroke="${shade}" stroke-width="20" stroke-linecap="round"/>
<path d="M126 152h144v118q0 44-44 44h-56q-44 0-44-44z" fill="${base}"/>
<path d="M126 226h144v44q0 44-44 44h-56q-44 0-44-44z" fill="${light}"/>
<ellipse cx="198" cy="152" rx="72" ry="18" fill="${shade}"/><ellipse cx="198" cy="155" rx="60" ry="12" fill="${deep}"/>`
}

function bowl({ base, light, shade, deep }: Palette): string {
  const ribs = [130, 158, 186, 214, 242, 270].map(x => `<path d="M${x} 212Q${(x + 200) / 2} 290 ${(x + 400) / 3} 316" stroke="${light}" stroke-width="4" fill="none" opacity=".7"/>`)
  return `<path d="M92 200h216q-4 118-80 122h-56q-76-4-80-122z" fill="${base}"/>${ribs.join('')}
<ellipse cx="200" cy="200" rx="108" ry="28" fill="${shade}"/><ellipse cx="200" cy="205" rx="92" ry="20" fill="${deep}"/>`
}

function plate({ base, light, shade, deep }: Palette): string {
  const specks = Array.from({ length: 34 }, (_, n) => {
    const angle = n * 2.4
    const radius = 12 + n * 2.7
    return `<circle cx="${(200 + Math.cos(angle) * radius).toFixed(1)}" cy="${(206 + Math.sin(angle) * radius).toFixed(1)}" r="${1.2 + n % 3 * 0.7}" fill="${deep}" opacity=".45"/>`
  })
  return `<circle cx="200" cy="206" r="124" fill="${shade}"/><circle cx="200" cy="202" r="122" fill="${light}"/>
<circle cx="200" cy="202" r="84" fill="${base}" opacity=".55"/>${specks.join('')}`
}

function teapot({ base, light, shade, deep }: Palette): string {
  return `<path d="M286 218q44-8 52-58" fill="none" stroke="${base}" stroke-width="22" stroke-linecap="round"/>
<path d="M134 170q0-86 66-86t66 86" fill="none" stroke="${deep}" stroke-width="9"/>
<path d="M96 232q0-66 104-66t104 66q0 82-76 84h-56q-76-2-76-84z" fill="${base}"/>
<path d="M97 246q104 34 206 0-6 68-75 70h-56q-69-2-75-70z" fill="${light}"/>
<ellipse cx="200" cy="170" rx="58" ry="15" fill="${shade}"/><circle cx="200" cy="150" r="13" fill="${deep}"/>`
}

function pitcher({ base, light, shade, deep }: Palette): string {
  return `<path d="M252 152c70 0 62 104-2 112" fill="none" stroke="${shade}" stroke-width="17" stroke-linecap="round"/>
<path d="M140 108l-22-14q14-10 36-8h88q10 70 18 118 10 112-28 118h-64q-38-6-28-118 6-50 0-96z" fill="${base}"/>
<path d="M139 220h122q6 96-29 102h-64q-35-6-29-102z" fill="${light}"/><path d="M118 94q20-14 124-8l-4 14q-80-4-98 8z" fill="${deep}"/>`
}

function jar({ base, light, shade, deep }: Palette): string {
  return `<path d="M120 190h160v88q0 42-42 42h-76q-42 0-42-42z" fill="${base}"/><path d="M120 252h160v26q0 42-42 42h-76q-42 0-42-42z" fill="${light}"/>
<path d="M108 168h184q8 0 8 12v8q0 10-8 10H108q-8 0-8-10v-8q0-12 8-12z" fill="${shade}"/><rect x="184" y="136" width="32" height="34" rx="14" fill="${deep}"/>`
}

function vase({ base, light, shade, deep }: Palette): string {
  return `<path d="M200 150q-8-60 26-98M202 140q-2-40-34-66M202 140q10-34 44-44" stroke="#6f7d4f" stroke-width="4" fill="none"/>
<circle cx="228" cy="52" r="15" fill="${shade}"/><circle cx="166" cy="72" r="12" fill="${light}"/><circle cx="248" cy="94" r="10" fill="${deep}"/>
<path d="M178 142h44q-4 40 22 64 34 34 12 86-10 28-36 30h-40q-26-2-36-30-22-52 12-86 26-24 22-64z" fill="${base}"/>
<path d="M178 142h44l-1 12h-42z" fill="${deep}"/><path d="M160 220q-24 40-6 78" stroke="${light}" stroke-width="9" fill="none" stroke-linecap="round"/>`
}

export const tableware = { mug, bowl, plate, teapot, pitcher, jar, vase }
