import type { BrandSettings, RevealedSettings } from '../../contract/brand.ts'
import type { FieldError } from '../../contract/problem.ts'
import { z } from 'zod'
import { isSecretHeader } from '../../contract/shop-access.ts'
import { tell } from '../../contract/told.ts'
import { fieldError, InvalidInput } from '../../errors.ts'

/** The secrets of one brand as they are sealed together; headers by their names in lower case. */
export const BrandSecrets = z.object({
  proxy: z.string().optional(),
  basicAuth: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
})
export type BrandSecrets = z.infer<typeof BrandSecrets>

export interface Concealed {
  /** As they are shown and kept in clear: null where a secret is set. */
  settings: BrandSettings
  /** Null when there are none. */
  secrets: BrandSecrets | null
}

/**
 * Takes the secrets out of settings as they were written; null stands for "as before", and `before` is what may be kept.
 * @throws {InvalidInput} naming each null that nothing stands behind
 */
export function concealSettings(given: BrandSettings, before: { settings: BrandSettings, secrets: BrandSecrets }): Concealed {
  const faults: FieldError[] = []
  const kept = (path: string, text: string | null, old: string | undefined): string => {
    if (text === null && old === undefined)
      faults.push(fieldError(path, tell('secret-missing')))
    return text ?? old ?? ''
  }
  const secrets: BrandSecrets = {}
  const settings: BrandSettings = { ...given }
  if (given.proxy) {
    const { password, ...proxy } = given.proxy
    settings.proxy = { ...proxy, ...(password === undefined ? {} : { password: null }) }
    // A password goes to the proxy it was given for, not to one that has been put in its place.
    const isSameProxy = before.settings.proxy !== undefined && new URL(before.settings.proxy.url).origin === new URL(proxy.url).origin
    if (password !== undefined)
      secrets.proxy = kept('settings.proxy.password', password, isSameProxy ? before.secrets.proxy : undefined)
  }
  if (given.basicAuth) {
    settings.basicAuth = { ...given.basicAuth, password: null }
    secrets.basicAuth = kept('settings.basicAuth.password', given.basicAuth.password, before.secrets.basicAuth)
  }
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    const text = kept(`settings.headers.${name}`, value, isSecretHeader(name) ? before.secrets.headers?.[keyOf(name)] : undefined)
    if (!isSecretHeader(name))
      continue
    settings.headers = { ...settings.headers, [name]: null }
    secrets.headers = { ...secrets.headers, [keyOf(name)]: text }
  }
  if (faults.length > 0)
    throw new InvalidInput(faults)
  return { settings, secrets: Object.keys(secrets).length > 0 ? secrets : null }
}

/** Settings with their secrets put back in; what is missing is left out. */
export function revealSettings({ headers, basicAuth, proxy, ...rest }: BrandSettings, secrets: BrandSecrets): RevealedSettings {
  const known = Object.entries(headers ?? {}).map(([name, value]) => [name, value ?? secrets.headers?.[keyOf(name)]] as const)
  return {
    ...rest,
    ...(headers && { headers: Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== undefined)) }),
    ...(basicAuth && secrets.basicAuth !== undefined && { basicAuth: { username: basicAuth.username, password: secrets.basicAuth } }),
    ...(proxy && { proxy: { url: proxy.url, ...(proxy.username !== undefined && { username: proxy.username }), ...(secrets.proxy !== undefined && { password: secrets.proxy }) } }),
  }
}

/** Whether settings say of anything that it is to stay as it was. */
export function keepsSecrets({ headers, basicAuth, proxy }: BrandSettings): boolean {
  return basicAuth?.password === null || proxy?.password === null || Object.values(headers ?? {}).includes(null)
}

/** Whether settings hold secrets in clear, as rows of older versions do. */
export function hasPlainSecrets({ headers }: BrandSettings): boolean {
  return Object.entries(headers ?? {}).some(([name, value]) => value !== null && isSecretHeader(name))
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
