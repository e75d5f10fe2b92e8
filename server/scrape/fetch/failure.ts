import type { ErrorCode } from '../../contract/problem.ts'
import { ScrapeError } from '../../errors.ts'
import { forbiddenAddress } from './address-policy.ts'
import { AddressRefused } from './connector.ts'
import { ProxyRefused } from './tunnel.ts'

interface Explanation { code: ErrorCode, message: string, retryable: boolean }

const explanations: Record<string, Explanation> = {
  ENOTFOUND: { code: 'host-unreachable', message: 'There is no such host.', retryable: false },
  EAI_AGAIN: { code: 'host-unreachable', message: 'The name of the host could not be looked up.', retryable: true },
  EAI_NODATA: { code: 'host-unreachable', message: 'The host has no address.', retryable: false },
  ECONNREFUSED: { code: 'host-unreachable', message: 'The host does not accept connections.', retryable: true },
  EHOSTUNREACH: { code: 'host-unreachable', message: 'The host cannot be reached.', retryable: true },
  ENETUNREACH: { code: 'host-unreachable', message: 'The host cannot be reached.', retryable: true },
  ETIMEDOUT: { code: 'timeout', message: 'The host did not answer in time.', retryable: true },
  UND_ERR_CONNECT_TIMEOUT: { code: 'timeout', message: 'The host did not answer in time.', retryable: true },
  UND_ERR_HEADERS_TIMEOUT: { code: 'timeout', message: 'The host took too long to begin its answer.', retryable: true },
  UND_ERR_BODY_TIMEOUT: { code: 'timeout', message: 'The host stopped in the middle of its answer.', retryable: true },
  UND_ERR_HEADERS_OVERFLOW: { code: 'too-large', message: 'The headers of the answer are too large.', retryable: false },
  UND_ERR_INVALID_ARG: { code: 'bad-url', message: 'This address cannot be asked for.', retryable: false },
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
    return new ScrapeError('proxy-failed', proxy.message, { url, cause: error, retryable: proxy.retryable })
  const code = errorCode(error)
  if (code === null)
    return error
  const { message, retryable, code: ours } = explanations[code] ?? explainFamily(code)
  return new ScrapeError(ours, message, { url, cause: error, retryable })
}

function explainFamily(code: string): Explanation {
  if (isCertificateCode.test(code))
    return { code: 'connection-failed', message: 'The certificate of the host is not valid.', retryable: false }
  if (isDecodingCode.test(code))
    return { code: 'unsupported-content', message: 'The answer is damaged: its compression cannot be undone.', retryable: false }
  return { code: 'connection-failed', message: 'The connection broke before the answer was complete.', retryable: true }
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
