-- How each host is asked at present, written down by whichever process asks it, for people to see.
CREATE TABLE "HostThrottle" (
    "host" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "state" TEXT NOT NULL
);

CREATE INDEX "HostThrottle_at_idx" ON "HostThrottle"("at");
