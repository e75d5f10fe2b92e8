import type { ChoosableColumn } from './column-choice.ts'

type JobColumnKey = 'status' | 'progress' | 'attempts' | 'priority' | 'tags' | 'worker' | 'created' | 'finished' | 'duration'

/** The columns that the jobs table can show beside the job itself. */
export const jobColumns: readonly (ChoosableColumn & { key: JobColumnKey })[] = [
  { key: 'status', width: 'w-32', show: 'hidden sm:table-cell', usual: true },
  { key: 'progress', width: 'w-44 2xl:w-56', show: 'hidden md:table-cell', usual: true },
  { key: 'attempts', width: 'w-24', show: 'hidden xl:table-cell', align: 'end', usual: true },
  { key: 'priority', width: 'w-24', align: 'end', sort: 'priority', usual: false },
  { key: 'tags', width: 'w-48', usual: false },
  { key: 'worker', width: 'w-40', usual: false },
  { key: 'created', width: 'w-32', show: 'hidden lg:table-cell', align: 'end', sort: 'created', usual: true },
  { key: 'finished', width: 'w-32', align: 'end', sort: 'finished', usual: false },
  { key: 'duration', width: 'w-28', show: 'hidden xl:table-cell', align: 'end', sort: 'duration', usual: true },
]
