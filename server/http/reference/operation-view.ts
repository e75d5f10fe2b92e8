import type { OpenApiDocument, Operation } from '../openapi/document.ts'
import type { JsonSchema } from '../openapi/json-schema.ts'
import type { Html } from './inline.ts'
import { html } from 'hono/html'
import { inline, nothing, prose } from './inline.ts'
import { field, fields, typeOf } from './schema-view.ts'

export interface Listed extends Operation { method: string, path: string }

/** One operation: what it is for, how to call it, and all that it may answer. */
export function operationView({ method, path, operationId, summary, description, parameters = [], requestBody, responses }: Listed, document: OpenApiDocument, origin: string): Html {
  const body = requestBody?.content['application/json']?.schema
  const example = body && exampleOf(body, document)
  return html`<section class="operation" id="${operationId}">
    <h3><a href="#${operationId}">${summary}</a></h3>
    <p class="call"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code></p>
    ${description ? prose(description) : nothing}
    ${parameters.length > 0 ? html`<h4>Parameters</h4><table>${parameters.map(({ name, in: place, schema, required, description }) => field(`${name}${place === 'query' ? '' : ` (${place})`}`, { ...schema, ...description && { description } }, required))}</table>` : nothing}
    ${body ? html`<h4>Body</h4>${fields(body)}` : nothing}
    <pre class="shell"><code>${curl(method, path, origin, body && (example ?? {}))}</code></pre>
    <h4>Answers</h4>
    <table>${Object.entries(responses).map(([status, answer]) => html`<tr>
      <th scope="row"><code class="${status < '400' ? 'good' : 'bad'}">${status}</code></th>
      <td>${inline(answer.description)}${Object.entries(answer.content ?? {}).filter(([type]) => type !== 'application/problem+json').map(([type, { schema }]) => html`: ${type === 'application/json' ? typeOf(schema) : html`<code>${type}</code>`}`)}</td>
    </tr>`)}</table>
  </section>`
}

/** The first example of a schema, or of the one it refers to. */
export function exampleOf(schema: JsonSchema, document: OpenApiDocument): unknown {
  const named = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema
  return (named?.examples)?.[0]
}

function curl(method: string, path: string, origin: string, example: unknown): string {
  const parts = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${origin}${path}'`]
  if (example !== undefined)
    parts.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(example).replaceAll('\'', '\'\\\'\'')}'`)
  return parts.join(' \\\n  ')
}
