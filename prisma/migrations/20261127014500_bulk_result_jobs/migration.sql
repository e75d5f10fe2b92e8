-- What a result says of a job that is not there any more.
ALTER TABLE "BulkOperationItem" ADD COLUMN "type" TEXT;
ALTER TABLE "BulkOperationItem" ADD COLUMN "brandId" TEXT;
