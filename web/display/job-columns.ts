import type { ChoosableColumn } from './column-choice.ts'

type JobColumnKey = 'status' | 'progress' | 'attempts' | 'priority' | 'tags' | 'worker' | 'created' | 'finished' | 'duration'

/** The columns that the jobs table can show beside the job itself. */
export const jobColumns: readonly (ChoosableColumn & { key: JobColumnKey })[] = [
  { key: 'status', width: 'w-32', from: 'sm', usual: true },
  { key: 'progress', width: 'w-44 2xl:w-56', from: 'md', usual: true },
  { key: 'attempts', width: 'w-24', from: 'xl', align: 'end', usual: true },
  { key: 'priority', width: 'w-24', align: 'end', sort: 'priority', usual: false },
  { key: 'tags', width: 'w-48', usual: false },
  { key: 'worker', width: 'w-40', usual: false },
  { key: 'created', width: 'w-32', from: 'lg', align: 'end', sort: 'created', usual: true },
  { key: 'finished', width: 'w-32', align: 'end', sort: 'finished', usual: false },
  { key: 'duration', width: 'w-28', from: 'xl', align: 'end', sort: 'duration', usual: true },
]
