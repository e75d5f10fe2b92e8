import { fileURLToPath } from 'node:url'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, loadEnv } from 'vite'
import { lightIcons } from './web/build/light-icons.ts'
import { localOnly } from './web/build/local-only.ts'
import { precompress } from './web/build/precompress.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, here, 'GLEANER_').GLEANER_API ?? 'http://127.0.0.1:3000'
  return {
    root: 'web',
    define: {
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
      __INTLIFY_DROP_MESSAGE_COMPILER__: false,
      __VUE_PROD_DEVTOOLS__: false,
    },
    cacheDir: `${here}node_modules/.vite`,
    plugins: [
      localOnly(),
      lightIcons(),
      vue(),
      ui({
        root: here,
        dts: false,
        autoImport: false,
        colorMode: false,
        theme: { colors: ['primary', 'secondary', 'success', 'info', 'warning', 'error'] },
        icon: { clientBundle: { scan: { globInclude: ['**/*.{vue,ts}'] } } },
        ui: {
          colors: { primary: 'pine', secondary: 'wheat', success: 'pine', info: 'slate', warning: 'ember', error: 'brick', neutral: 'olive' },
          button: {
            slots: { base: 'cursor-pointer font-medium' },
            variants: { size: { md: { leadingIcon: 'size-4', trailingIcon: 'size-4' } } },
          },
          input: { variants: { size: { md: { leadingIcon: 'size-4' } } } },
          modal: { slots: { wrapper: 'min-w-0 pe-8', title: 'text-base font-semibold break-words', description: 'break-words' }, variants: { overlay: { true: { overlay: 'bg-neutral-950/45 dark:bg-black/60' } } } },
          toast: { slots: { title: 'break-words', description: 'break-words' } },
          slideover: { slots: { wrapper: 'min-w-0 pe-8', title: 'text-base font-semibold break-words', description: 'break-words', overlay: 'bg-neutral-950/45 dark:bg-black/60' } },
        },
      }),
      precompress(),
    ],
    build: {
      outDir: '../dist/web',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        // Building a zod schema has no effect but the schema: pages that want only a table beside it leave zod out.
        treeshake: { manualPureFunctions: ['z'] },
        // What most pages share comes in one file with the start: sixty small ones waited for each other. Fewer sharers
        // would make the start larger than it may be (test/web/build/entry-size.test.ts).
        output: { codeSplitting: { groups: [{ name: 'base', minShareCount: 12 }] } },
      },
    },
    server: {
      host: '127.0.0.1',
      proxy: {
        '/api': { target: api, ws: true },
        '/openapi.json': api,
        '/reference': api,
        '/bull': api,
        '/readyz': api,
      },
    },
  }
})
