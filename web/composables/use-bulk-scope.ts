import type { BulkOperation } from '../../server/contract/index.ts'
import { useI18n } from 'vue-i18n'
import { noBrand } from '../../server/contract/no-brand.ts'
import { useBrandNames } from '../stores/brand-names.ts'
import { useFormat } from './use-format.ts'

/** Which jobs an operation is about, in words: how many were named, or what the filter asked for. */
export function useBulkScope() {
  const { t } = useI18n()
  const { count, exact, list } = useFormat()
  const brands = useBrandNames()

  function filterWords(filter: NonNullable<BulkOperation['filter']>): string[] {
    const { status = [], type, brandId, search, cause, errorCode, tag, worker, priority, createdAfter, createdBefore, finishedAfter, finishedBefore } = filter
    const between = (key: 'created' | 'finished', from: string | undefined, to: string | undefined) => [
      ...from === undefined ? [] : [t(`bulk.scope.${key}After`, { at: exact(from) })],
      ...to === undefined ? [] : [t(`bulk.scope.${key}Before`, { at: exact(to) })],
    ]
    return [
      ...status.map(each => t(`status.${each}`)),
      ...type === undefined ? [] : [t(`jobType.${type}`)],
      ...brandId === undefined ? [] : [brandId === noBrand ? t('jobs.noBrand') : brands.byId.get(brandId) ?? brandId],
      ...search ? [t('bulk.scope.search', { search })] : [],
      ...errorCode === undefined ? [] : [t(`problem.${errorCode}.title`)],
      ...cause === undefined ? [] : [t('bulk.scope.cause', { cause })],
      ...tag === undefined ? [] : [t('bulk.scope.tag', { tag })],
      ...worker === undefined ? [] : [worker],
      ...priority === undefined ? [] : [t('bulk.scope.priority', { n: priority })],
      ...between('created', createdAfter, createdBefore),
      ...between('finished', finishedAfter, finishedBefore),
    ]
  }

  return function scopeOf({ named, filter }: Pick<BulkOperation, 'named' | 'filter'>): string {
    if (filter === null)
      return count('bulk.scope.named', named ?? 0)
    const words = filterWords(filter)
    return words.length === 0 ? t('bulk.scope.all') : list(words)
  }
}
