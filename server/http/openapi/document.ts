import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi'
import type { JsonSchema, SchemaWriter } from './json-schema.ts'
import { z } from 'zod'
import { about, tags } from './about.ts'
import { createSchemaWriter } from './json-schema.ts'
import { namedSchemas } from './schemas.ts'

const places = ['path', 'query', 'header'] as const
type Place = (typeof places)[number]
interface Parameter { name: string, in: Place, required: boolean, description?: string, schema: JsonSchema }
type Content = Record<string, { schema: JsonSchema }>
/** A body's or answer's content as a route declares it: zod, or JSON Schema for what is not JSON. */
type DeclaredContent = Record<string, { schema: z.ZodType | JsonSchema }>
interface DeclaredAnswer { description: string, headers?: Record<string, unknown>, content?: DeclaredContent }
interface Answer { description: string, headers?: Record<string, unknown>, content?: Content }

export interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { required: boolean, content: Content }
  responses: Record<string, Answer>
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string, version: string, description: string, license: { name: string, identifier: string } }
  servers: { url: string, description: string }[]
  tags: { name: string, description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema> }
}

/** The OpenAPI 3.1 document of every route registered on `app`. */
export function describeApi(app: Pick<OpenAPIHono, 'openAPIRegistry'>, version: string): OpenApiDocument {
  const writer = createSchemaWriter()
  const paths: OpenApiDocument['paths'] = {}
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type === 'route')
      (paths[definition.route.path] ??= {})[definition.route.method] = describeOperation(definition.route, writer)
  }
  // What the live channel sends is no route's answer, but a client needs its types all the same.
  writer.write(namedSchemas.LiveMessage)
  return {
    openapi: '3.1.0',
    info: { title: 'Gleaner', version, description: about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/', description: 'This server' }],
    tags,
    paths,
    components: { schemas: writer.components() },
  }
}

function describeOperation(route: RouteConfig, writer: SchemaWriter): Operation {
  const { operationId, tags: routeTags, summary } = route
  if (!operationId || !routeTags || !summary)
    throw new Error(`${route.method} ${route.path} needs an operationId, tags and a summary.`)
  const parameters = places.flatMap(place => describeParameters(route, place, writer))
  const body = route.request?.body
  return {
    operationId,
    tags: routeTags,
    summary,
    ...route.description && { description: route.description },
    ...parameters.length > 0 && { parameters },
    ...body && { requestBody: { required: body.required ?? false, content: describeContent(body.content as DeclaredContent, writer) } },
    responses: Object.fromEntries(Object.entries(route.responses).map(([status, answer]) => [status, describeAnswer(answer as DeclaredAnswer, writer)])),
  }
}

function describeAnswer({ description, headers, content }: DeclaredAnswer, writer: SchemaWriter): Answer {
  return { description, ...headers && { headers }, ...content && { content: describeContent(content, writer) } }
}

function describeParameters(route: RouteConfig, place: Place, writer: SchemaWriter): Parameter[] {
  const schema = { path: route.request?.params, query: route.request?.query, header: route.request?.headers }[place]
  if (!(schema instanceof z.ZodType))
    return []
  const { properties = {}, required = [] } = writer.write(schema)
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as JsonSchema
    return { name, in: place, required: place === 'path' || required.includes(name), ...description && { description }, schema: rest }
  })
}

function describeContent(content: DeclaredContent, writer: SchemaWriter): Content {
  return Object.fromEntries(Object.entries(content).map(([mediaType, { schema }]) =>
    [mediaType, { schema: schema instanceof z.ZodType ? writer.write(schema) : schema }]))
}
