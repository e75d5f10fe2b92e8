-- AlterTable
ALTER TABLE "Job" ADD COLUMN "tags" TEXT;

-- Which jobs have a tag, in the order of acceptance. Kept by triggers, as the tables of `insight` are.
CREATE TABLE "_JobTag" (
    "tag" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    PRIMARY KEY ("tag", "jobId")
) WITHOUT ROWID;

CREATE TRIGGER "_Job_tagged_insert" AFTER INSERT ON "Job" WHEN NEW."tags" IS NOT NULL BEGIN
    INSERT OR IGNORE INTO "_JobTag" SELECT "value", NEW."id" FROM json_each(NEW."tags");
END;
CREATE TRIGGER "_Job_tagged_delete" AFTER DELETE ON "Job" WHEN OLD."tags" IS NOT NULL BEGIN
    DELETE FROM "_JobTag" WHERE "jobId" = OLD."id" AND "tag" IN (SELECT "value" FROM json_each(OLD."tags"));
END;

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_page_name_key" ON "SavedView"("page", "name");
