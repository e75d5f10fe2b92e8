import type { OpenAPI3 } from 'openapi-typescript'
import type { ApiDeps } from '../server/http/api.ts'
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { createApi } from '../server/http/api.ts'
import { describeApi } from '../server/http/openapi/document.ts'

/** The files of `web/api/` that are made from the routes, by name. A test asserts that they are up to date. */
export async function renderOpenApi(): Promise<Record<string, string>> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  // Describing the routes asks no service.
  const document = describeApi(createApi({} as ApiDeps), version)
  const text = `${JSON.stringify(document, null, 2)}\n`
  // Read back as plain data: what the client is typed from is exactly the file. A default does not make a field
  // that may be left out of a request a required one.
  const types = await openapiTS(JSON.parse(text) as OpenAPI3, { defaultNonNullable: false, alphabetize: false })
  return {
    'openapi.json': text,
    'schema.d.ts': `/* eslint-disable */\n// Made by \`npm run openapi\` from the routes in server/http.\n\n${astToString(types)}`,
  }
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await renderOpenApi()))
    await writeFile(new URL(`../web/api/${name}`, import.meta.url), text)
}
