-- DropIndex
DROP INDEX "Job_dispatchedAt_id_idx";

-- CreateIndex
CREATE INDEX "Job_type_status_dispatchedAt_priority_id_idx" ON "Job"("type", "status", "dispatchedAt", "priority", "id");

-- CreateTable
CREATE TABLE "QueueSetting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "concurrency" INTEGER,
    "rateJobs" INTEGER,
    "ratePerMs" INTEGER,
    "updatedAt" DATETIME NOT NULL
);
