-- CreateTable
CREATE TABLE "Brand" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "recipe" TEXT,
    "settings" TEXT NOT NULL DEFAULT '{}',
    "productCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Product" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "brandId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "name" TEXT,
    "brandName" TEXT,
    "description" TEXT,
    "priceMinor" BIGINT,
    "listPriceMinor" BIGINT,
    "currency" TEXT,
    "availability" TEXT,
    "sku" TEXT,
    "mpn" TEXT,
    "gtin" TEXT,
    "condition" TEXT,
    "images" TEXT NOT NULL DEFAULT '[]',
    "category" TEXT NOT NULL DEFAULT '[]',
    "rating" REAL,
    "ratingBest" REAL,
    "reviewCount" INTEGER,
    "attributes" TEXT NOT NULL DEFAULT '{}',
    "variants" TEXT NOT NULL DEFAULT '[]',
    "variantCount" INTEGER NOT NULL DEFAULT 0,
    "language" TEXT,
    "evidence" TEXT NOT NULL DEFAULT '{}',
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "etag" TEXT,
    "lastModified" TEXT,
    "contentHash" TEXT,
    "seenBy" TEXT,
    "readBy" TEXT,
    "firstSeenAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "changedAt" DATETIME,
    CONSTRAINT "Product_brandId_fkey" FOREIGN KEY ("brandId") REFERENCES "Brand" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProductChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "productId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "jobId" TEXT,
    CONSTRAINT "ProductChange_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "progress" REAL NOT NULL DEFAULT 0,
    "progressNote" TEXT,
    "data" TEXT NOT NULL,
    "result" TEXT,
    "error" TEXT,
    "errorCode" TEXT,
    "brandId" TEXT,
    "parentId" TEXT,
    "flowId" TEXT,
    "onChildFailure" TEXT NOT NULL DEFAULT 'fail',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "maxAttempts" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "starts" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "dispatchedAt" DATETIME,
    "attemptToken" TEXT,
    "worker" TEXT,
    "heartbeatAt" DATETIME,
    "checkpoint" TEXT,
    "cancelRequestedAt" DATETIME,
    "dedupeKey" TEXT,
    "runAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "completedAt" DATETIME,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Job_brandId_fkey" FOREIGN KEY ("brandId") REFERENCES "Brand" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "JobEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jobId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT 'info',
    "attempt" INTEGER,
    "worker" TEXT,
    "message" TEXT NOT NULL,
    "data" TEXT,
    CONSTRAINT "JobEvent_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Export" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jobId" TEXT NOT NULL,
    "brandId" TEXT,
    "filename" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Brand_url_key" ON "Brand"("url");

-- CreateIndex
CREATE UNIQUE INDEX "Product_brandId_key_key" ON "Product"("brandId", "key");

-- CreateIndex
CREATE INDEX "Product_brandId_id_idx" ON "Product"("brandId", "id");

-- CreateIndex
CREATE INDEX "Product_brandId_status_id_idx" ON "Product"("brandId", "status", "id");

-- CreateIndex
CREATE INDEX "ProductChange_productId_id_idx" ON "ProductChange"("productId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Job_dedupeKey_key" ON "Job"("dedupeKey");

-- CreateIndex
CREATE INDEX "Job_status_id_idx" ON "Job"("status", "id");

-- CreateIndex
CREATE INDEX "Job_type_status_id_idx" ON "Job"("type", "status", "id");

-- CreateIndex
CREATE INDEX "Job_brandId_id_idx" ON "Job"("brandId", "id");

-- CreateIndex
CREATE INDEX "Job_flowId_idx" ON "Job"("flowId");

-- CreateIndex
CREATE INDEX "Job_parentId_idx" ON "Job"("parentId");

-- CreateIndex
CREATE INDEX "Job_dispatchedAt_id_idx" ON "Job"("dispatchedAt", "id");

-- CreateIndex
CREATE INDEX "Job_status_completedAt_idx" ON "Job"("status", "completedAt");

-- CreateIndex
CREATE INDEX "Job_errorCode_id_idx" ON "Job"("errorCode", "id");

-- CreateIndex
CREATE INDEX "JobEvent_jobId_id_idx" ON "JobEvent"("jobId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Export_filename_key" ON "Export"("filename");

-- CreateIndex
CREATE INDEX "Export_jobId_idx" ON "Export"("jobId");

-- CreateIndex
CREATE INDEX "Export_brandId_id_idx" ON "Export"("brandId", "id");
