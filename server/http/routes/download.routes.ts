import type { ExportService } from '../../jobs/ports.ts'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { sendFile } from '../download/send-file.ts'
import { problems } from '../responses.ts'
import { createRouter } from '../router.ts'

/** RFC 4180 §3, RFC 7111: the first line holds the column names. */
const CSV = 'text/csv; charset=utf-8; header=present'
const csv = { 'text/csv': { schema: { type: 'string' } } } as const

const download = createRoute({
  method: 'get',
  path: '/api/export/{jobId}',
  operationId: 'downloadExport',
  tags: ['Exports'],
  summary: 'Download the CSV file of an export job',
  description: 'UTF-8, RFC 4180, the first line holds the column names. A download that broke off goes on with `Range` and `If-Range`; the `ETag` is the SHA-256 of the file. 409 until the job is completed, 410 when the file was taken out of the folder by hand.',
  request: {
    params: z.object({ jobId: z.string() }),
    headers: z.object({
      'range': z.string().optional().describe('One range of bytes, `bytes=1000-`'),
      'if-range': z.string().optional(),
      'if-none-match': z.string().optional(),
    }),
  },
  responses: {
    200: { description: 'The file', content: csv },
    206: { description: 'The bytes that were asked for', content: csv },
    304: { description: 'You have it already' },
    416: { description: 'The file is shorter than that' },
    ...problems('not-found', 'conflict', 'file-gone'),
  },
})

export function createDownloadRoutes({ exports }: { exports: ExportService }) {
  return createRouter().openapi(download, async (c) => {
    const { jobId } = c.req.valid('param')
    const { export: finished, path } = await exports.file(jobId)
    return sendFile(c, { path, contentType: CSV, ...finished })
  })
}
