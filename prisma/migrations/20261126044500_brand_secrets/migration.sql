-- Passwords and header values of a brand, sealed (AES-256-GCM) with a key that is not in this database.
ALTER TABLE "Brand" ADD COLUMN "secrets" TEXT;
