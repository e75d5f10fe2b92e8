import { defineShortcuts } from '@nuxt/ui/composables'
import { useRouter } from 'vue-router'
import { destinations } from '../components/app/navigation.ts'
import { useKeys } from './use-keys.ts'

/** The keys that work on every page. Keys typed into a field stay there. */
export function usePageKeys(actions: { help: () => void, palette: () => void }) {
  const router = useRouter()
  defineShortcuts({ meta_k: { usingInput: true, handler: actions.palette } })
  useKeys({
    '?': actions.help,
    '/': focusSearch,
    ...Object.fromEntries(destinations.map(({ key, to }) => [`g-${key}`, () => void router.push(to)])),
  })
}

function focusSearch() {
  document.querySelector<HTMLInputElement>('[data-search] input, input[data-search]')?.focus()
}
