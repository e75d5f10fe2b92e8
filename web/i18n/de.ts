import type { Catalogue } from './index.ts'
import brands from './de/brands.ts'
import bulk from './de/bulk.ts'
import exports from './de/exports.ts'
import failures from './de/failures.ts'
import job from './de/job.ts'
import jobs from './de/jobs.ts'
import overview from './de/overview.ts'
import problem from './de/problem.ts'
import products from './de/products.ts'
import runs from './de/runs.ts'
import schedules from './de/schedules.ts'
import settings from './de/settings.ts'
import shell from './de/shell.ts'
import throttle from './de/throttle.ts'
import told from './de/told.ts'
import views from './de/views.ts'
import workers from './de/workers.ts'

/** Deutsch, mit Anrede „Sie“. */
const de: Catalogue = { ...shell, ...overview, ...jobs, ...bulk, ...failures, ...job, ...runs, ...brands, ...products, ...exports, ...schedules, ...throttle, ...views, ...workers, ...settings, ...told, ...problem }

export default de
