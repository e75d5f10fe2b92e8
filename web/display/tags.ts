/** Tags as people type them: words with commas between. */
export function tagsOf(typed: string): string[] {
  return [...new Set(typed.split(',').map(tag => tag.trim()).filter(tag => tag !== ''))]
}

export function typedTags(tags: string[] | undefined): string {
  return (tags ?? []).join(', ')
}
