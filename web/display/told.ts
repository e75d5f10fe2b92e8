import type { Telling, Told, ToldValue } from '../../server/contract/index.ts'
import type { ToldValueKind, ToldValueName } from '../../server/contract/told/values.ts'
import type { ToldCode } from '../../server/contract/told/words.ts'
import { toldValues } from '../../server/contract/told/values.ts'
import { joinTold, placeholdersOf, toldWords } from '../../server/contract/told/words.ts'

/** How each kind of value is written, and the words of a code with written values in them; `n` chooses the plural. */
export interface ToldWriter {
  value: Record<ToldValueKind, (value: never) => string>
  words: (code: string, values: Record<string, string>, n: number) => string
}

/**
 * A text of the server in the language on screen. The server's own `text` is shown where it says nothing more (a row
 * older than the codes), or something that this dashboard does not know (a newer server).
 */
export function toldText(told: Told | undefined, text: string, writer: ToldWriter): string {
  const parts = (told ?? []).map(telling => partText(telling, writer))
  return parts.length > 0 && parts.every(part => part !== null) ? joinTold(parts) : text
}

function partText({ code, values = {} }: Telling, { value, words }: ToldWriter): string | null {
  if (!Object.hasOwn(toldWords, code))
    return null
  const names = placeholdersOf(toldWords[code as ToldCode])
  if (names.some(name => values[name] === undefined))
    return null
  const written = names.map(name => [name, write(value, name as ToldValueName, values[name]!)])
  return words(code, Object.fromEntries(written) as Record<string, string>, Number(values.n ?? 1))
}

function write(value: ToldWriter['value'], name: ToldValueName, given: ToldValue): string {
  return value[toldValues[name]](given as never)
}
