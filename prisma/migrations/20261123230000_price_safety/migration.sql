-- A price that jumped waits here until it is seen a second time.
ALTER TABLE "Product" ADD COLUMN "heldPrice" TEXT;
-- Finds a product again that changed its address or its shop's platform.
CREATE INDEX "Product_brandId_gtin_idx" ON "Product"("brandId", "gtin");
CREATE INDEX "Product_brandId_sku_idx" ON "Product"("brandId", "sku");
