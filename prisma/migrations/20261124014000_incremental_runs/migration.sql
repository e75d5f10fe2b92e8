-- What the shop's own lists said of a product when it was last met: its address, and the date of its last change.
ALTER TABLE "Product" ADD COLUMN "listedUrl" TEXT;
ALTER TABLE "Product" ADD COLUMN "listedModified" TEXT;
-- The date that was listed when its page was last read, if it was far enough in the past to be settled.
ALTER TABLE "Product" ADD COLUMN "readModified" TEXT;
