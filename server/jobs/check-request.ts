import type { FlowRequest } from '../contract/flow.ts'
import type { ExportFlowRequest, JobRequest } from '../contract/job.ts'
import type { BrandStore } from '../store/brand-store.ts'
import { safeFilename } from '../contract/filename.ts'
import { walkFlow } from '../contract/flow.ts'
import { tell } from '../contract/told.ts'
import { fieldError, InvalidInput, NotFound } from '../errors.ts'

interface Named { brandId?: string | undefined, filename?: string | undefined }

/** What a schema cannot know of a request: whether its brands exist, and whether its file names are any. Raises `InvalidInput`. */
export function createRequestChecks({ brands }: { brands: Pick<BrandStore, 'get'> }) {
  async function check(given: [at: string, named: Named][]): Promise<void> {
    const known = new Set<string>()
    for (const [at, { brandId, filename }] of given) {
      if (filename !== undefined && safeFilename(filename) === null)
        throw new InvalidInput([fieldError(`${at}filename`, tell('filename-empty'))])
      if (brandId === undefined || known.has(brandId))
        continue
      await brands.get(brandId).catch((error: unknown) => {
        throw error instanceof NotFound ? new InvalidInput([fieldError(`${at}brandId`, tell('no-such-brand'))]) : error
      })
      known.add(brandId)
    }
  }

  return {
    job: ({ data }: JobRequest) => check([['data.', data]]),
    exportFlow: (request: ExportFlowRequest) => check([['', request]]),
    /** `at` is where the request stands in a larger one, with a dot at the end. */
    flow: (request: FlowRequest, at = '') => check('preset' in request
      ? [[at, request]]
      : [...walkFlow(request)].map(([path, { data }]): [string, Named] => [`${at}${[...path, 'data', ''].join('.')}`, data])),
  }
}
export type RequestChecks = ReturnType<typeof createRequestChecks>
