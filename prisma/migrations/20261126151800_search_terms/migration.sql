-- The words that are indexed, in their order: a beginning of more letters than the prefix indexes have would make FTS5
-- gather every row of every word that begins so, for each step of a list. Read from the index itself; nothing is stored.
CREATE VIRTUAL TABLE "_JobTerm" USING fts5vocab("_JobText", instance);
CREATE VIRTUAL TABLE "_ProductTerm" USING fts5vocab("_ProductText", instance);
