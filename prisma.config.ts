import { defineConfig } from 'prisma/config'

/** For the Prisma command line; the server opens the database by its own `DATABASE_URL`. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: 'file:./data/app.db' },
})
