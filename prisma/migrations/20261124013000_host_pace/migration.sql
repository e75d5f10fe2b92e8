-- Which process asks a host at present, until when, and what the next one must know of the host.
CREATE TABLE "HostPace" (
    "host" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "wantedAt" DATETIME,
    "nextAt" DATETIME NOT NULL,
    "quietUntil" DATETIME NOT NULL,
    "failures" INTEGER NOT NULL,
    "latencyMs" REAL
);
