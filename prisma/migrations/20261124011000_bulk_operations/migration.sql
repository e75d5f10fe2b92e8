-- CreateTable
CREATE TABLE "BulkOperation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "action" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "ids" TEXT,
    "filter" TEXT,
    "ceiling" TEXT NOT NULL,
    "cursor" TEXT,
    "priority" INTEGER,
    "delayMs" INTEGER,
    "canary" TEXT,
    "matched" INTEGER NOT NULL,
    "processed" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "undoUntil" DATETIME,
    "error" TEXT,
    "abortRequestedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "BulkOperationItem" (
    "operationId" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "message" TEXT,
    "kept" TEXT,

    PRIMARY KEY ("operationId", "jobId"),
    CONSTRAINT "BulkOperationItem_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "BulkOperation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BulkOperation_status_id_idx" ON "BulkOperation"("status", "id");

-- CreateIndex
CREATE INDEX "BulkOperation_undoUntil_idx" ON "BulkOperation"("undoUntil");

-- CreateIndex
CREATE INDEX "BulkOperationItem_operationId_outcome_jobId_idx" ON "BulkOperationItem"("operationId", "outcome", "jobId");
