import de from '../../web/i18n/de.ts'
import { createTexts } from '../../web/i18n/index.ts'

/**
 * The catalogues in both languages, for files that let this stand for vue-i18n's own. There is one of it, because files of
 * one worker share their modules: what one has put in vue-i18n's place, the next still finds there.
 */
export const { global: texts } = createTexts()
texts.setLocaleMessage('de', de)
