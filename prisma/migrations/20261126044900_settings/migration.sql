-- What people have set for the whole installation; what has no row is as the environment or the program says.
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
