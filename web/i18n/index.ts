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
  const i18n = createI18n<[Catalogue], Language, false>({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en: english } as Record<Language, Catalogue>,
  })
  keepPlain(i18n.global)
  return i18n
}

/**
 * A text without values is the same each time, but vue-i18n resolves it anew: in a list of fifty rows that was a tenth of the
 * time it took. Each is kept for its language, once its catalogue is there.
 */
function keepPlain(composer: { locale: { value: string }, t: unknown }) {
  const translate = composer.t as (key: string, ...values: unknown[]) => string
  const kept = new Map<string, string>()
  composer.t = (key: string, ...values: unknown[]) => {
    if (values.length > 0)
      return translate(key, ...values)
    const id = `${composer.locale.value} ${key}`
    let text = kept.get(id)
    if (text === undefined) {
      text = translate(key)
      kept.set(id, text)
    }
    return text
  }
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
