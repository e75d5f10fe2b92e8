/** An icon as Iconify's collections have it. */
interface Drawing {
  body: string
  width?: number
  height?: number
}

const drawings = new Map<string, Drawing>()

/** Called for each icon of the bundle at the start of the page. @param name as `lucide:check` */
export function addIcon(name: string, drawing: Drawing): void {
  drawings.set(`i-${name.replace(':', '-')}`, drawing)
}

/** @param name as `i-lucide-check` */
export const drawingOf = (name: string): Drawing | undefined => drawings.get(name)
