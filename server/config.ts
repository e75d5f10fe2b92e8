import type { SettingKey } from './contract/settings.ts'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { settingKeys, settingSpecs } from './contract/settings.ts'

const flag = z.enum(['on', 'off', 'true', 'false', '1', '0']).transform(value => ['on', 'true', '1'].includes(value))
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const list = z.string().transform(text => text.split(',').map(part => part.trim()).filter(Boolean))

/** Every environment variable that the server reads, with what it stands for when absent. */
const Env = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: count(0, 65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  DATA_DIR: z.string().min(1).default('data'),
  EXPORTS_DIR: z.string().min(1).default('exports'),
  DATABASE_URL: z.string().startsWith('file:', 'must be file:<path> of a SQLite database').optional(),
  QUEUE_URL: z.string().min(1).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  REDIS_HOST: z.string().min(1).optional(),
  REDIS_PORT: count(1, 65_535).default(6379),
  REDIS_PASSWORD: z.string().optional(),
  SAMPLE_SHOP: flag.optional(),
  SCRAPE_BRAND_CONCURRENCY: count(1, 100).default(1),
  SCRAPE_BRAND_ATTEMPTS: count(1, 20).default(3),
  SCRAPE_PRODUCT_DETAILS_CONCURRENCY: count(1, 100).default(2),
  SCRAPE_PRODUCT_DETAILS_ATTEMPTS: count(1, 20).default(2),
  EXPORT_CSV_CONCURRENCY: count(1, 100).default(3),
  EXPORT_CSV_ATTEMPTS: count(1, 20).default(1),
  BACKOFF_MS: count(10, 600_000).default(2000),
  SHUTDOWN_GRACE_MS: count(0, 600_000).default(20_000),
  SCRAPE_USER_AGENT: z.string().min(3).max(300).optional(),
  SCRAPE_CONTACT: z.string().max(200).optional(),
  SCRAPE_TIMEOUT_MS: count(100, 600_000).optional(),
  RENDERER_CHROMIUM: z.string().refine(value => value === 'auto' || isAbsolute(value), 'must be auto or the absolute path of Chromium').optional(),
  ALLOW_PRIVATE_HOSTS: list.default([]),
  ALLOW_PRIVATE_PROXIES: list.default([]),
  SECRET_KEY: z.string().trim().regex(/^[\da-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)').optional(),
})

/** What people may set otherwise later; here are the installation's own defaults. */
const SettingsEnv = z.object(Object.fromEntries(settingKeys.map((key) => {
  const { variable, least, most } = settingSpecs[key]
  return [variable, count(least, most).optional()]
})))

type Env = z.infer<typeof Env>

/** The environment is wrong: every bad variable at once, a line each. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration'
}

/**
 * Reads the configuration from environment variables; nothing else of the program looks at them.
 * @param env usually `process.env`; an empty value counts as absent
 * @param root folder that relative paths start from
 * @throws {BadConfiguration}
 */
export function parseConfig(env: Record<string, string | undefined>, root: string) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const [parsed, settings] = [Env.safeParse(given), SettingsEnv.safeParse(given)]
  if (!parsed.success || !settings.success)
    throw new BadConfiguration([parsed, settings].flatMap(({ error }) => error?.issues ?? []).map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const values = parsed.data
  const dataDir = resolve(root, values.DATA_DIR)
  const queueUrl = queueUrlOf(values, dataDir)
  if (queueUrl.startsWith('embedded:') && values.ROLE !== 'all')
    throw new BadConfiguration(`ROLE: ${values.ROLE} needs a queue that several processes can reach; set REDIS_URL`)
  return {
    production: values.NODE_ENV === 'production',
    role: values.ROLE,
    logLevel: values.LOG_LEVEL,
    http: { host: values.HOST, port: values.PORT, publicUrl: values.PUBLIC_URL },
    databaseFile: resolve(root, values.DATABASE_URL?.slice('file:'.length) ?? join(dataDir, 'app.db')),
    secretKey: { text: values.SECRET_KEY, file: join(dataDir, 'secret.key') },
    migrationsDir: join(root, 'prisma', 'migrations'),
    exportsDir: resolve(root, values.EXPORTS_DIR),
    webDir: join(root, 'dist', 'web'),
    queueUrl,
    concurrency: {
      'scrape-brand': values.SCRAPE_BRAND_CONCURRENCY,
      'scrape-product-details': values.SCRAPE_PRODUCT_DETAILS_CONCURRENCY,
      'export-csv': values.EXPORT_CSV_CONCURRENCY,
    },
    attempts: {
      'scrape-brand': values.SCRAPE_BRAND_ATTEMPTS,
      'scrape-product-details': values.SCRAPE_PRODUCT_DETAILS_ATTEMPTS,
      'export-csv': values.EXPORT_CSV_ATTEMPTS,
    },
    backoffMs: values.BACKOFF_MS,
    shutdownGraceMs: values.SHUTDOWN_GRACE_MS,
    /** What the environment says of settings; the others are as usual. */
    settings: Object.fromEntries(settingKeys.flatMap((key) => {
      const value = settings.data[settingSpecs[key].variable]
      return value === undefined ? [] : [[key, value]]
    })) as Partial<Record<SettingKey, number>>,
    scrape: {
      userAgent: values.SCRAPE_USER_AGENT,
      contact: values.SCRAPE_CONTACT,
      times: values.SCRAPE_TIMEOUT_MS === undefined ? {} : { totalMs: values.SCRAPE_TIMEOUT_MS },
      renderer: values.RENDERER_CHROMIUM,
      allowPrivateHosts: values.ALLOW_PRIVATE_HOSTS,
      allowPrivateProxies: values.ALLOW_PRIVATE_PROXIES,
    },
    sampleShop: values.SAMPLE_SHOP ?? values.NODE_ENV !== 'production',
  }
}
export type Config = ReturnType<typeof parseConfig>

function queueUrlOf(values: Env, dataDir: string): string {
  if (values.QUEUE_URL !== undefined && values.QUEUE_URL !== 'embedded')
    return values.QUEUE_URL
  if (values.QUEUE_URL === undefined && values.REDIS_URL !== undefined)
    return values.REDIS_URL
  if (values.QUEUE_URL === undefined && values.REDIS_HOST !== undefined) {
    const host = values.REDIS_HOST.includes(':') ? `[${values.REDIS_HOST}]` : values.REDIS_HOST
    return `redis://${values.REDIS_PASSWORD === undefined ? '' : `:${encodeURIComponent(values.REDIS_PASSWORD)}@`}${host}:${values.REDIS_PORT}`
  }
  return `embedded:${join(dataDir, 'queue')}`
}
