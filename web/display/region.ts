/** The first of the browser's tags that is of this language: British and American English write dates differently. */
export function regionOf(language: string, tags: readonly string[]): string {
  return tags.find(tag => tag === language || tag.startsWith(`${language}-`)) ?? language
}
