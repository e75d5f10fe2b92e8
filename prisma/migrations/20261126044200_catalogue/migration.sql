-- The catalogue by any filter, in any order, at a million products as at ten. Tables whose names begin with _ are kept by
-- triggers and by the indexing of words; Prisma does not know them.

-- CreateIndex
CREATE INDEX "Product_status_id_idx" ON "Product"("status", "id");
CREATE INDEX "Product_availability_id_idx" ON "Product"("availability", "id");
CREATE INDEX "Product_currency_priceMinor_id_idx" ON "Product"("currency", "priceMinor", "id");
CREATE INDEX "Product_name_id_idx" ON "Product"("name" COLLATE NOCASE, "id");
CREATE INDEX "Product_lastSeenAt_id_idx" ON "Product"("lastSeenAt", "id");
CREATE INDEX "Product_changedAt_id_idx" ON "Product"("changedAt", "id");

-- How many products a brand has of each status and currency ('' where none is known).
CREATE TABLE "_ProductCount" (
    "brandId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "products" INTEGER NOT NULL,
    PRIMARY KEY ("brandId", "status", "currency")
) WITHOUT ROWID;

INSERT INTO "_ProductCount" SELECT "brandId", "status", COALESCE("currency", ''), COUNT(*) FROM "Product" GROUP BY 1, 2, 3;

CREATE TRIGGER "_Product_counted_insert" AFTER INSERT ON "Product" BEGIN
    INSERT INTO "_ProductCount" VALUES (NEW."brandId", NEW."status", COALESCE(NEW."currency", ''), 1) ON CONFLICT DO UPDATE SET "products" = "products" + 1;
END;
CREATE TRIGGER "_Product_counted_delete" AFTER DELETE ON "Product" BEGIN
    UPDATE "_ProductCount" SET "products" = "products" - 1 WHERE "brandId" = OLD."brandId" AND "status" = OLD."status" AND "currency" = COALESCE(OLD."currency", '');
END;
CREATE TRIGGER "_Product_counted_update" AFTER UPDATE OF "status", "currency" ON "Product" WHEN OLD."status" <> NEW."status" OR OLD."currency" IS NOT NEW."currency" BEGIN
    UPDATE "_ProductCount" SET "products" = "products" - 1 WHERE "brandId" = OLD."brandId" AND "status" = OLD."status" AND "currency" = COALESCE(OLD."currency", '');
    INSERT INTO "_ProductCount" VALUES (NEW."brandId", NEW."status", COALESCE(NEW."currency", ''), 1) ON CONFLICT DO UPDATE SET "products" = "products" + 1;
END;

-- Words of products. FTS5 writes its segments out with each statement of a trigger, which costs more than the row itself:
-- triggers only say whose words are due, and the server indexes them in batches. The numbers are our own, because those of
-- a table without an integer key change with VACUUM.
CREATE TABLE "_ProductDocument" (
    "doc" INTEGER PRIMARY KEY,
    "productId" TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE "_ProductText" USING fts5("text", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');
CREATE TABLE "_ProductTextDue" ("productId" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

INSERT INTO "_ProductTextDue" SELECT "id" FROM "Product";

CREATE TRIGGER "_Product_text_insert" AFTER INSERT ON "Product" BEGIN
    INSERT INTO "_ProductTextDue" VALUES (NEW."id") ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER "_Product_text_update" AFTER UPDATE OF "name", "brandName", "sku", "mpn", "gtin", "url", "description" ON "Product"
WHEN OLD."name" IS NOT NEW."name" OR OLD."brandName" IS NOT NEW."brandName" OR OLD."sku" IS NOT NEW."sku" OR OLD."mpn" IS NOT NEW."mpn" OR OLD."gtin" IS NOT NEW."gtin" OR OLD."url" IS NOT NEW."url" OR OLD."description" IS NOT NEW."description" BEGIN
    INSERT INTO "_ProductTextDue" VALUES (NEW."id") ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER "_Product_text_delete" AFTER DELETE ON "Product" BEGIN
    INSERT INTO "_ProductTextDue" VALUES (OLD."id") ON CONFLICT DO NOTHING;
END;

-- Words of jobs are indexed in the same way from now on.
DROP TRIGGER "_Job_text_insert";
DROP TRIGGER "_Job_text_update";
DROP TRIGGER "_Job_text_delete";
CREATE TABLE "_JobTextDue" ("jobId" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

CREATE TRIGGER "_Job_text_insert" AFTER INSERT ON "Job" BEGIN
    INSERT INTO "_JobTextDue" VALUES (NEW."id") ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER "_Job_text_update" AFTER UPDATE OF "data", "error", "result" ON "Job"
WHEN OLD."data" IS NOT NEW."data" OR OLD."error" IS NOT NEW."error" OR OLD."result" IS NOT NEW."result" BEGIN
    INSERT INTO "_JobTextDue" VALUES (NEW."id") ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER "_Job_text_delete" AFTER DELETE ON "Job" BEGIN
    INSERT INTO "_JobTextDue" VALUES (OLD."id") ON CONFLICT DO NOTHING;
END;
