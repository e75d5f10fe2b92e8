-- What an export was asked for outlives its job: a file that is gone can be written again.
ALTER TABLE "Export" ADD COLUMN "request" TEXT;
UPDATE "Export" SET "request" = (SELECT "data" FROM "Job" WHERE "Job"."id" = "Export"."jobId");
