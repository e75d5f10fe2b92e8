import type { JsonSchema } from '../openapi/json-schema.ts'
import type { Html } from './inline.ts'
import { html } from 'hono/html'
import { inline, nothing } from './inline.ts'

const PREFIX = '#/components/schemas/'

/** A schema in a few words: `string (date-time)`, `array of JobSummary`, `Failure or null`. Named ones are links. */
export function typeOf(schema: JsonSchema): Html {
  if (schema.$ref)
    return html`<a href="#schema-${schema.$ref.slice(PREFIX.length)}">${schema.$ref.slice(PREFIX.length)}</a>`
  const choices = (schema.anyOf ?? schema.oneOf)
  if (choices)
    return join(choices.map(typeOf), ' or ')
  if (schema.enum)
    return join(schema.enum.map(value => html`<code>${JSON.stringify(value)}</code>`), ' or ')
  if (schema.const !== undefined)
    return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.type === 'array')
    return html`array of ${typeOf((schema.items ?? {}) as JsonSchema)}`
  if (schema.type === 'object' && !schema.properties)
    return html`object of ${typeOf((schema.additionalProperties || {}) as JsonSchema)}`
  if (schema.type === 'object')
    return html`object with ${join(Object.keys(schema.properties ?? {}).map(name => html`<code>${name}</code>`), ', ')}`
  return html`${schema.type ?? 'anything'}${schema.format ? ` (${schema.format})` : ''}`
}

const bounds = {
  minimum: 'at least',
  maximum: 'at most',
  minLength: 'at least this long:',
  maxLength: 'at most this long:',
  minItems: 'at least this many:',
  maxItems: 'at most this many:',
  pattern: 'matches',
  default: 'when absent:',
} as const

function limitsOf(schema: JsonSchema): string {
  return Object.entries(bounds)
    .filter(([key]) => schema[key] !== undefined)
    .map(([key, words]) => `${words} ${typeof schema[key] === 'string' ? schema[key] : JSON.stringify(schema[key])}`)
    .join(', ')
}

/** A field with its type, whether it must be there, and what bounds it. */
export function field(name: string, schema: JsonSchema, required: boolean): Html {
  const limits = limitsOf(schema)
  const nested = schema.type === 'object' && schema.properties
  return html`<tr>
    <th scope="row"><code>${name}</code>${required ? html` <small>required</small>` : nothing}</th>
    <td>
      ${nested ? 'object' : typeOf(schema)}${limits ? html` <small>${limits}</small>` : nothing}
      ${schema.description ? html`<br>${inline(schema.description)}` : nothing}
      ${nested ? fields(schema) : nothing}
    </td>
  </tr>`
}

/** The fields of an object, the choices of a union, or the type of anything else. */
export function fields(schema: JsonSchema): Html {
  const choices = schema.oneOf
  if (choices)
    return html`${choices.map(fields)}`
  if (!schema.properties)
    return html`<p>${typeOf(schema)}</p>`
  const { properties, required = [] } = schema
  return html`<table>${Object.entries(properties).map(([name, property]) => field(name, property as JsonSchema, required.includes(name)))}</table>`
}

function join(parts: Html[], separator: string): Html {
  return html`${parts.map((part, index) => index === 0 ? part : html`${separator}${part}`)}`
}
