import type { Health as ServerHealth } from '../../jobs/ports.ts'
import { createRoute } from '@hono/zod-openapi'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { Alive, Health } from './answers.ts'

const tags = ['Health']

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getLiveness',
  tags,
  summary: 'Whether the process answers',
  description: 'For a supervisor: restart the process when this fails. It looks at nothing else.',
  responses: { 200: json(Alive, 'It does') },
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  tags,
  summary: 'Whether database, queue and workers are at hand',
  description: 'For a load balancer: send no requests while this is 503.',
  responses: { ...problems(), 200: json(Health, 'Ready'), 503: json(Health, 'Not ready; `parts` say why') },
})

export function createHealthRoutes({ health }: { health: () => Promise<ServerHealth> }) {
  return createRouter()
    .openapi(alive, c => c.json({ status: 'ok' as const }, 200))
    .openapi(ready, async (c) => {
      const report = await health()
      return c.json(report, report.ready ? 200 : 503)
    })
}
