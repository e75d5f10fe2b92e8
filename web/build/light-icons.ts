import type { Plugin } from 'vite'
import { fileURLToPath } from 'node:url'

const component = fileURLToPath(new URL('../components/ui/icon.ts', import.meta.url))
const drawings = fileURLToPath(new URL('../components/ui/drawings.ts', import.meta.url))

/** Has Nuxt UI draw its icons by our component, from our store of them, and leaves Iconify's runtime out. */
export function lightIcons(): Plugin {
  return {
    name: 'gleaner:light-icons',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (id === '@iconify/vue')
        return drawings
      if (!id.endsWith('/Icon.vue'))
        return
      const found = await this.resolve(id, importer, { ...options, skipSelf: true })
      return found && /@nuxt\/ui\/dist\/runtime\/(?:vue\/)?components\/Icon\.vue$/.test(found.id) ? component : found
    },
  }
}
