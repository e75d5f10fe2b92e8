-- The few jobs whose process died are found among all others.
CREATE INDEX "Job_starts_status_idx" ON "Job"("starts", "status");
