import type { Plugin } from 'vite'

/**
 * Nuxt UI writes its colours into an inline `<style>` through unhead. Ours are in `styles/palette.css`,
 * so both are left out: a content security policy without `unsafe-inline` holds, and 12 KB are saved.
 */
export function localOnly(): Plugin {
  return {
    name: 'gleaner:local-only',
    enforce: 'pre',
    transform(_code, id) {
      if (/@nuxt\/ui\/dist\/runtime\/(?:plugins\/colors|vue\/plugins\/head)\.js/.test(id))
        return { code: 'export default { install() {} }', map: null }
    },
  }
}
