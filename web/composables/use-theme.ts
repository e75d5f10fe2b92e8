import { computed, onScopeDispose, ref, watchEffect } from 'vue'

export type Theme = 'auto' | 'light' | 'dark'

/** Also read by `public/theme.js`, before the first paint. */
const storageKey = 'gleaner:theme'

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === 'light' || stored === 'dark' ? stored : 'auto'
  }
  catch {
    return 'auto'
  }
}

/** Light, dark, or what the system says, followed while the page is open. */
export function useTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = ref(system.matches)
  const theme = ref<Theme>(storedTheme())
  const isDark = computed(() => theme.value === 'auto' ? systemIsDark.value : theme.value === 'dark')

  const follow = () => systemIsDark.value = system.matches
  system.addEventListener('change', follow)
  onScopeDispose(() => system.removeEventListener('change', follow))
  watchEffect(() => document.documentElement.classList.toggle('dark', isDark.value))

  function setTheme(next: Theme) {
    theme.value = next
    try {
      localStorage.setItem(storageKey, next)
    }
    catch {
      // A browser that keeps nothing: the choice lasts until the page is closed.
    }
  }

  return { theme, isDark, setTheme }
}
