-- CreateTable
CREATE TABLE "PageSnapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jobId" TEXT NOT NULL,
    "productId" TEXT,
    "url" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "html" BLOB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "PageSnapshot_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PageSnapshot_jobId_id_idx" ON "PageSnapshot"("jobId", "id");
