import type en from './en.ts'
import { createI18n } from 'vue-i18n'
import english from './en.ts'

export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

type Texts<Node> = { [Key in keyof Node]: Node[Key] extends string ? string : Texts<Node[Key]> }
/** The shape of every catalogue: a missing or a superfluous key does not compile. */
export type Catalogue = Texts<typeof en>

const storageKey = 'gleaner:language'

/** The viewer's choice, else the first of the browser's languages that we speak, else English. */
export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  const wished = [stored, ...browser.map(tag => tag.slice(0, 2).toLowerCase())]
  return wished.find((tag): tag is Language => tag !== null && tag in languages) ?? 'en'
}

export function createTexts() {
  return createI18n<[Catalogue], Language, false>({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en: english } as Record<Language, Catalogue>,
  })
}

/** What showing a language needs of vue-i18n's composer. */
interface Shown { locale: { value: string }, setLocaleMessage: (locale: never, messages: never) => void }

/** Loads the catalogue when it is needed, shows it, and remembers the choice. */
export async function showLanguage(i18n: Shown, language: Language) {
  if (language === 'de')
    i18n.setLocaleMessage(language as never, (await import('./de.ts')).default as never)
  i18n.locale.value = language
  document.documentElement.lang = language
}

export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  }
  catch {
    return null
  }
}

export function storeLanguage(language: Language) {
  try {
    localStorage.setItem(storageKey, language)
  }
  catch {
    // A browser that keeps nothing: the choice lasts until the page is closed.
  }
}
