import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { createJobStore } from '../../server/store/job-store.ts'
import { migrationsDir, temporaryFolder } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'

const openFile = (file: string) => openDatabase({ file, migrations: migrationsDir })

async function filledFile(folder: string): Promise<string> {
  const file = join(folder, 'app.db')
  await using database = await openFile(file)
  const jobs = createJobStore(database)
  for (let n = 0; n < 50; n++)
    await jobs.insert(newJob({ data: { filename: `file-${n}`.repeat(50) } }), new Date())
  return file
}

describe('a database file that', () => {
  test('has a page of noise is refused, with what to do', async () => {
    await using folder = await temporaryFolder()
    const file = await filledFile(folder.path)
    const pages = Math.floor((await readFile(file)).length / 4096)
    await using handle = await open(file, 'r+')
    await handle.write(new Uint8Array(4096).fill(0xA5), 0, 4096, (pages - 3) * 4096)
    await expect(openFile(file)).rejects.toThrow(/app\.db is damaged .* backup/)
  })

  test('is something else altogether is refused, and not touched', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'app.db')
    const text = 'This is a text, not a database. '.repeat(500)
    await writeFile(file, text)
    await expect(openFile(file)).rejects.toThrow(/app\.db is damaged/)
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  test('lies where no folder can be made names the setting to change', async () => {
    await using folder = await temporaryFolder()
    await writeFile(join(folder.path, 'data'), 'a file')
    await expect(openFile(join(folder.path, 'data', 'app.db'))).rejects.toThrow(/cannot be opened .* DATA_DIR/)
  })

  test('is a folder names the setting to change', async () => {
    await using folder = await temporaryFolder()
    await mkdir(join(folder.path, 'app.db'))
    await expect(openFile(join(folder.path, 'app.db'))).rejects.toThrow(/cannot be opened .* DATABASE_URL/)
  })
})
