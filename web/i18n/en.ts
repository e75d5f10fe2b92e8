import brands from './en/brands.ts'
import bulk from './en/bulk.ts'
import exports from './en/exports.ts'
import failures from './en/failures.ts'
import job from './en/job.ts'
import jobs from './en/jobs.ts'
import overview from './en/overview.ts'
import problem from './en/problem.ts'
import products from './en/products.ts'
import runs from './en/runs.ts'
import schedules from './en/schedules.ts'
import settings from './en/settings.ts'
import shell from './en/shell.ts'
import throttle from './en/throttle.ts'
import views from './en/views.ts'
import workers from './en/workers.ts'

/** Every text of the dashboard, in English: the catalogue that the others are measured by; a file for each part of it. */
export default { ...shell, ...overview, ...jobs, ...bulk, ...failures, ...job, ...runs, ...brands, ...products, ...exports, ...schedules, ...throttle, ...views, ...workers, ...settings, ...problem }
