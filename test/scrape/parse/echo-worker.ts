import type { ParseRequest } from '../../../server/scrape/parse/parse-worker.ts'
import process from 'node:process'
import { parentPort } from 'node:worker_threads'
import { decoded } from '../../../server/scrape/page-text.ts'

/*
 * Answers with the text of each page, read twice; pages that begin with a command hang or end the thread. Importing more
 * than types of the real thread's module would start that one as well.
 */
const text = ({ page: { content } }: ParseRequest): string => typeof content === 'string' ? content : decoded(content)

parentPort?.on('message', (requests: ParseRequest[]) => {
  const firsts = requests.map(text)
  for (const first of firsts) {
    if (first.startsWith('hang')) {
      for (;;);
    }
    if (first.startsWith('exit'))
      process.exit(1)
  }
  parentPort?.postMessage(requests.map((request, index) => ({ ok: true, value: { first: firsts[index], last: text(request) } })))
})
parentPort?.postMessage('ready')
