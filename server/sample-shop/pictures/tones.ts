const bases = {
  oat: '#d9c7a3',
  clay: '#c4714f',
  moss: '#7d8a57',
  sage: '#a3b596',
  ink: '#3c4a5e',
  sky: '#8fb3c9',
  rust: '#a8502f',
  plum: '#7c4a61',
  rose: '#d59a92',
  butter: '#e6c168',
  slate: '#77818a',
  brass: '#c39a4b',
  chalk: '#ece5d8',
  bark: '#7a5a43',
} as const

export type Tone = keyof typeof bases

/** The colours that one picture is drawn in. */
export interface Palette {
  base: string
  light: string
  shade: string
  deep: string
  wall: string
  floor: string
}

function mix(color: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [color, other].map(hex => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number]
    return Math.round(from + (to - from) * share).toString(16).padStart(2, '0')
  })
  return `#${channels.join('')}`
}

export function paletteOf(tone: Tone): Palette {
  const base = bases[tone]
  return {
    base,
    light: mix(base, '#ffffff', 0.35),
    shade: mix(base, '#2b2118', 0.18),
    deep: mix(base, '#2b2118', 0.45),
    wall: mix(base, '#f7f2e9', 0.82),
    floor: mix(base, '#efe6d6', 0.66),
  }
}

export function isTone(word: string): word is Tone {
  return Object.hasOwn(bases, word)
}
