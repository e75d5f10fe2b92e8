-- What the message of a failure says, beside it: a code and its values, for readers of other languages. Older rows have the message alone.
ALTER TABLE "Product" ADD COLUMN "errorTold" TEXT;
ALTER TABLE "PageSnapshot" ADD COLUMN "told" TEXT;
ALTER TABLE "BulkOperationItem" ADD COLUMN "told" TEXT;
