import type { ErrorCode } from '../../contract/problem.ts'
import type { Telling } from '../../contract/told.ts'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { forbiddenAddress } from './address-policy.ts'
import { AddressRefused } from './connector.ts'
import { ProxyRefused } from './tunnel.ts'

interface Explanation { code: ErrorCode, told: Telling, retryable: boolean }

const explanations: Record<string, Explanation> = {
  ENOTFOUND: { code: 'host-unreachable', told: tell('no-host'), retryable: false },
  EAI_AGAIN: { code: 'host-unreachable', told: tell('host-not-looked-up'), retryable: true },
  EAI_NODATA: { code: 'host-unreachable', told: tell('host-without-address'), retryable: false },
  ECONNREFUSED: { code: 'host-unreachable', told: tell('host-refuses'), retryable: true },
  EHOSTUNREACH: { code: 'host-unreachable', told: tell('host-not-reached'), retryable: true },
  ENETUNREACH: { code: 'host-unreachable', told: tell('host-not-reached'), retryable: true },
  ETIMEDOUT: { code: 'timeout', told: tell('host-silent'), retryable: true },
  UND_ERR_CONNECT_TIMEOUT: { code: 'timeout', told: tell('host-silent'), retryable: true },
  UND_ERR_HEADERS_TIMEOUT: { code: 'timeout', told: tell('host-slow-to-begin'), retryable: true },
  UND_ERR_BODY_TIMEOUT: { code: 'timeout', told: tell('host-stopped'), retryable: true },
  UND_ERR_HEADERS_OVERFLOW: { code: 'too-large', told: tell('headers-too-large'), retryable: false },
  UND_ERR_INVALID_ARG: { code: 'bad-url', told: tell('address-not-askable'), retryable: false },
}

const isCertificateCode = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/
const isDecodingCode = /^(?:Z_|ERR_BROTLI|ERR__?ERROR_FORMAT|ERR_PADDING|ZSTD_|ERR_ZLIB|ERR_ZSTD)/

/** What went wrong on the way, in our terms. Errors that are ours already pass through; an abort by the caller too. */
export function fetchFailure(error: unknown, url: string): unknown {
  if (error instanceof ScrapeError)
    return error
  if (hasCause(error, cause => cause instanceof AddressRefused))
    return forbiddenAddress(url)
  const proxy = causeThat(error, cause => cause instanceof ProxyRefused)
  if (proxy)
    return new ScrapeError('proxy-failed', proxy.told, { url, cause: error, retryable: proxy.retryable })
  const code = errorCode(error)
  if (code === null)
    return error
  const { told, retryable, code: ours } = explanations[code] ?? explainFamily(code)
  return new ScrapeError(ours, told, { url, cause: error, retryable })
}

function explainFamily(code: string): Explanation {
  if (isCertificateCode.test(code))
    return { code: 'connection-failed', told: tell('certificate-invalid'), retryable: false }
  if (isDecodingCode.test(code))
    return { code: 'unsupported-content', told: tell('answer-damaged'), retryable: false }
  return { code: 'connection-failed', told: tell('connection-broke'), retryable: true }
}

function errorCode(error: unknown): string | null {
  const codes: string[] = []
  hasCause(error, (cause) => {
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
      codes.push(cause.code)
    return false
  })
  return codes.find(code => code in explanations) ?? codes[0] ?? null
}

function hasCause(error: unknown, matches: (cause: unknown) => boolean): boolean {
  return causeThat(error, (cause): cause is unknown => matches(cause)) !== undefined
}

function causeThat<Cause>(error: unknown, matches: (cause: unknown) => cause is Cause): Cause | undefined {
  for (let cause = error, depth = 0; cause != null && depth < 5; depth++) {
    if (matches(cause))
      return cause
    const among = cause instanceof AggregateError ? (cause.errors as unknown[]).find(matches) : undefined
    if (among !== undefined)
      return among
    cause = cause instanceof Error ? cause.cause : null
  }
  return undefined
}
