import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import type { Log } from '../log.ts'
import type { ApiDeps } from './api.ts'
import type { HttpEnv } from './env.ts'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { tell } from '../contract/told.ts'
import { createApi } from './api.ts'
import { accessLog } from './guard/access-log.ts'
import { guardBodySize, guardJson } from './guard/guard-body.ts'
import { guardHost } from './guard/guard-host.ts'
import { guardOrigin } from './guard/guard-origin.ts'
import { securityHeaders } from './guard/security-headers.ts'
import { createTrustedHosts } from './guard/trusted-hosts.ts'
import { describeApi } from './openapi/document.ts'
import { createOnError, problem } from './problem.ts'
import { createRouter } from './router.ts'
import { createDocsRoutes } from './routes/docs.routes.ts'
import { createWebApp } from './web/web-app.ts'

export interface HttpAppDeps extends Omit<ApiDeps, 'hosts'> {
  log: Pick<Log, 'debug' | 'error'>
  version: string
  /** The address people use, where it is not a loopback one: `https://gleaner.example`. */
  publicUrl?: string | undefined
  /** Further host names (`name` or `name:port`) this server answers to. */
  allowedHosts?: readonly string[] | undefined
  /** Folder of the built web app. */
  webRoot: string
  /** Bull Board, made by `createBoard`. */
  board?: Hono<HttpEnv> | undefined
}

/** Everything that is reachable by HTTP, in the order a request passes it. Opens nothing: give it to `createHttpServer`. */
export function createHttpApp(deps: HttpAppDeps): OpenAPIHono<HttpEnv> {
  const { log, publicUrl, allowedHosts, version, board } = deps
  const hosts = createTrustedHosts({ publicUrl, allowedHosts })
  const web = createWebApp({ root: deps.webRoot })
  const app = createRouter()

  app.onError(createOnError(log))
  app.use(requestId())
  app.use(accessLog(log))
  app.use(securityHeaders({ publicUrl }))
  app.use(guardHost(hosts))
  app.use(guardOrigin(hosts))
  app.use(guardBodySize())
  app.use(guardJson())
  app.use(methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => problem(c, 'method-not-allowed', {
      told: [tell('methods-allowed', { methods: methods.join(', ') })],
      headers: { Allow: methods.join(', ') },
    }),
  }))

  const api = createApi({ ...deps, hosts })
  app.route('/', api)
  app.route('/', createDocsRoutes({ describe: () => describeApi(api, version), publicUrl }))
  if (board)
    app.route('/bull', board)

  app.notFound(async c => await web.serve(c) ?? problem(c, 'not-found', { told: [tell('nothing-here')] }))
  return app
}
