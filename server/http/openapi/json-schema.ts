import { z } from 'zod'
import { examples } from './examples.ts'
import { namedSchemas } from './schemas.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Turns zod schemas into JSON Schema 2020-12, collecting every named one it meets for `components`. */
export interface SchemaWriter {
  write: (schema: z.ZodType) => JsonSchema
  components: () => Record<string, JsonSchema>
}

/**
 * Uses zod's own conversion rather than the one inside zod-openapi, which takes a named schema that it first meets
 * as `X.nullable()` for the definition of X, and writes "X or null" so that no null satisfies it.
 * Schemas are described as a client sends them: a field with a default may be left out.
 */
export function createSchemaWriter(): SchemaWriter {
  const definitions = new Map<string, JsonSchema>()
  nameSchemas()

  function write(schema: z.ZodType): JsonSchema {
    // Wrapped, because a named root would be written out in place instead of referred to.
    const { properties, $defs = {} } = z.toJSONSchema(z.object({ it: schema }), { io: 'input', unrepresentable: 'any', override: tidy })
    for (const [name, definition] of Object.entries($defs))
      definitions.set(name, refer(definition) as JsonSchema)
    return refer(properties?.it) as JsonSchema
  }

  function components(): Record<string, JsonSchema> {
    return Object.fromEntries([...definitions].sort(([left], [right]) => left.localeCompare(right)))
  }

  return { write, components }
}

/** Names and examples go to zod's registry from here, so that `contract/` stays free of what only the document needs. */
function nameSchemas(): void {
  for (const [id, schema] of Object.entries<z.ZodType>(namedSchemas)) {
    const example = (examples as Record<string, unknown>)[id]
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id, ...example === undefined ? {} : { examples: [example] } })
  }
}

/** Leaves out what is true of every JSON number and date, and spells the keys of a record that has a fixed set of them. */
function tidy({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format === 'date-time')
    delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER)
    delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER)
    delete jsonSchema.maximum
  const { propertyNames, additionalProperties } = jsonSchema
  if (typeof propertyNames !== 'object')
    return
  if (propertyNames.enum && !jsonSchema.required) {
    jsonSchema.properties = Object.fromEntries(propertyNames.enum.map(key => [String(key), additionalProperties ?? {}]))
    jsonSchema.additionalProperties = false
    delete jsonSchema.propertyNames
  }
  else if (Object.keys(propertyNames).join() === 'type') {
    delete jsonSchema.propertyNames
  }
}

/** References of a document of its own become references into the OpenAPI document. */
function refer(node: unknown): unknown {
  if (Array.isArray(node))
    return node.map(refer)
  if (typeof node !== 'object' || node === null)
    return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) =>
    [key, key === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : refer(value)]))
}
