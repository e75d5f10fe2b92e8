/** The handles that are a part of none of the addresses. */
export function handlesNotIn(addresses: Iterable<string>, handles: ReadonlySet<string>): string[] {
  if (handles.size === 0)
    return []
  const parts = new Set([...addresses].flatMap(address => address.split(/[/?=&.]/)))
  return [...handles].filter(handle => !parts.has(handle))
}

/**
 * Where products live whose data gives no address, by those of which both the handle and the address are known: the one
 * beginning and end around the handle that most of them share (`https://shop.example/p/`, ``). Null where none is known.
 */
export function patternOf(addresses: Iterable<string>, handles: ReadonlySet<string>): { before: string, behind: string } | null {
  const counts = new Map<string, number>()
  for (const address of addresses) {
    const { pathname, origin } = new URL(address)
    const at = pathname.replace(/\/$/, '').lastIndexOf('/') + 1
    const [handle = ''] = /^[^/.]+/.exec(pathname.slice(at)) ?? []
    if (handles.has(decoded(handle))) {
      const pattern = `${origin}${pathname.slice(0, at)} ${pathname.slice(at + handle.length)}`
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
    }
  }
  const [pattern] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const [before, behind] = pattern?.split(' ') ?? []
  return before === undefined ? null : { before, behind: behind ?? '' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return text
  }
}
