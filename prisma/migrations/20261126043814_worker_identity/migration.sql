-- By which other processes can tell that a worker's process is dead.
ALTER TABLE "WorkerProcess" ADD COLUMN "identity" TEXT;
