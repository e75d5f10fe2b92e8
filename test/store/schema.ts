import type Database from 'better-sqlite3'

/** A table as both sides of the drift test describe it. */
interface Table {
  columns: Record<string, { type: string, required: boolean, default: string | null, id: boolean }>
  indexes: string[]
  references: string[]
}
type Schema = Record<string, Table>

const sqliteTypes: Record<string, string> = { String: 'TEXT', Int: 'INTEGER', BigInt: 'BIGINT', Float: 'REAL', DateTime: 'DATETIME', Boolean: 'BOOLEAN', Bytes: 'BLOB' }
const actions: Record<string, string> = { Cascade: 'CASCADE', SetNull: 'SET NULL' }

/** What the models of schema.prisma stand for in SQLite. Throws on a line that it does not understand. */
export function expectedSchema(prisma: string): Schema {
  const models = [...prisma.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  return Object.fromEntries(models.map(([, name, body]) => [name!, expectedTable(body!)]))
}

function expectedTable(body: string): Table {
  const table: Table = { columns: {}, indexes: [], references: [] }
  for (const line of body.split('\n').map(each => each.trim()).filter(each => each && !each.startsWith('//')))
    addLine(table, line)
  table.indexes.sort()
  table.references.sort()
  return table
}

function addLine(table: Table, line: string): void {
  const block = /^@@(unique|index)\(\[([\w, ]+)\]\)$/.exec(line)
  if (block) {
    table.indexes.push(`${block[1] === 'unique' ? 'unique' : 'index'} ${block[2]!.split(', ').join(',')}`)
    return
  }
  const key = /^@@id\(\[([\w, ]+)\]\)$/.exec(line)
  if (key) {
    for (const name of key[1]!.split(', '))
      table.columns[name]!.id = true
    return
  }
  const field = /^(\w+)\s+(\w+)(\?|\[\])?(?:\s+(@.*))?$/.exec(line)
  if (!field)
    throw new Error(`schema.prisma: cannot read ${JSON.stringify(line)}`)
  const [, name, type, mark, attributes = ''] = field
  const relation = /@relation\(fields: \[(\w+)\], references: \[(\w+)\], onDelete: (\w+)\)/.exec(attributes)
  if (relation)
    table.references.push(`${relation[1]} -> ${type}.${relation[2]} ${actions[relation[3]!]}`)
  if (!sqliteTypes[type!])
    return
  const initial = /@default\((.*)\)/.exec(attributes)?.[1]
  table.columns[name!] = {
    type: sqliteTypes[type!]!,
    required: mark !== '?',
    default: initial === undefined ? null : initial.replace(/^"(.*)"$/, `'$1'`),
    id: attributes.includes('@id'),
  }
  if (attributes.includes('@unique'))
    table.indexes.push(`unique ${name}`)
}

/** The same of a real database. */
export function readSchema(db: Database.Database): Schema {
  const names = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'`).all()
  return Object.fromEntries(names.map(({ name }) => [name, readTable(db, name)]))
}

function readTable(db: Database.Database, table: string): Table {
  const columns = db.pragma(`table_info("${table}")`) as { name: string, type: string, notnull: number, dflt_value: string | null, pk: number }[]
  const indexes = db.pragma(`index_list("${table}")`) as { name: string, unique: number, origin: string }[]
  const references = db.pragma(`foreign_key_list("${table}")`) as { table: string, from: string, to: string, on_delete: string }[]
  return {
    columns: Object.fromEntries(columns.map(column => [column.name, { type: column.type, required: column.notnull === 1, default: column.dflt_value, id: column.pk > 0 }])),
    indexes: indexes.filter(index => index.origin === 'c' && !index.name.startsWith('_')).map(index => `${index.unique ? 'unique' : 'index'} ${(db.pragma(`index_info("${index.name}")`) as { name: string }[]).map(part => part.name).join(',')}`).sort(),
    references: references.map(each => `${each.from} -> ${each.table}.${each.to} ${each.on_delete}`).sort(),
  }
}
