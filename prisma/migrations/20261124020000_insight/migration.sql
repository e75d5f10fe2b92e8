-- What the dashboard reads. Tables whose names begin with _ are kept by triggers alone, in the transaction of the change
-- that they tell of; Prisma does not know them.

-- AlterTable
ALTER TABLE "Job" ADD COLUMN "cause" TEXT;
ALTER TABLE "Job" ADD COLUMN "durationMs" INTEGER;

UPDATE "Job" SET "durationMs" = CAST(ROUND((julianday("completedAt") - julianday("startedAt")) * 86400000) AS INTEGER)
WHERE "completedAt" IS NOT NULL AND "startedAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "Job_cause_id_idx" ON "Job"("cause", "id");
CREATE INDEX "Job_worker_id_idx" ON "Job"("worker", "id");
CREATE INDEX "Job_brandId_status_id_idx" ON "Job"("brandId", "status", "id");
CREATE INDEX "Job_priority_id_idx" ON "Job"("priority", "id");
CREATE INDEX "Job_completedAt_id_idx" ON "Job"("completedAt", "id");
CREATE INDEX "Job_durationMs_id_idx" ON "Job"("durationMs", "id");
CREATE INDEX "Job_brandId_completedAt_id_idx" ON "Job"("brandId", "completedAt", "id");
CREATE INDEX "Job_createdAt_id_idx" ON "Job"("createdAt", "id");

-- How many jobs there are of each type and status.
CREATE TABLE "_JobCount" (
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "jobs" INTEGER NOT NULL,
    PRIMARY KEY ("type", "status")
) WITHOUT ROWID;

INSERT INTO "_JobCount" SELECT "type", "status", COUNT(*) FROM "Job" GROUP BY "type", "status";

CREATE TRIGGER "_Job_counted_insert" AFTER INSERT ON "Job" BEGIN
    INSERT INTO "_JobCount" VALUES (NEW."type", NEW."status", 1) ON CONFLICT DO UPDATE SET "jobs" = "jobs" + 1;
END;
CREATE TRIGGER "_Job_counted_delete" AFTER DELETE ON "Job" BEGIN
    UPDATE "_JobCount" SET "jobs" = "jobs" - 1 WHERE "type" = OLD."type" AND "status" = OLD."status";
END;
CREATE TRIGGER "_Job_counted_update" AFTER UPDATE OF "status" ON "Job" WHEN OLD."status" <> NEW."status" BEGIN
    UPDATE "_JobCount" SET "jobs" = "jobs" - 1 WHERE "type" = OLD."type" AND "status" = OLD."status";
    INSERT INTO "_JobCount" VALUES (NEW."type", NEW."status", 1) ON CONFLICT DO UPDATE SET "jobs" = "jobs" + 1;
END;

-- From the first start of a job to its end.
CREATE TRIGGER "_Job_timed" AFTER UPDATE OF "completedAt" ON "Job" WHEN OLD."completedAt" IS NOT NEW."completedAt" BEGIN
    UPDATE "Job" SET "durationMs" = CASE WHEN NEW."completedAt" IS NULL OR NEW."startedAt" IS NULL THEN NULL
        ELSE MAX(0, CAST(ROUND((julianday(NEW."completedAt") - julianday(NEW."startedAt")) * 86400000) AS INTEGER)) END
    WHERE "id" = NEW."id";
END;

-- What ended in each minute (at: 2026-11-24T00:56) and hour (2026-11-24T00) of UTC, by queue.
CREATE TABLE "_QueueEnded" (
    "span" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "completed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    PRIMARY KEY ("span", "at", "queue")
) WITHOUT ROWID;

-- Durations of completed and failed jobs: bucket b counts those over 1.1^(b-1) and up to 1.1^b milliseconds.
CREATE TABLE "_QueueDuration" (
    "span" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "bucket" INTEGER NOT NULL,
    "jobs" INTEGER NOT NULL,
    PRIMARY KEY ("span", "at", "queue", "bucket")
) WITHOUT ROWID;

CREATE TRIGGER "_Job_ended" AFTER UPDATE OF "status" ON "Job"
WHEN NEW."status" IN ('completed', 'failed', 'cancelled') AND OLD."status" NOT IN ('completed', 'failed', 'cancelled') AND NEW."completedAt" IS NOT NULL BEGIN
    INSERT INTO "_QueueEnded" VALUES
        ('minute', substr(NEW."completedAt", 1, 16), NEW."type", NEW."status" = 'completed', NEW."status" = 'failed', NEW."status" = 'cancelled'),
        ('hour', substr(NEW."completedAt", 1, 13), NEW."type", NEW."status" = 'completed', NEW."status" = 'failed', NEW."status" = 'cancelled')
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed", "failed" = "failed" + excluded."failed", "cancelled" = "cancelled" + excluded."cancelled";
END;
CREATE TRIGGER "_Job_ended_after" AFTER UPDATE OF "status" ON "Job"
WHEN NEW."status" IN ('completed', 'failed') AND OLD."status" NOT IN ('completed', 'failed', 'cancelled') AND NEW."completedAt" IS NOT NULL AND NEW."startedAt" IS NOT NULL BEGIN
    INSERT INTO "_QueueDuration"
    SELECT "span", substr(NEW."completedAt", 1, "width"), NEW."type", CAST(ceil(ln(MAX(1, (julianday(NEW."completedAt") - julianday(NEW."startedAt")) * 86400000)) / ln(1.1)) AS INTEGER), 1
    FROM (SELECT 'minute' AS "span", 16 AS "width" UNION ALL SELECT 'hour', 13) WHERE true
    ON CONFLICT DO UPDATE SET "jobs" = "jobs" + 1;
