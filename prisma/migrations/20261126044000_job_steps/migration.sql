-- A job's changes of state, among however many log lines. Prisma has no words for an index of some rows: hence the _.
CREATE INDEX "_JobEvent_steps" ON "JobEvent"("jobId", "id") WHERE "kind" <> 'log';
