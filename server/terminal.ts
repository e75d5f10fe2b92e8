/** Where the program talks to the person who started it. */
export interface Terminal {
  line: (text: string) => void
  /** Draws (or redraws) a bar; on something that is not a terminal it says nothing until `done`. */
  bar: (label: string, percent: number, note?: string) => void
  /** Ends a bar with a line. */
  done: (text: string) => void
}

interface Output {
  isTTY?: boolean
  columns?: number
  write: (text: string) => unknown
}

const width = 24

export function createTerminal(output: Output): Terminal {
  let drawn = false

  function clear(): void {
    if (drawn)
      output.write('\r\u001B[2K')
    drawn = false
  }

  function line(text: string): void {
    clear()
    output.write(`${text}\n`)
  }

  return {
    line,
    done: line,
    bar(label, percent, note = '') {
      if (!output.isTTY)
        return
      const filled = Math.round(width * Math.min(100, Math.max(0, percent)) / 100)
      const text = `  ${label} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(Math.round(percent)).padStart(3)} % ${note}`
      clear()
      output.write(text.slice(0, (output.columns ?? 100) - 1))
      drawn = true
    },
  }
}
