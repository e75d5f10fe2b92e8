import type { ExportRow } from '../../server/export/columns.ts'
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createExporter } from '../../server/export/exporter.ts'
import { temporaryFolder } from '../support/database.ts'
import { exportRow } from '../support/export-row.ts'
import { parseCsv } from '../support/parse-csv.ts'

async function* pagesOf(...pages: ExportRow[][]) {
  yield* pages
}

function request(pages: AsyncIterable<ExportRow[]>, changes: object = {}) {
  return { jobId: 'job1', pages, filename: undefined, at: new Date('2026-01-02T03:04:05.678Z'), columns: undefined, mode: 'safe' as const, signal: new AbortController().signal, onRows: () => {}, reserve: async () => true, ...changes }
}

test('the file holds a header and every row, and is what its record says', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  const file = await exporter.write(request(pagesOf([exportRow({ name: 'A, "B"\nC' }), exportRow({ name: 'D' })], [exportRow({ priceMinor: 1250, currency: 'KWD' })])))
  const bytes = await readFile(exporter.pathOf(file.filename))
  expect(file).toEqual({ filename: 'products-export-2026-01-02T03-04-05-678Z.csv', rows: 3, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex'), withdraw: expect.any(Function) as () => Promise<void> })
  const rows = parseCsv(bytes.toString('utf8'))
  expect(rows.map(row => [row.name, row.price])).toEqual([['A, "B"\nC', '12.50'], ['D', '12.50'], ['Shoe', '1.250']])
  expect(bytes.toString('utf8').split('\r\n')[0]).toMatch(/^id,brand,shop,name,price/)
})

test('no rows give a file with a header', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  const file = await exporter.write(request(pagesOf(), { columns: ['name', 'price'] }))
  expect(await readFile(exporter.pathOf(file.filename), 'utf8')).toBe('name,price\r\n')
})

test('two runs of one job at a time, one of them without knowing, each write a whole file of their own', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  const rows = Array.from({ length: 500 }, (_, n) => [exportRow({ name: `Row ${n}` })])
  const files = await Promise.all([rows, rows.slice(0, 250)].map(pages => exporter.write(request(pagesOf(...pages), { filename: 'same.csv' }))))
  for (const file of files)
    expect(createHash('sha256').update(await readFile(exporter.pathOf(file.filename))).digest('hex')).toBe(file.sha256)
  expect(await readdir(folder.path)).toHaveLength(2)
})

test('a file can be withdrawn, but not one that has its name by now', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  const first = await exporter.write(request(pagesOf(), { filename: 'a.csv' }))
  await first.withdraw()
  expect(await readdir(folder.path)).toEqual([])
  const second = await exporter.write(request(pagesOf(), { filename: 'a.csv' }))
  await writeFile(join(folder.path, 'other'), 'of another run')
  await rename(join(folder.path, 'other'), exporter.pathOf(second.filename))
  await second.withdraw()
  await first.withdraw()
  expect(await readFile(exporter.pathOf('a.csv'), 'utf8')).toBe('of another run')
})

test('a run whose file a later run has taken away leaves that run\'s file alone, which may have its place on the disk', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  for (let turn = 1; turn <= 10; turn++) {
    const first = await exporter.write(request(pagesOf(), { filename: 'a.csv' }))
    await exporter.remove('a.csv')
    await exporter.write(request(pagesOf(), { filename: 'a.csv' }))
    // A job is taken over after seconds, more than the clock of files is coarse.
    await utimes(exporter.pathOf('a.csv'), new Date(), new Date(Date.now() + 3_000))
    await first.withdraw()
    expect(await readdir(folder.path)).toEqual(['a.csv'])
    await exporter.remove('a.csv')
  }
})

test('an existing file is never overwritten', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  await writeFile(join(folder.path, 'spring.csv'), 'mine')
  const files = await Promise.all(['j1', 'j2', 'j3'].map(jobId => exporter.write(request(pagesOf([exportRow()]), { jobId, filename: '../spring.csv' }))))
  expect(files.map(file => file.filename).sort()).toEqual(['spring-2.csv', 'spring-3.csv', 'spring-4.csv'])
  expect(await readFile(join(folder.path, 'spring.csv'), 'utf8')).toBe('mine')
})

test('an aborted export leaves nothing behind', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  const controller = new AbortController()
  async function* pages() {
    yield [exportRow()]
    controller.abort(new Error('stop'))
    yield [exportRow()]
  }
  await expect(exporter.write(request(pages(), { signal: controller.signal }))).rejects.toThrow()
  expect(await readdir(folder.path)).toEqual([])
})

test('an export whose source fails leaves nothing behind', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  async function* pages(): AsyncGenerator<ExportRow[]> {
    yield [exportRow()]
    throw new Error('database away')
  }
  await expect(exporter.write(request(pages()))).rejects.toThrow('database away')
  expect(await readdir(folder.path)).toEqual([])
})

test('what a crash left behind is swept after an hour, a running export is not', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  const old = join(folder.path, '.old.part')
  await writeFile(old, '')
  await writeFile(join(folder.path, '.new.part'), '')
  await writeFile(join(folder.path, 'kept.csv'), '')
  await utimes(old, new Date(0), new Date(0))
  await exporter.sweep(Date.now())
  expect((await readdir(folder.path)).sort()).toEqual(['.new.part', 'kept.csv'])
})

test('text that a spreadsheet would run is guarded, numbers are not, and raw leaves both', async () => {
  await using folder = await temporaryFolder()
  const exporter = createExporter({ folder: folder.path })
  const row = exportRow({ name: '=HYPERLINK("http://x")' })
  const safe = await exporter.write(request(pagesOf([row]), { filename: 'safe' }))
  const raw = await exporter.write(request(pagesOf([row]), { filename: 'raw', mode: 'raw' }))
  expect(parseCsv(await readFile(exporter.pathOf(safe.filename), 'utf8'))[0]).toMatchObject({ name: '\'=HYPERLINK("http://x")', price: '12.50' })
  expect(parseCsv(await readFile(exporter.pathOf(raw.filename), 'utf8'))[0]).toMatchObject({ name: '=HYPERLINK("http://x")' })
})
