/** Reads RFC 4180 text into records by header; strict: a stray quote is an error. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    let cell: string
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    }
    else {
      const end = nextOf(text, at)
      cell = text.slice(at, end)
      if (cell.includes('"'))
        throw new Error(`stray quote near ${at}`)
      at = end
    }
    rows.at(-1)!.push(cell)
    if (text[at] === ',') {
      at += 1
      if (at === text.length)
        rows.at(-1)!.push('')
    }
    else if (text.startsWith('\r\n', at)) {
      at += 2
      if (at < text.length)
        rows.push([])
    }
    else if (at < text.length) {
      throw new Error(`unexpected character at ${at}`)
    }
  }
  const [header = [], ...records] = rows
  return records.map((record) => {
    if (record.length !== header.length)
      throw new Error(`a record of ${record.length} cells under a header of ${header.length}`)
    return Object.fromEntries(header.map((name, column) => [name, record[column]!]))
  })
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"')
      return at
  }
  throw new Error('a quoted cell is not closed')
}

function nextOf(text: string, from: number): number {
  const comma = text.indexOf(',', from)
  const line = text.indexOf('\r\n', from)
  return Math.min(comma === -1 ? text.length : comma, line === -1 ? text.length : line)
}
