/** Words right before an amount, with or without a colon between. */
export function rightBefore(words: readonly string[]): RegExp {
  return new RegExp(`(?:${words.join('|')})\\s*(?::\\s*)?$`, 'iu')
}

/** Words right behind an amount. */
export function rightBehind(words: readonly string[]): RegExp {
  return new RegExp(`^[\\s)*]*(?:${words.join('|')})`, 'iu')
}
