-- What a text says, beside the text: a code and its values, for readers of other languages. Older rows have the text alone.
ALTER TABLE "Job" ADD COLUMN "progressTold" TEXT;
ALTER TABLE "JobEvent" ADD COLUMN "told" TEXT;
ALTER TABLE "ScheduleRun" ADD COLUMN "told" TEXT;