END;

-- Jobs that are failed now, by cause and brand. A group that has been emptied keeps its times.
CREATE TABLE "_FailureGroup" (
    "cause" TEXT NOT NULL,
    "brandId" TEXT NOT NULL,
    "jobs" INTEGER NOT NULL,
    "firstAt" TEXT NOT NULL,
    "lastAt" TEXT NOT NULL,
    "lastJobId" TEXT NOT NULL,
    PRIMARY KEY ("cause", "brandId")
) WITHOUT ROWID;

CREATE TRIGGER "_Job_failed_insert" AFTER INSERT ON "Job" WHEN NEW."status" = 'failed' AND NEW."cause" IS NOT NULL BEGIN
    INSERT INTO "_FailureGroup" VALUES (NEW."cause", COALESCE(NEW."brandId", ''), 1, COALESCE(NEW."completedAt", NEW."updatedAt"), COALESCE(NEW."completedAt", NEW."updatedAt"), NEW."id")
    ON CONFLICT DO UPDATE SET "jobs" = "jobs" + 1, "firstAt" = MIN("firstAt", excluded."firstAt"), "lastJobId" = IIF(excluded."lastAt" >= "lastAt", excluded."lastJobId", "lastJobId"), "lastAt" = MAX("lastAt", excluded."lastAt");
END;
CREATE TRIGGER "_Job_failed_delete" AFTER DELETE ON "Job" WHEN OLD."status" = 'failed' AND OLD."cause" IS NOT NULL BEGIN
    UPDATE "_FailureGroup" SET "jobs" = "jobs" - 1 WHERE "cause" = OLD."cause" AND "brandId" = COALESCE(OLD."brandId", '');
END;
CREATE TRIGGER "_Job_failed_no_more" AFTER UPDATE OF "status", "cause", "brandId" ON "Job" WHEN OLD."status" = 'failed' AND OLD."cause" IS NOT NULL BEGIN
    UPDATE "_FailureGroup" SET "jobs" = "jobs" - 1 WHERE "cause" = OLD."cause" AND "brandId" = COALESCE(OLD."brandId", '');
END;
CREATE TRIGGER "_Job_failed_now" AFTER UPDATE OF "status", "cause", "brandId" ON "Job" WHEN NEW."status" = 'failed' AND NEW."cause" IS NOT NULL BEGIN
    INSERT INTO "_FailureGroup" VALUES (NEW."cause", COALESCE(NEW."brandId", ''), 1, COALESCE(NEW."completedAt", NEW."updatedAt"), COALESCE(NEW."completedAt", NEW."updatedAt"), NEW."id")
    ON CONFLICT DO UPDATE SET "jobs" = "jobs" + 1, "firstAt" = MIN("firstAt", excluded."firstAt"), "lastJobId" = IIF(excluded."lastAt" >= "lastAt", excluded."lastJobId", "lastJobId"), "lastAt" = MAX("lastAt", excluded."lastAt");
END;

-- Words of jobs: id, type, brand, and the beginnings of data, error and result. The numbers are our own, because those of
-- a table without an integer key change with VACUUM.
CREATE TABLE "_JobDocument" (
    "doc" INTEGER PRIMARY KEY,
    "jobId" TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE "_JobText" USING fts5("text", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');

INSERT INTO "_JobDocument" ("jobId") SELECT "id" FROM "Job" ORDER BY "id";
INSERT INTO "_JobText" (rowid, "text")
SELECT d."doc", concat_ws(' ', j."id", j."type", b."name", substr(j."data", 1, 1000), substr(j."error", 1, 1000), substr(j."result", 1, 1000))
FROM "_JobDocument" d JOIN "Job" j ON j."id" = d."jobId" LEFT JOIN "Brand" b ON b."id" = j."brandId" ORDER BY d."doc";

CREATE TRIGGER "_Job_text_insert" AFTER INSERT ON "Job" BEGIN
    INSERT INTO "_JobDocument" ("jobId") VALUES (NEW."id");
    INSERT INTO "_JobText" (rowid, "text")
    SELECT "doc", concat_ws(' ', NEW."id", NEW."type", (SELECT "name" FROM "Brand" WHERE "id" = NEW."brandId"), substr(NEW."data", 1, 1000), substr(NEW."error", 1, 1000), substr(NEW."result", 1, 1000))
    FROM "_JobDocument" WHERE "jobId" = NEW."id";
END;
CREATE TRIGGER "_Job_text_update" AFTER UPDATE OF "data", "error", "result" ON "Job"
WHEN OLD."data" IS NOT NEW."data" OR OLD."error" IS NOT NEW."error" OR OLD."result" IS NOT NEW."result" BEGIN
    INSERT OR REPLACE INTO "_JobText" (rowid, "text")
    SELECT "doc", concat_ws(' ', NEW."id", NEW."type", (SELECT "name" FROM "Brand" WHERE "id" = NEW."brandId"), substr(NEW."data", 1, 1000), substr(NEW."error", 1, 1000), substr(NEW."result", 1, 1000))
    FROM "_JobDocument" WHERE "jobId" = NEW."id";
END;
CREATE TRIGGER "_Job_text_delete" AFTER DELETE ON "Job" BEGIN
    DELETE FROM "_JobText" WHERE rowid = (SELECT "doc" FROM "_JobDocument" WHERE "jobId" = OLD."id");
    DELETE FROM "_JobDocument" WHERE "jobId" = OLD."id";
END;
