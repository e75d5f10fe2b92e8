-- What the shop's lists said of a product when it was last met: while they say the same, its page has the last word.
ALTER TABLE "Product" ADD COLUMN "listedHash" TEXT;
