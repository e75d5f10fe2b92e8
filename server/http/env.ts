import type { HttpBindings } from '@hono/node-server'

/** What every handler may read from its context. `env` is empty when a test calls `app.request()`. */
export interface HttpEnv {
  Bindings: Partial<HttpBindings>
  Variables: { requestId: string }
}
