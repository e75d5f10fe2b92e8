import antfu from '@antfu/eslint-config'

/** Libraries with one home each; architecture.md's import table is asserted in full by test/architecture/imports.test.ts. */
const homes = {
  'bullmq': 'server/queue',
  'ioredis': 'server/queue',
  '@electric-sql/pglite': 'server/queue',
  '@prisma/client': 'server/store',
  '@prisma/adapter-better-sqlite3': 'server/store',
  'better-sqlite3': 'server/store',
  'undici': 'server/scrape',
  'linkedom': 'server/scrape',
  'htmlparser2': 'server/scrape',
  'csv-stringify': 'server/export',
}

function restrictedImports(folder) {
  const strangers = Object.entries(homes).filter(([, home]) => home !== folder)
  return ['error', {
    patterns: strangers.map(([name, home]) => ({ group: [name, `${name}/*`], message: `Only ${home} imports ${name}.` })),
  }]
}

export default antfu(
  {
    type: 'app',
    formatters: false,
    pnpm: false,
    ignores: ['dist', 'data', 'exports', 'server/store/prisma', 'prisma/migrations', 'web/api/schema.d.ts', 'test/fixtures'],
    typescript: {
      tsconfigPath: 'tsconfig.json',
      overridesTypeAware: {
        'ts/no-floating-promises': 'error',
        'ts/strict-boolean-expressions': 'off',
        'ts/promise-function-async': 'off',
      },
    },
    vue: {
      a11y: true,
      overrides: {
        'vue/no-v-html': 'error',
        'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
        'vue/component-name-in-template-casing': ['error', 'PascalCase', { registeredComponentsOnly: false }],
        'vue-a11y/label-has-for': 'off',
        'vue-a11y/anchor-has-content': ['error', { accessibleChildren: ['RelativeTime', 'JobStatusBadge'] }],
      },
    },
  },
  {
    name: 'gleaner/style',
    rules: {
      // A short object or ternary reads best on its line; where to break is the author's call.
      'antfu/reasonable-newline': 'off',
      'antfu/consistent-chaining': 'off',
      // A zod schema and its type have one name; TypeScript itself finds real redeclarations.
      'ts/no-redeclare': 'off',
      'jsdoc/require-property-description': 'off',
      'no-console': 'error',
      'node/no-process-env': 'error',
      'test/consistent-test-it': ['error', { fn: 'test', withinDescribe: 'test' }],
      'ts/no-explicit-any': 'error',
      'ts/consistent-type-definitions': ['error', 'interface'],
      'unicorn/filename-case': ['error', { case: 'kebabCase', ignore: [/\.vue$/, /^[A-Z]+\.md$/] }],
    },
  },
  {
    name: 'gleaner/environment',
    files: ['server/main.ts', 'server/run.ts', '*.config.{js,ts}', 'scripts/**', 'test/**'],
    rules: { 'node/no-process-env': 'off' },
  },
  {
    name: 'gleaner/terminal',
    files: ['scripts/**', 'test/**'],
    rules: { 'no-console': 'off', 'antfu/no-top-level-await': 'off' },
  },
  {
    name: 'gleaner/server',
    files: ['server/**/*.ts'],
    rules: {
      'no-restricted-imports': restrictedImports(''),
      'no-restricted-globals': ['error', ...['fetch', 'WebSocket', 'EventSource'].map(name => ({ name, message: 'Requests go through server/scrape/fetch, which guards against SSRF.' }))],
    },
  },
  ...[...new Set(Object.values(homes))].map(folder => ({
    name: `gleaner/imports/${folder}`,
    files: [`${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': restrictedImports(folder) },
  })),
)
