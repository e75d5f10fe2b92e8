import type Database from 'better-sqlite3'

/** What SQLite calls a file that is none of its own, or no longer whole. */
const damaged = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB'])
const unusable = new Set(['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_PERM'])

/** Looking through more than this would hold a start up for many seconds. */
const mostBytes = 500_000_000

/**
 * Looks through the whole file (0.5 s for 200 MB): wrong data found now is better than wrong data answered later. Of a
 * large one only the description of its tables; SQLite says so when it meets damage later.
 * @throws when something is wrong with it
 */
export function checkFile(db: Database.Database): void {
  const bytes = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
  const [first] = db.pragma(bytes > mostBytes ? 'quick_check("sqlite_schema")' : 'quick_check(1)') as { quick_check: string }[]
  if (first?.quick_check !== 'ok')
    throw Object.assign(new Error(first?.quick_check ?? 'no answer'), { code: 'SQLITE_CORRUPT' })
}

/** What a person can do about a database file that cannot be opened; other errors stay as they are. */
export function explainFile(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [base = ''] = /^SQLITE_[A-Z]+/.exec(code) ?? []
  const reason = (error instanceof Error ? error.message : String(error)).replace(/^\*\*\*.*\*\*\*\s*/, '').replaceAll(/\s+/g, ' ')
  if (damaged.has(base))
    return new Error(`The database ${file} is damaged (${reason}). Put a backup in its place, or move it away to start with an empty one.`, { cause: error })
  if (unusable.has(base) || ['EACCES', 'EEXIST', 'ENOTDIR', 'EPERM', 'EROFS'].includes(code))
    return new Error(`The database ${file} cannot be opened (${reason}). Set DATA_DIR or DATABASE_URL to a place that this user may write to.`, { cause: error })
  return error
}
