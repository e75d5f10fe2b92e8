/*
 * Making one of Intl's formatters costs a hundred times what using it does (ECMA-402 has it look up the whole locale), and a
 * list of fifty rows needs some two hundred. Each is made once for a language and its options.
 */

function kept<Options extends object, Formatter>(make: (locale: string, options?: Options) => Formatter) {
  const made = new Map<string, Formatter>()
  return (locale: string, options?: Options): Formatter => {
    const key = options === undefined ? locale : locale + JSON.stringify(options)
    let formatter = made.get(key)
    if (formatter === undefined) {
      // What raises, as an unknown currency does, is not kept.
      formatter = make(locale, options)
      made.set(key, formatter)
    }
    return formatter
  }
}

export const numberFormat = kept<Intl.NumberFormatOptions, Intl.NumberFormat>((locale, options) => new Intl.NumberFormat(locale, options))
export const dateFormat = kept<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>((locale, options) => new Intl.DateTimeFormat(locale, options))
export const relativeFormat = kept<Intl.RelativeTimeFormatOptions, Intl.RelativeTimeFormat>((locale, options) => new Intl.RelativeTimeFormat(locale, options))
export const listFormat = kept<Intl.ListFormatOptions, Intl.ListFormat>((locale, options) => new Intl.ListFormat(locale, options))
