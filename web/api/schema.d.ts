/* eslint-disable */
// Made by `npm run openapi` from the routes in server/http.

export interface paths {
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See queues, brands that need attention, and dangers at a glance
         * @description Per queue: counts, what ended in the last 60 minutes and 24 hours, durations (within 5 %), failure rate, and whether anybody works on it.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what ended over time, as JSON or CSV */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List failed jobs by cause and brand
         * @description The largest groups first. A cause is the error's code and its message without numbers, ids and addresses; give it as `cause` to the list of jobs, or to a bulk action to retry the group.
         */
        get: operations["listFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read one page with a recipe, without keeping anything
         * @description Answers every field that the page gives, where it came from, the raw text, and the other candidates. A page that cannot be read answers 200 with `failure`.
         */
        post: operations["testRecipe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/probe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a shop before adding it
         * @description Tries the ways of finding products for up to 45 seconds and 250 products. A shop that cannot be read answers 200 with `failure`.
         */
        post: operations["probeShop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the saved pages that a job could not read
         * @description The first 20 pages of a job that came but could not be read as a product, 512 KB of each.
         */
        get: operations["listSavedPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the source of a saved page, as plain text */
        get: operations["getSavedPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List brands with their last run */
        get: operations["listBrands"];
        put?: never;
        /**
         * Add a brand by the address of its shop
         * @description Only `url` is needed. Nothing is fetched yet: submit a `scrape-brand` job to find the products.
         */
        post: operations["createBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brand-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names and addresses of all brands
         * @description In no order, and all at once: to choose one from, or to name those that other lists tell the id of.
         */
        get: operations["listBrandNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one brand */
        get: operations["getBrand"];
        put?: never;
        post?: never;
        /**
         * Delete a brand and its products
         * @description Refused with 409 while one of its jobs is open.
         */
        delete: operations["deleteBrand"];
        options?: never;
        head?: never;
        /**
         * Change a brand
         * @description Fields that are absent stay as they are. `recipe: null` removes the recipe; `settings` is replaced as a whole, but for secrets: `null`, as they are read, keeps what is set. They are not carried over to another shop or proxy: enter them anew with its address.
         */
        patch: operations["updateBrand"];
        trace?: never;
    };
    "/api/brand-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of brands' shops, and when they are looked at next */
        get: operations["listBrandFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{id}/politeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a brand's shop is asked, and why not faster
         * @description What is set, and how the host is asked at present in whichever process: a second old at most while it is asked. The live stream tells each change as `throttle`.
         */
        get: operations["getBrandPoliteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Newest first, unless `sort` and `order` say otherwise. Repeat `status` for several. `search` finds words and their beginnings in id, brand, data, error and result. `cursor` goes on, `before` goes back; a page may be short while more follow: the end is where `nextCursor` is null.
         */
        get: operations["listJobs"];
        put?: never;
        /**
         * Submit a job
         * @description The body is told apart by `type`. 202 means that the job is in the database and will reach an end you can see; it runs when a worker is free. `delayMs` or `runAt` makes it wait, a lower `priority` number makes it go first.
         */
        post: operations["submitJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/clean": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete finished jobs by status and age */
        post: operations["cleanJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one job with its data and result */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /** Delete a finished job and its timeline */
        delete: operations["deleteJob"];
        options?: never;
        head?: never;
        /** Change the priority of a waiting job */
        patch: operations["updateJob"];
        trace?: never;
    };
    "/api/jobs/{id}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the jobs of the same flow
         * @description Children come before the job that waits for them. A job without a flow is alone in the list.
         */
        get: operations["getJobFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job's changes of state and log lines
         * @description Newest first; with `after`, oldest first, to go on from the last line that is known.
         */
        get: operations["getJobTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a failed or cancelled job again
         * @description With all its attempts; with another priority later, or with other data, if the body says so. In a flow, the failed and cancelled jobs after it come along.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description A waiting job is cancelled at once. An active one has `cancelRequestedAt` set and becomes `cancelled` when its worker has stopped; what it had stored by then stays.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a delayed job now */
        post: operations["promoteJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every run of a job with its worker, duration and error
         * @description The newest 100, newest first, also those of before a retry. With it: how far the last cancellation has come – requested, acknowledged by a worker, stopped.
         */
        get: operations["listJobAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the runs of the same type and brand around a job, as JSON or CSV
         * @description Oldest first; most of them before the job, the job itself among them. Parts of a split run are compared with each other. Looks at no more than 5,000 jobs of the brand to either side.
         */
        get: operations["getJobHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See where in its flow a job stands
         * @description The jobs that wait for it, the last of the flow first, and itself; each with how many jobs it waits for, by status.
         */
        get: operations["getJobTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs that a job waits for */
        get: operations["listJobChildren"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what became of everything that a scrape has to do with
         * @description Each thing is in one bucket: discovered = queued + running + done + failed + skipped + cancelled + duplicate, at any time. With it: requests by status class and host, and the fields found beside those of the last good run of the brand.
         */
        get: operations["getJobLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/ledger/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is behind a number of a ledger
         * @description Products as they are now, or pages that could not be read. `listed` says how much of the number can be named: what a later run has taken over, or what is only counted, cannot.
         */
        get: operations["listLedgerThings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{id}/runs/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is different between the ends of two runs
         * @description `new`: products first met in between. `gone`: products that are gone now, last seen since `from` began but before `to` did. `changed`: products that were there before, each changed field with its value at both ends.
         */
        get: operations["diffRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bulk operations */
        get: operations["listBulkOperations"];
        put?: never;
        /**
         * Do the same to many jobs
         * @description To those named by `ids`, or to all that `filter` matches and that were made before. 202 means that it is written down and will be worked off, also after a restart; watch it, abort it, read what became of each job. A deletion can be undone for ten minutes after its end. With `canary`, a retry begins with a few jobs and stops when too few of them complete. `dryRun` answers 200 with exact counts and changes nothing.
         */
        post: operations["createBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one bulk operation with its progress */
        get: operations["getBulkOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-operations/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each job of a bulk operation */
        get: operations["listBulkOperationResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-operations/{id}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the list of an `export-list` as CSV */
        get: operations["downloadBulkOperationList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-operations/{id}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a bulk operation after the batch it is at
         * @description What it has done stays done.
         */
        post: operations["abortBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-operations/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back what a bulk deletion has deleted */
        post: operations["undoBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit jobs that wait for each other
         * @description A tree: a job runs when its `children` have ended; at most 5 levels and 500 jobs. Or a `preset`: `refresh-and-export` finds a brand's products anew, reads their pages and exports them. All of it is written at once or not at all. Answers with the root, which runs last; `/api/jobs/{id}/flow` lists them all.
         */
        post: operations["startFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the saved views of a list */
        get: operations["listSavedViews"];
        put?: never;
        /**
         * Keep what a list shows under a name
         * @description Filters, sort and columns as they stand in its address. Everybody who can reach Gleaner sees it.
         */
        post: operations["createSavedView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a saved view */
        delete: operations["removeSavedView"];
        options?: never;
        head?: never;
        /** Rename a saved view, or have it show something else */
        patch: operations["updateSavedView"];
        trace?: never;
    };
    "/api/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List schedules */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Make a schedule
         * @description Starts a job or a flow at the times of a cron pattern in a time zone, or in an interval counted from now.
         */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next times of a timing */
        post: operations["previewSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one schedule with its next times and its last run */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /** Delete a schedule; its jobs stay */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        /**
         * Change a schedule
         * @description A new timing counts from now: nothing before it is due.
         */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/api/schedules/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a schedule
         * @description Times that passed while it was disabled are not made up for.
         */
        post: operations["enableSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a schedule
         * @description Jobs that it started go on.
         */
        post: operations["disableSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a schedule's work now
         * @description Also while it is disabled or its last job is open; its times stay as they are.
         */
        post: operations["runSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a schedule's times */
        get: operations["listScheduleRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the queues with their counts */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one queue with its counts and limits */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set a queue's limits
         * @description Over all workers in all processes. They hold from the next job on and outlive the queue store.
         */
        patch: operations["updateQueue"];
        trace?: never;
    };
    "/api/queues/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a queue
         * @description Active jobs go on; no new one starts, on any worker.
         */
        post: operations["pauseQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a queue */
        post: operations["resumeQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{name}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel every waiting job of a queue
         * @description Active jobs go on. Jobs of a flow take the waiting jobs after them along. Nothing is deleted: cancelled jobs can be retried.
         */
        post: operations["drainQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the processes that run jobs, with what each is doing */
        get: operations["listWorkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers/{id}/quiet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a process start no new job
         * @description What it works on goes on. It obeys within a few seconds, on whatever machine it is.
         */
        post: operations["quietWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a quiet process start jobs again */
        post: operations["resumeWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a worker process
         * @description As SIGTERM would: its jobs are put back and go on elsewhere. A supervisor may start it again. 409 for a process that serves the dashboard as well.
         */
        post: operations["stopWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is set for the whole installation
         * @description Each value with where it comes from: the program, an environment variable, or people. Limits of a queue are the queue's own.
         */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings, or set them back
         * @description What is absent stays; `null` sets back to the default. Every process follows within two seconds, without a restart. All of the changes are made, or none.
         */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products
         * @description Prices are integers in the minor unit of their ISO 4217 currency: EUR 12.50 is `1250`, JPY 1250 is `1250`.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count products by status and currency */
        get: operations["countProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one product with the evidence behind each field */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what changed in a product, and when */
        get: operations["listProductChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List finished export files */
        get: operations["listExports"];
        put?: never;
        /**
         * Read product details, then export them, as one flow
         * @description For a brand, for chosen products, or for everything. Answers with the export job, the last of the flow: watch it, then download `/api/export/{jobId}`. With `refresh` the brand's products are found anew first. To export what is already stored, submit an `export-csv` job instead.
         */
        post: operations["startExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write an export once more
         * @description With what was asked for then, from the products as they are now: a file with a name of its own. 409 when it is not known what was asked for, as of an export from before that was kept whose job has been deleted.
         */
        post: operations["writeExportAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one export */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /** Delete an export and its file */
        delete: operations["deleteExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the CSV file of an export job
         * @description UTF-8, RFC 4180, the first line holds the column names. A download that broke off goes on with `Range` and `If-Range`; the `ETag` is the SHA-256 of the file. 409 until the job is completed, 410 when the file was taken out of the folder by hand.
         */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear every change as it happens
         * @description A WebSocket where the request asks for one, else server-sent events (`curl -N`).
         *
         *     First comes a `snapshot` (the newest 100 jobs and the queues), then changes; each job carries its `version`, and an older one never wins. A snapshot that comes later means "start again": you were too slow, and changes were left out.
         *
         *     A WebSocket message is a JSON array of changes (`LiveMessage`), an event's `data` is one change (`LiveEvent`). Timeline entries come only for the job named by `job`.
         *
         *     A WebSocket needs an `Origin` of ours, so that no other site can listen with your browser; programs use server-sent events, or set `Origin`.
         */
        get: operations["listenToChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description For a supervisor: restart the process when this fails. It looks at nothing else.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether database, queue and workers are at hand
         * @description For a load balancer: send no requests while this is 503.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Alive: {
            /** @constant */
            status: "ok";
        };
        /** @enum {string} */
        AttemptOutcome: "running" | "completed" | "failed" | "cancelled" | "lost" | "put-back" | "split";
        /** @enum {string} */
        Availability: "InStock" | "OutOfStock" | "PreOrder" | "BackOrder" | "LimitedAvailability" | "Discontinued" | "SoldOut" | "InStoreOnly" | "OnlineOnly" | "PreSale" | "Reserved" | "MadeToOrder";
        /**
         * @example {
         *       "id": "b_01JD8Q4Z7N",
         *       "name": "Acme Shoes",
         *       "url": "https://acme-shoes.example/",
         *       "recipe": null,
         *       "settings": {
         *         "concurrency": 2,
         *         "delayMs": 500
         *       },
         *       "productCount": 412,
         *       "lastRun": {
         *         "jobId": "j_01JD8Q6F2K",
         *         "type": "scrape-brand",
         *         "status": "completed",
         *         "progress": 100,
         *         "version": 12,
         *         "createdAt": "2026-11-23T08:00:00.000Z",
         *         "completedAt": "2026-11-23T08:00:41.000Z"
         *       },
         *       "createdAt": "2026-11-22T16:20:00.000Z",
         *       "updatedAt": "2026-11-23T08:00:41.000Z"
         *     }
         */
        Brand: {
            id: string;
            name: string;
            url: string;
            recipe: components["schemas"]["Recipe"] | null;
            settings: components["schemas"]["BrandSettings"];
            productCount: number;
            lastRun: components["schemas"]["LastRun"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "url": "https://acme-shoes.example/",
         *       "name": "Acme Shoes"
         *     }
         */
        BrandCreate: {
            url: string;
            /** @description Taken from the address when absent */
            name?: string;
            recipe?: components["schemas"]["Recipe"] | null;
            settings?: components["schemas"]["BrandSettings"];
        };
        BrandFacts: {
            brandId: string;
            /** @description Null before a search has been completed */
            shop: {
                /** @description The way that found the products */
                strategy: string | null;
                /** @description What robots.txt said, in a few words */
                robots: string | null;
                /** @description What `robots` says, to be written in another language */
                robotsTold?: components["schemas"]["Told"];
                /** @description Of the newest products that have a price */
                currency: string | null;
                /** @description False when the search was cut short */
                complete: boolean;
                /** Format: date-time */
                at: string;
            } | null;
            /** @description Of the last completed reading that read any page */
            coverage: {
                jobId: string;
                /** Format: date-time */
                at: string;
                /** @description Pages read in that run */
                pages: number;
                /** @description Share of pages that gave each field */
                fields: {
                    field: string;
                    share: number;
                }[];
            } | null;
            /** @description When a schedule looks at the brand next */
            next: {
                /** Format: date-time */
                at: string;
                scheduleId: string;
                name: string;
            } | null;
        };
        BrandName: {
            id: string;
            name: string;
            url: string;
        };
        BrandPage: {
            items: components["schemas"]["Brand"][];
            nextCursor: string | null;
        };
        BrandPoliteness: {
            brandId: string;
            host: string;
            /** @description The brand's own; absent: the installation's */
            set: {
                /** @description Requests at a time to this shop */
                concurrency?: number;
                /** @description Least time between two requests, in milliseconds */
                delayMs?: number;
            };
            /** @description The installation's */
            usual: {
                concurrency: number;
                delayMs: number;
            };
            robotsIgnored: boolean;
            /** @description The shop's host, with and without `www.`; none before it has been asked */
            hosts: components["schemas"]["HostThrottle"][];
        };
        BrandSettings: {
            /** @description Requests at a time to this shop */
            concurrency?: number;
            /** @description Least time between two requests, in milliseconds */
            delayMs?: number;
            maxProducts?: number;
            /** @description Sent to the shop's own host. A `Cookie` header is what the cookies of each run begin with. Values of headers that may hold a secret are read as null */
            headers?: {
                [key: string]: string | null;
            };
            /** @description User name and password of a shop behind HTTP basic authentication */
            basicAuth?: {
                username: string;
                /** @description Write-only: null when read means that it is set, null when written keeps it */
                password: string | null;
            };
            /** @description Every request of this brand goes through it */
            proxy?: {
                url: string;
                username?: string;
                /** @description Write-only: null when read means that it is set, null when written keeps it */
                password?: string | null;
            };
            /** @description Only for a shop of your own, with the reason why */
            ignoreRobots?: {
                reason: string;
            };
        };
        /**
         * @example {
         *       "settings": {
         *         "delayMs": 2000
         *       }
         *     }
         */
        BrandUpdate: {
            url?: string;
            /** @description Taken from the address when absent */
            name?: string;
            recipe?: components["schemas"]["Recipe"] | null;
            settings?: components["schemas"]["BrandSettings"];
        };
        BulkOperation: {
            id: string;
            action: components["schemas"]["BulkOperationAction"];
            status: components["schemas"]["BulkOperationStatus"];
            /** @description How many jobs were named; null when a filter selects */
            named: number | null;
            filter: {
                type?: components["schemas"]["JobType"];
                status?: components["schemas"]["JobStatus"][];
                /** @description `none`: jobs of no brand */
                brandId?: string;
                flowId?: string;
                errorCode?: components["schemas"]["ErrorCode"];
                cause?: string;
                /** @description Jobs submitted with this tag, and their parts */
                tag?: string;
                worker?: string;
                priority?: number;
                /** Format: date-time */
                createdAfter?: string;
                /** Format: date-time */
                createdBefore?: string;
                /** Format: date-time */
                finishedAfter?: string;
                /** Format: date-time */
                finishedBefore?: string;
                /** @description Words, or their beginnings, of id, brand, data, error and result */
                search?: string;
            } | null;
            priority: number | null;
            delayMs: number | null;
            canary: {
                /** @description Jobs that are retried first */
                count: number;
                /** @description The share of them, 0–1, that must complete; else the operation stops */
                minimumSuccessShare: number;
                /** @description Of the canary's jobs */
                ended: number;
                succeeded: number;
                /** @description Null until that is known */
                passed: boolean | null;
            } | null;
            /** @description Jobs selected when it was accepted */
            matched: number;
            processed: number;
            done: number;
            /** @description In the wrong state, or gone */
            skipped: number;
            failed: number;
            /** @description Jobs that an undo has brought back */
            undone: number;
            /** @description Until then `POST …/undo` takes it back; null when it cannot be */
            undoUntil: string | null;
            error: components["schemas"]["Failure"] | null;
            abortRequestedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            version: number;
        };
        /** @enum {string} */
        BulkOperationAction: "retry" | "cancel" | "promote" | "change-priority" | "delete" | "export-list";
        BulkOperationPage: {
            items: components["schemas"]["BulkOperation"][];
            nextCursor: string | null;
        };
        BulkOperationPreview: {
            action: components["schemas"]["BulkOperationAction"];
            /** @description Exactly so many jobs are selected now */
            matched: number;
            /** @description Of them in a state in which the action can be done; some may still be refused one by one */
            eligible: number;
            /** @description The others */
            skipped: number;
            byStatus: {
                [key: string]: number;
            };
        };
        BulkOperationRequest: {
            action: components["schemas"]["BulkOperationAction"];
            ids?: string[];
            /** @description As of the list of jobs; jobs made after the operation was accepted are not touched */
            filter?: {
                type?: components["schemas"]["JobType"];
                status?: components["schemas"]["JobStatus"] | components["schemas"]["JobStatus"][];
                /** @description `none`: jobs of no brand */
                brandId?: string;
                flowId?: string;
                errorCode?: components["schemas"]["ErrorCode"];
                cause?: string;
                /** @description Jobs submitted with this tag, and their parts */
                tag?: string;
                worker?: string;
                priority?: number;
                /** Format: date-time */
                createdAfter?: string;
                /** Format: date-time */
                createdBefore?: string;
                /** Format: date-time */
                finishedAfter?: string;
                /** Format: date-time */
                finishedBefore?: string;
                /** @description Words, or their beginnings, of id, brand, data, error and result */
                search?: string;
            };
            /** @description For `change-priority` and `retry` */
            priority?: number;
            /** @description For `retry` */
            delayMs?: number;
            /** @description For `retry`: a first few, before all others */
            canary?: components["schemas"]["Canary"];
            /** @description Only count, and leave everything as it is */
            dryRun?: boolean;
        };
        BulkOperationResult: {
            jobId: string;
            /** @description Which job it is; null when that is not known any more */
            job: {
                type: components["schemas"]["JobType"];
                /** @description At present; null when the job is gone */
                status: components["schemas"]["JobStatus"] | null;
                brandId: string | null;
                brandName: string | null;
            } | null;
            /** @enum {string} */
            outcome: "done" | "skipped" | "failed";
            code: components["schemas"]["ErrorCode"] | null;
            message: string | null;
            /** @description What `message` says, to be written in another language */
            told?: components["schemas"]["Told"];
        };
        BulkOperationResultPage: {
            items: components["schemas"]["BulkOperationResult"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        BulkOperationStatus: "pending" | "running" | "checking" | "completed" | "aborted" | "canary-failed" | "failed" | "undoing" | "undone";
        Canary: {
            /** @description Jobs that are retried first */
            count: number;
            /** @description The share of them, 0–1, that must complete; else the operation stops */
            minimumSuccessShare: number;
        };
        CancelProgress: {
            /** Format: date-time */
            requestedAt: string;
            acknowledgedAt: string | null;
            worker: string | null;
            stoppedAt: string | null;
        };
        ChildCounts: {
            total: number;
            byStatus: {
                [key: string]: number;
            };
        };
        /** @enum {string} */
        Condition: "NewCondition" | "UsedCondition" | "RefurbishedCondition" | "DamagedCondition";
        DueTimes: {
            next: string[];
        };
        /** @enum {string} */
        ErrorCode: "invalid-input" | "not-found" | "conflict" | "payload-too-large" | "unsupported-media-type" | "method-not-allowed" | "forbidden" | "misdirected-host" | "too-many-requests" | "queue-unavailable" | "service-unavailable" | "internal" | "secrets-unreadable" | "bad-url" | "address-forbidden" | "host-unreachable" | "connection-failed" | "proxy-failed" | "timeout" | "too-large" | "too-many-redirects" | "http-status" | "rate-limited" | "blocked" | "robots-forbidden" | "unsupported-content" | "no-products" | "not-a-product" | "soft-404" | "needs-javascript" | "parse-failed" | "all-pages-failed" | "dependency-failed" | "cancelled" | "superseded" | "poison" | "disk-full" | "file-exists" | "file-gone";
        Evidence: {
            source: string;
            path: string | null;
            raw: string;
            confidence: number;
            others: {
                source: string;
                raw: string;
                value: string;
            }[];
        };
        /**
         * @example {
         *       "id": "e_01JD8QA1B2",
         *       "jobId": "j_01JD8Q7M3Y",
         *       "brandId": "b_01JD8Q4Z7N",
         *       "filename": "products-export-2026-11-23T09-05-12Z.csv",
         *       "rows": 412,
         *       "bytes": 151930,
         *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "createdAt": "2026-11-23T09:05:12.000Z",
         *       "expiresAt": "2027-11-23T09:06:00.000Z",
         *       "isFileGone": false
         *     }
         */
        Export: {
            id: string;
            jobId: string;
            brandId: string | null;
            filename: string;
            rows: number;
            bytes: number;
            sha256: string;
            /** Format: date-time */
            createdAt: string;
            /** @description From when it is deleted by itself, as retention is set at present; null: never */
            expiresAt: string | null;
            /** @description Somebody has deleted or moved the file by hand: it can only be written again */
            isFileGone: boolean;
        };
        /** @enum {string} */
        ExportColumn: "id" | "brand" | "shop" | "name" | "price" | "list_price" | "currency" | "availability" | "sku" | "mpn" | "gtin" | "condition" | "category" | "rating" | "review_count" | "variants" | "image" | "images" | "url" | "description" | "status" | "first_seen_at" | "last_seen_at" | "read_at";
        ExportCsvData: {
            brandId?: string;
            productIds?: string[];
            /** @description Of these products, those that match, as the list of products shows them */
            filter?: {
                status?: components["schemas"]["ProductStatus"];
                availability?: components["schemas"]["Availability"];
                currency?: string;
                /** @description In the minor unit of `currency`, which must be given */
                priceMin?: number;
                /** @description In the minor unit of `currency`, which must be given */
                priceMax?: number;
                /**
                 * Format: date-time
                 * @description Something that is followed (price, stock, name …) changed since
                 */
                changedAfter?: string;
                hasVariants?: boolean;
                /**
                 * @description Its page was read, and does not say this
                 * @enum {string}
                 */
                missing?: "name" | "brand" | "description" | "price" | "availability" | "sku" | "gtin" | "images" | "category";
                /** @description Words, or their beginnings, of name, brand, SKU, MPN, GTIN, the end of the address and the first 300 characters of the description. New words are found a second or two later */
                search?: string;
            };
            filename?: string;
            columns?: components["schemas"]["ExportColumn"][];
            /**
             * @description safe (default): a text cell that a spreadsheet would run as a formula is prefixed with an apostrophe; raw: cells as they are
             * @enum {string}
             */
            mode?: "safe" | "raw";
        };
        /**
         * @example {
         *       "brandId": "b_01JD8Q4Z7N",
         *       "refresh": true
         *     }
         */
        ExportFlowRequest: {
            brandId?: string;
            productIds?: string[];
            /** @description Of these products, those that match, as the list of products shows them */
            filter?: {
                status?: components["schemas"]["ProductStatus"];
                availability?: components["schemas"]["Availability"];
                currency?: string;
                /** @description In the minor unit of `currency`, which must be given */
                priceMin?: number;
                /** @description In the minor unit of `currency`, which must be given */
                priceMax?: number;
                /**
                 * Format: date-time
                 * @description Something that is followed (price, stock, name …) changed since
                 */
                changedAfter?: string;
                hasVariants?: boolean;
                /**
                 * @description Its page was read, and does not say this
                 * @enum {string}
                 */
                missing?: "name" | "brand" | "description" | "price" | "availability" | "sku" | "gtin" | "images" | "category";
                /** @description Words, or their beginnings, of name, brand, SKU, MPN, GTIN, the end of the address and the first 300 characters of the description. New words are found a second or two later */
                search?: string;
            };
            filename?: string;
            columns?: components["schemas"]["ExportColumn"][];
            /**
             * @description safe (default): a text cell that a spreadsheet would run as a formula is prefixed with an apostrophe; raw: cells as they are
             * @enum {string}
             */
            mode?: "safe" | "raw";
            /**
             * @description Find the brand's products anew before reading them
             * @default false
             */
            refresh?: boolean;
        };
        ExportPage: {
            items: components["schemas"]["Export"][];
            nextCursor: string | null;
        };
        Failure: {
            code: components["schemas"]["ErrorCode"];
            message: string;
            /** @description What `message` says, to be written in another language; absent where the message comes from outside */
            told?: components["schemas"]["Told"];
            retryable: boolean;
        };
        FieldError: {
            path: string;
            message: string;
            /** @description What `message` says, to be written in another language */
            told?: components["schemas"]["Told"];
        };
        FlowNode: {
            /** @constant */
            type: "scrape-brand";
            data: components["schemas"]["ScrapeBrandData"];
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            /** @description Words to find the job by */
            tags?: string[];
            /** @description Only for a job that waits for no other one */
            delayMs?: number;
            /**
             * @description What the failure of this job does to the job that waits for it: `fail` (default) fails it too, `ignore` lets it run
             * @enum {string}
             */
            onFailure?: "fail" | "ignore";
            /** @description Run first, beside each other */
            children?: components["schemas"]["FlowNode"][];
        } | {
            /** @constant */
            type: "scrape-product-details";
            data: components["schemas"]["ScrapeProductDetailsData"];
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            /** @description Words to find the job by */
            tags?: string[];
            /** @description Only for a job that waits for no other one */
            delayMs?: number;
            /**
             * @description What the failure of this job does to the job that waits for it: `fail` (default) fails it too, `ignore` lets it run
             * @enum {string}
             */
            onFailure?: "fail" | "ignore";
            /** @description Run first, beside each other */
            children?: components["schemas"]["FlowNode"][];
        } | {
            /** @constant */
            type: "export-csv";
            data: components["schemas"]["ExportCsvData"];
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            /** @description Words to find the job by */
            tags?: string[];
            /** @description Only for a job that waits for no other one */
            delayMs?: number;
            /**
             * @description What the failure of this job does to the job that waits for it: `fail` (default) fails it too, `ignore` lets it run
             * @enum {string}
             */
            onFailure?: "fail" | "ignore";
            /** @description Run first, beside each other */
            children?: components["schemas"]["FlowNode"][];
        };
        FlowRequest: components["schemas"]["RefreshAndExport"] | components["schemas"]["FlowNode"];
        Health: {
            ready: boolean;
            parts: {
                name: string;
                ok: boolean;
                detail: string;
            }[];
        };
        HistoryRun: {
            id: string;
            status: components["schemas"]["JobStatus"];
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            completedAt: string | null;
            /** @description From the first start to the end */
            durationMs: number | null;
        };
        HostThrottle: {
            host: string;
            /**
             * Format: date-time
             * @description When it was so
             */
            at: string;
            /** @description Requests at a time; one where the site asks for a delay */
            concurrency: number;
            /** @description Least time between two requests */
            gapMs: number;
            /** @enum {string} */
            gapReason: "delay" | "crawl-delay" | "slow-answers";
            /** @description What robots.txt asks for */
            crawlDelayMs: number | null;
            /** @description Until an answer begins, smoothed */
            latencyMs: number | null;
            /** @description In a row */
            failures: number;
            /** @description Requests under way */
            inFlight: number;
            /** @description Requests that wait for their turn */
            waiting: number;
            pausedUntil: string | null;
            pauseReason: ("retry-after" | "slow-down" | "errors" | "circuit-open") | null;
        };
        /**
         * @example {
         *       "id": "j_01JD8Q7M3X",
         *       "type": "scrape-product-details",
         *       "status": "active",
         *       "progress": 42,
         *       "progressNote": "173 of 412 pages",
         *       "progressTold": [
         *         {
         *           "code": "pages-done",
         *           "values": {
         *             "done": 173,
         *             "total": 412
         *           }
         *         }
         *       ],
         *       "priority": 0,
         *       "tags": [],
         *       "brandId": "b_01JD8Q4Z7N",
         *       "brandName": "Acme Shoes",
         *       "parentId": "j_01JD8Q7M3Y",
         *       "flowId": "j_01JD8Q7M3Y",
         *       "attempts": 1,
         *       "maxAttempts": 2,
         *       "error": null,
         *       "worker": "shed-1:4711",
         *       "runAt": null,
         *       "createdAt": "2026-11-23T09:00:00.000Z",
         *       "startedAt": "2026-11-23T09:00:00.120Z",
         *       "completedAt": null,
         *       "cause": null,
         *       "durationMs": null,
         *       "cancelRequestedAt": null,
         *       "version": 9,
         *       "data": {
         *         "brandId": "b_01JD8Q4Z7N"
         *       },
         *       "options": {
         *         "maxAttempts": 2,
         *         "priority": 0,
         *         "onFailure": "fail",
         *         "dedupeKey": null,
         *         "generation": 1,
         *         "starts": 1
         *       },
         *       "result": null
         *     }
         */
        Job: {
            id: string;
            type: components["schemas"]["JobType"];
            status: components["schemas"]["JobStatus"];
            progress: number;
            progressNote: string | null;
            /** @description What `progressNote` says, to be written in another language */
            progressTold?: components["schemas"]["Told"];
            priority: number;
            tags: string[];
            brandId: string | null;
            brandName: string | null;
            /** @description The job that waits for this one */
            parentId: string | null;
            /** @description The last job of the flow, where there is one */
            flowId: string | null;
            attempts: number;
            maxAttempts: number;
            error: components["schemas"]["Failure"] | null;
            /** @description The fingerprint of the failure: jobs that failed alike have the same */
            cause: string | null;
            worker: string | null;
            runAt: string | null;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            completedAt: string | null;
            /** @description From the first start to the end */
            durationMs: number | null;
            cancelRequestedAt: string | null;
            version: number;
            data: {
                [key: string]: unknown;
            };
            options: components["schemas"]["JobOptions"];
            result: {
                [key: string]: unknown;
            } | null;
        };
        JobAttempt: {
            id: string;
            /** @description Counts from 1; from 1 again after a retry on request */
            number: number;
            worker: string | null;
            outcome: components["schemas"]["AttemptOutcome"];
            /** Format: date-time */
            startedAt: string;
            endedAt: string | null;
            durationMs: number | null;
            error: {
                code: components["schemas"]["ErrorCode"];
                message: string;
                /** @description What `message` says, to be written in another language; absent where the message comes from outside */
                told?: components["schemas"]["Told"];
            } | null;
            stack: string | null;
        };
        JobAttempts: {
            /** @description The newest first */
            items: components["schemas"]["JobAttempt"][];
            /** @description Of the last cancellation, unless the job was started again since */
            cancel: components["schemas"]["CancelProgress"] | null;
        };
        /**
         * @example {
         *       "status": "completed",
         *       "olderThanMs": 604800000
         *     }
         */
        JobClean: {
            /** @enum {string} */
            status: "completed" | "failed" | "cancelled";
            /** @default 0 */
            olderThanMs?: number;
            type?: components["schemas"]["JobType"];
        };
        JobHistory: {
            items: components["schemas"]["HistoryRun"][];
        };
        JobLedger: {
            jobId: string;
            status: components["schemas"]["JobStatus"];
            /** @enum {string} */
            unit: "products" | "addresses";
            counts: components["schemas"]["LedgerCounts"];
            /** @description What was discovered and is in no bucket; below 0, what is in two. Anything but 0 is a fault of ours */
            unaccounted: number;
            /** @description Jobs that share the work; 0 when it was not split */
            parts: number;
            /** @description Null as long as the run has not reported any */
            requests: components["schemas"]["LedgerRequests"] | null;
            /** @description Null for a search, and as long as no page was read in full */
            coverage: components["schemas"]["LedgerCoverage"] | null;
        };
        JobNode: {
            job: components["schemas"]["JobSummary"];
            children: components["schemas"]["ChildCounts"];
        };
        JobNodePage: {
            items: components["schemas"]["JobNode"][];
            nextCursor: string | null;
        };
        JobOptions: {
            maxAttempts: number;
            priority: number;
            /**
             * @description What its failure does to the job that waits for it
             * @enum {string}
             */
            onFailure: "fail" | "ignore";
            /** @description While it is open, a request with the same key gets this job */
            dedupeKey: string | null;
            /** @description Counts how often it was given to the queue */
            generation: number;
            /** @description Since its last progress that was kept */
            starts: number;
        };
        JobPage: {
            items: components["schemas"]["JobSummary"][];
            nextCursor: string | null;
            prevCursor: string | null;
            count: {
                value: number;
                /** @description False: there may be more */
                exact: boolean;
            } | null;
        };
        /**
         * @example {
         *       "type": "scrape-brand",
         *       "data": {
         *         "brandId": "b_01JD8Q4Z7N"
         *       }
         *     }
         */
        JobRequest: {
            /** @constant */
            type: "scrape-brand";
            data: components["schemas"]["ScrapeBrandData"];
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            delayMs?: number;
            /** Format: date-time */
            runAt?: string;
            /** @description Words to find the job by */
            tags?: string[];
        } | {
            /** @constant */
            type: "scrape-product-details";
            data: components["schemas"]["ScrapeProductDetailsData"];
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            delayMs?: number;
            /** Format: date-time */
            runAt?: string;
            /** @description Words to find the job by */
            tags?: string[];
        } | {
            /** @constant */
            type: "export-csv";
            data: components["schemas"]["ExportCsvData"];
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            delayMs?: number;
            /** Format: date-time */
            runAt?: string;
            /** @description Words to find the job by */
            tags?: string[];
        };
        JobRetryRequest: {
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            delayMs?: number;
            /** @description Instead of what it was asked to do; of the same type */
            data?: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        JobStatus: "pending" | "active" | "completed" | "failed" | "delayed" | "cancelled";
        /**
         * @example {
         *       "id": "j_01JD8Q7M3X",
         *       "type": "scrape-product-details",
         *       "status": "active",
         *       "progress": 42,
         *       "progressNote": "173 of 412 pages",
         *       "progressTold": [
         *         {
         *           "code": "pages-done",
         *           "values": {
         *             "done": 173,
         *             "total": 412
         *           }
         *         }
         *       ],
         *       "priority": 0,
         *       "tags": [],
         *       "brandId": "b_01JD8Q4Z7N",
         *       "brandName": "Acme Shoes",
         *       "parentId": "j_01JD8Q7M3Y",
         *       "flowId": "j_01JD8Q7M3Y",
         *       "attempts": 1,
         *       "maxAttempts": 2,
         *       "error": null,
         *       "worker": "shed-1:4711",
         *       "runAt": null,
         *       "createdAt": "2026-11-23T09:00:00.000Z",
         *       "startedAt": "2026-11-23T09:00:00.120Z",
         *       "completedAt": null,
         *       "cause": null,
         *       "durationMs": null,
         *       "cancelRequestedAt": null,
         *       "version": 9
         *     }
         */
        JobSummary: {
            id: string;
            type: components["schemas"]["JobType"];
            status: components["schemas"]["JobStatus"];
            progress: number;
            progressNote: string | null;
            /** @description What `progressNote` says, to be written in another language */
            progressTold?: components["schemas"]["Told"];
            priority: number;
            tags: string[];
            brandId: string | null;
            brandName: string | null;
            /** @description The job that waits for this one */
            parentId: string | null;
            /** @description The last job of the flow, where there is one */
            flowId: string | null;
            attempts: number;
            maxAttempts: number;
            error: components["schemas"]["Failure"] | null;
            /** @description The fingerprint of the failure: jobs that failed alike have the same */
            cause: string | null;
            worker: string | null;
            runAt: string | null;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            completedAt: string | null;
            /** @description From the first start to the end */
            durationMs: number | null;
            cancelRequestedAt: string | null;
            version: number;
        };
        JobTree: {
            ancestors: components["schemas"]["JobNode"][];
            node: components["schemas"]["JobNode"];
        };
        /** @enum {string} */
        JobType: "scrape-brand" | "scrape-product-details" | "export-csv";
        JobUpdate: {
            priority: number;
        };
        LastRun: {
            jobId: string;
            type: string;
            status: components["schemas"]["JobStatus"];
            progress: number;
            /** @description Of its job: an older one never wins */
            version: number;
            /** Format: date-time */
            createdAt: string;
            completedAt: string | null;
        };
        /** @description `discovered` is counted by itself: what was planned, or met; all others together should be as many */
        LedgerCounts: {
            discovered: number;
            queued: number;
            running: number;
            done: number;
            failed: number;
            skipped: number;
            cancelled: number;
            duplicate: number;
        };
        LedgerCoverage: {
            /** @description Pages read in full: as many as gave the field that most of them gave, since every product page names its product */
            pages: number;
            fields: {
                field: string;
                pages: number;
                share: number;
                /** @description The share in the last good run; null without one */
                before: number | null;
            }[];
            /** @description The last good run: it read the whole brand, was completed, and at most a tenth of its pages failed */
            against: {
                jobId: string;
                /** Format: date-time */
                completedAt: string;
            } | null;
        };
        LedgerRequests: {
            /** @description The sum of the classes */
            total: number;
            byClass: components["schemas"]["StatusClasses"];
            byHost: {
                host: string;
                total: number;
                byClass: components["schemas"]["StatusClasses"];
            }[];
        };
        LedgerThing: {
            id: string;
            productId: string | null;
            name: string | null;
            url: string;
            status: components["schemas"]["ProductStatus"] | null;
            code: components["schemas"]["ErrorCode"] | null;
            message: string | null;
            /** @description What `message` says, to be written in another language */
            told?: components["schemas"]["Told"];
        };
        LedgerThings: {
            /** @enum {string} */
            listed: "all" | "now" | "first" | "none";
            items: components["schemas"]["LedgerThing"][];
            nextCursor: string | null;
            /** @description Of the duplicates of a search: how many each source listed */
            sources: {
                name: string;
                found: number;
            }[];
        };
        LiveEvent: {
            /** @constant */
            kind: "snapshot";
            jobs: components["schemas"]["JobSummary"][];
            queues: components["schemas"]["QueueInfo"][];
        } | {
            /** @constant */
            kind: "job";
            job: components["schemas"]["JobSummary"];
        } | {
            /** @constant */
            kind: "job-removed";
            id: string;
        } | {
            /** @constant */
            kind: "timeline";
            entry: components["schemas"]["TimelineEntry"];
        } | {
            /** @constant */
            kind: "queues";
            queues: components["schemas"]["QueueInfo"][];
        } | {
            /** @constant */
            kind: "brand";
            id: string;
            removed: boolean;
        } | {
            /** @constant */
            kind: "schedule";
            id: string;
            removed: boolean;
        } | {
            /** @constant */
            kind: "products";
            brandId: string | null;
        } | {
            /** @constant */
            kind: "export";
            export: components["schemas"]["Export"];
        } | {
            /** @constant */
            kind: "export-removed";
            id: string;
        } | {
            /** @constant */
            kind: "bulk-operation";
            operation: components["schemas"]["BulkOperation"];
        } | {
            /** @constant */
            kind: "workers";
            workers: components["schemas"]["WorkerProcess"][];
        } | {
            /** @constant */
            kind: "throttle";
            throttle: components["schemas"]["HostThrottle"];
        } | {
            /** @constant */
            kind: "settings";
            settings: components["schemas"]["Setting"][];
        };
        LiveMessage: components["schemas"]["LiveEvent"][];
        /**
         * @example {
         *       "type": "/reference#problem-invalid-input",
         *       "title": "The request has values that cannot be used",
         *       "status": 422,
         *       "detail": "url: must be an http or https address",
         *       "told": [
         *         {
         *           "code": "field",
         *           "values": {
         *             "field": "url"
         *           }
         *         },
         *         {
         *           "code": "url-http"
         *         }
         *       ],
         *       "instance": "/api/brands",
         *       "code": "invalid-input",
         *       "errors": [
         *         {
         *           "path": "url",
         *           "message": "must be an http or https address",
         *           "told": [
         *             {
         *               "code": "url-http"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description What `detail` says, to be written in another language */
            told?: components["schemas"]["Told"];
            instance?: string;
            code: components["schemas"]["ErrorCode"];
            errors?: components["schemas"]["FieldError"][];
        };
        Product: {
            name: string | null;
            brand: string | null;
            description: string | null;
            priceMinor: number | null;
            listPriceMinor: number | null;
            currency: string | null;
            availability: components["schemas"]["Availability"] | null;
            sku: string | null;
            mpn: string | null;
            gtin: string | null;
            condition: components["schemas"]["Condition"] | null;
            images: string[];
            category: string[];
            rating: number | null;
            ratingBest: number | null;
            reviewCount: number | null;
            attributes: {
                [key: string]: string;
            };
            variants: components["schemas"]["Variant"][];
            language: string | null;
            id: string;
            brandId: string;
            /** @description Stable identity within the brand: platform id or canonical URL */
            key: string;
            url: string;
            status: components["schemas"]["ProductStatus"];
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            readAt: string | null;
            changedAt: string | null;
            error: {
                code: string;
                message: string;
                /** @description What `message` says, to be written in another language */
                told?: components["schemas"]["Told"];
            } | null;
            heldPrice: {
                priceMinor: number;
                currency: string | null;
                /** Format: date-time */
                seenAt: string;
                /** @description The job that saw it first */
                seenBy: string;
                /**
                 * @description Where: in the shop's lists, or on the product's page
                 * @enum {string}
                 */
                seenIn?: "list" | "page";
            } | null;
            evidence: {
                name?: components["schemas"]["Evidence"];
                brand?: components["schemas"]["Evidence"];
                description?: components["schemas"]["Evidence"];
                price?: components["schemas"]["Evidence"];
                listPrice?: components["schemas"]["Evidence"];
                currency?: components["schemas"]["Evidence"];
                availability?: components["schemas"]["Evidence"];
                sku?: components["schemas"]["Evidence"];
                mpn?: components["schemas"]["Evidence"];
                gtin?: components["schemas"]["Evidence"];
                condition?: components["schemas"]["Evidence"];
                images?: components["schemas"]["Evidence"];
                category?: components["schemas"]["Evidence"];
                rating?: components["schemas"]["Evidence"];
                reviewCount?: components["schemas"]["Evidence"];
                url?: components["schemas"]["Evidence"];
                language?: components["schemas"]["Evidence"];
            };
        };
        ProductChange: {
            id: string;
            productId: string;
            /** Format: date-time */
            at: string;
            field: string;
            before: string | null;
            after: string | null;
            jobId: string | null;
        };
        ProductChangePage: {
            items: components["schemas"]["ProductChange"][];
            nextCursor: string | null;
        };
        ProductCounts: {
            total: number;
            byStatus: {
                [key: string]: number;
            };
            /** @description The most frequent first */
            byCurrency: {
                currency: string;
                products: number;
            }[];
        };
        ProductPage: {
            items: components["schemas"]["ProductSummary"][];
            nextCursor: string | null;
            prevCursor: string | null;
            count: {
                value: number;
                /** @description False: there may be more */
                exact: boolean;
            } | null;
        };
        /** @enum {string} */
        ProductStatus: "found" | "read" | "failed" | "hidden" | "gone";
        /**
         * @example {
         *       "id": "p_01JD8Q5R9T",
         *       "brandId": "b_01JD8Q4Z7N",
         *       "key": "https://acme-shoes.example/p/trail-runner",
         *       "url": "https://acme-shoes.example/p/trail-runner",
         *       "status": "read",
         *       "name": "Trail Runner 3",
         *       "brand": "Acme",
         *       "priceMinor": 11995,
         *       "listPriceMinor": 14995,
         *       "currency": "EUR",
         *       "availability": "InStock",
         *       "sku": "TR3-42",
         *       "mpn": null,
         *       "gtin": "4006381333931",
         *       "condition": "NewCondition",
         *       "category": [
         *         "Shoes",
         *         "Running"
         *       ],
         *       "rating": 4.6,
         *       "ratingBest": 5,
         *       "reviewCount": 87,
         *       "language": "en",
         *       "image": "https://acme-shoes.example/img/trail-runner.jpg",
         *       "variantCount": 6,
         *       "firstSeenAt": "2026-11-22T16:21:00.000Z",
         *       "lastSeenAt": "2026-11-23T08:00:30.000Z",
         *       "readAt": "2026-11-23T08:10:02.000Z",
         *       "changedAt": "2026-11-23T08:10:02.000Z",
         *       "error": null,
         *       "heldPrice": null
         *     }
         */
        ProductSummary: {
            name: string | null;
            brand: string | null;
            priceMinor: number | null;
            listPriceMinor: number | null;
            currency: string | null;
            availability: components["schemas"]["Availability"] | null;
            sku: string | null;
            mpn: string | null;
            gtin: string | null;
            condition: components["schemas"]["Condition"] | null;
            category: string[];
            rating: number | null;
            ratingBest: number | null;
            reviewCount: number | null;
            language: string | null;
            id: string;
            brandId: string;
            /** @description Stable identity within the brand: platform id or canonical URL */
            key: string;
            url: string;
            status: components["schemas"]["ProductStatus"];
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            readAt: string | null;
            changedAt: string | null;
            error: {
                code: string;
                message: string;
                /** @description What `message` says, to be written in another language */
                told?: components["schemas"]["Told"];
            } | null;
            heldPrice: {
                priceMinor: number;
                currency: string | null;
                /** Format: date-time */
                seenAt: string;
                /** @description The job that saw it first */
                seenBy: string;
                /**
                 * @description Where: in the shop's lists, or on the product's page
                 * @enum {string}
                 */
                seenIn?: "list" | "page";
            } | null;
            image: string | null;
            variantCount: number;
        };
        QueueDrain: {
            /** @description Also jobs that wait for their time: delayed ones and those that will be tried again */
            delayed?: boolean;
        };
        /**
         * @example {
         *       "name": "scrape-product-details",
         *       "paused": false,
         *       "concurrency": 2,
         *       "limits": {
         *         "concurrency": 4,
         *         "rate": {
         *           "jobs": 60,
         *           "perMs": 60000
         *         }
         *       },
         *       "attempts": 2,
         *       "workers": 1,
         *       "counts": {
         *         "pending": 3,
         *         "active": 2,
         *         "completed": 1840,
         *         "failed": 4,
         *         "delayed": 0,
         *         "cancelled": 1
         *       },
         *       "oldestPendingAt": "2026-11-23T09:00:01.000Z"
         *     }
         */
        QueueInfo: {
            name: components["schemas"]["QueueName"];
            paused: boolean;
            /** @description Jobs at a time in each process */
            concurrency: number;
            limits: components["schemas"]["QueueLimits"];
            attempts: number;
            workers: number;
            counts: {
                pending: number;
                active: number;
                completed: number;
                failed: number;
                delayed: number;
                cancelled: number;
            };
            oldestPendingAt: string | null;
        };
        QueueLimits: {
            /** @description Jobs at a time */
            concurrency: number | null;
            /** @description At most so many starts in so much time */
            rate: {
                jobs: number;
                perMs: number;
            } | null;
        };
        /** @enum {string} */
        QueueName: "scrape-brand" | "scrape-product-details" | "export-csv";
        QueueUpdate: {
            /** @description Jobs at a time */
            concurrency?: number | null;
            /** @description At most so many starts in so much time */
            rate?: {
                jobs: number;
                perMs: number;
            } | null;
        };
        Recipe: {
            /** @default {} */
            fields?: {
                name?: components["schemas"]["RecipeRule"];
                brand?: components["schemas"]["RecipeRule"];
                description?: components["schemas"]["RecipeRule"];
                price?: components["schemas"]["RecipeRule"];
                listPrice?: components["schemas"]["RecipeRule"];
                currency?: components["schemas"]["RecipeRule"];
                availability?: components["schemas"]["RecipeRule"];
                sku?: components["schemas"]["RecipeRule"];
                mpn?: components["schemas"]["RecipeRule"];
                gtin?: components["schemas"]["RecipeRule"];
                condition?: components["schemas"]["RecipeRule"];
                images?: components["schemas"]["RecipeRule"];
                category?: components["schemas"]["RecipeRule"];
                rating?: components["schemas"]["RecipeRule"];
                reviewCount?: components["schemas"]["RecipeRule"];
                url?: components["schemas"]["RecipeRule"];
                language?: components["schemas"]["RecipeRule"];
            };
            listing?: {
                /** @default [] */
                start?: string[];
                productLink?: string;
                nextPage?: string;
            };
        };
        RecipeRule: {
            selector: string;
            attribute?: string;
            pattern?: string;
            /** @enum {string} */
            transform?: "trim" | "lowercase" | "uppercase" | "number" | "price" | "url" | "html";
            /** @description Take every match, not only the first (images, category) */
            all?: boolean;
        };
        RefreshAndExport: {
            /** @constant */
            preset: "refresh-and-export";
            brandId: string;
            /** @description 0 runs first, then 1, 2, … */
            priority?: number;
            /** @description Words to find the job by */
            tags?: string[];
            maxProducts?: number;
            filename?: string;
            columns?: components["schemas"]["ExportColumn"][];
            /**
             * @description safe (default): a text cell that a spreadsheet would run as a formula is prefixed with an apostrophe; raw: cells as they are
             * @enum {string}
             */
            mode?: "safe" | "raw";
        };
        Removed: {
            removed: number;
        };
        RunDiff: {
            from: components["schemas"]["RunEnd"];
            to: components["schemas"]["RunEnd"];
            /** @enum {string} */
            kind: "new" | "gone" | "changed";
            items: components["schemas"]["RunDiffItem"][];
            nextCursor: string | null;
        };
        RunDiffItem: {
            id: string;
            name: string | null;
            url: string;
            /** @description As it is now */
            status: components["schemas"]["ProductStatus"];
            priceMinor: number | null;
            currency: string | null;
            /** @description Of `changed`: each field at the end of both runs */
            fields: {
                field: string;
                before: string | null;
                after: string | null;
            }[];
        };
        RunEnd: {
            jobId: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            completedAt: string;
        };
        SavedView: {
            id: string;
            /** @enum {string} */
            page: "jobs" | "products";
            name: string;
            query: {
                [key: string]: string;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SavedViewCreate: {
            /** @enum {string} */
            page: "jobs" | "products";
            name: string;
            /** @description What stands in the address of the list: filters, sort, columns */
            query: {
                [key: string]: string;
            };
        };
        SavedViewUpdate: {
            name?: string;
            /** @description What stands in the address of the list: filters, sort, columns */
            query?: {
                [key: string]: string;
            };
        };
        Schedule: {
            id: string;
            name: string;
            enabled: boolean;
            timing: components["schemas"]["ScheduleTiming"];
            work: components["schemas"]["FlowRequest"];
            /**
             * @description When no server was up at the time: run once when one is up again, or leave it out
             * @enum {string}
             */
            missed: "run-once" | "skip";
            /**
             * @description When the job of the last time is still open: leave this time out, start beside it, or cancel it first
             * @enum {string}
             */
            overlap: "skip" | "queue" | "cancel-previous";
            /** @description The next five times; none while disabled */
            next: string[];
            lastRun: components["schemas"]["ScheduleRun"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ScheduleCreate: {
            name: string;
            timing: components["schemas"]["ScheduleTiming"];
            /** @description What starts: a single job (a tree without children), a tree of jobs, or a preset */
            work: components["schemas"]["FlowRequest"];
            /** @description Default: true */
            enabled?: boolean;
            /**
             * @description When no server was up at the time: run once when one is up again, or leave it out
             * @enum {string}
             */
            missed?: "run-once" | "skip";
            /**
             * @description When the job of the last time is still open: leave this time out, start beside it, or cancel it first
             * @enum {string}
             */
            overlap?: "skip" | "queue" | "cancel-previous";
        };
        SchedulePage: {
            items: components["schemas"]["Schedule"][];
            nextCursor: string | null;
        };
        ScheduleRun: {
            id: string;
            scheduleId: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            trigger: "time" | "person";
            /** @enum {string} */
            outcome: "started" | "joined" | "missed" | "overlapped" | "failed";
            note: string | null;
            /** @description What `note` says, to be written in another language */
            told?: components["schemas"]["Told"];
            jobId: string | null;
            /** @description Null also when the job has been deleted */
            jobStatus: components["schemas"]["JobStatus"] | null;
        };
        ScheduleRunPage: {
            items: components["schemas"]["ScheduleRun"][];
            nextCursor: string | null;
        };
        ScheduleTiming: {
            /** @description Five fields (minute, hour, day, month, weekday), or six with seconds first */
            cron: string;
            /** @description IANA name: `Europe/Berlin`, `UTC` */
            timeZone: string;
        } | {
            everyMs: number;
        };
        ScheduleUpdate: {
            name?: string;
            timing?: components["schemas"]["ScheduleTiming"];
            /** @description What starts: a single job (a tree without children), a tree of jobs, or a preset */
            work?: components["schemas"]["FlowRequest"];
            /** @description Default: true */
            enabled?: boolean;
            /**
             * @description When no server was up at the time: run once when one is up again, or leave it out
             * @enum {string}
             */
            missed?: "run-once" | "skip";
            /**
             * @description When the job of the last time is still open: leave this time out, start beside it, or cancel it first
             * @enum {string}
             */
            overlap?: "skip" | "queue" | "cancel-previous";
        };
        ScrapeBrandData: {
            brandId: string;
            maxProducts?: number;
        };
        ScrapeProductDetailsData: {
            brandId?: string;
            productIds?: string[];
            onlyUnread?: boolean;
            /** @description Read every page in full, also those that have not changed by the shop's own dates and answers. Products named one by one are always asked for. */
            full?: boolean;
        };
        Setting: {
            /** @enum {string} */
            key: "maxOpenJobs" | "dispatchWindow" | "detailsBatch" | "pagesAtOnce" | "maxProducts" | "retainCompletedDays" | "retainFailedDays" | "retainCancelledDays" | "retainJobs" | "retainExportsDays" | "concurrency" | "delayMs";
            /** @enum {string} */
            group: "jobs" | "retention" | "politeness";
            /** @enum {string} */
            unit: "jobs" | "products" | "pages" | "days" | "requests" | "ms";
            value: number;
            /** @enum {string} */
            source: "default" | "environment" | "set";
            least: number;
            most: number;
            /** @description What holds when it is set back */
            fallback: {
                value: number;
                /** @enum {string} */
                source: "default" | "environment";
            };
            /** @description The environment variable with the installation's default */
            variable: string;
            /** @description When people set it */
            changedAt: string | null;
        };
        SettingsUpdate: {
            maxOpenJobs?: number | null;
            dispatchWindow?: number | null;
            detailsBatch?: number | null;
            pagesAtOnce?: number | null;
            maxProducts?: number | null;
            retainCompletedDays?: number | null;
            retainFailedDays?: number | null;
            retainCancelledDays?: number | null;
            retainJobs?: number | null;
            retainExportsDays?: number | null;
            concurrency?: number | null;
            delayMs?: number | null;
        };
        StatusClasses: {
            "2xx": number;
            "3xx": number;
            "4xx": number;
            "5xx": number;
            none: number;
        };
        Telling: {
            /** @description Which text, such as `pages-done`; the English words of each are in `server/contract/told/`, and more may come */
            code: string;
            /** @description What stands in the braces of its words; `n` chooses between singular and plural */
            values?: {
                [key: string]: components["schemas"]["ToldValue"];
            };
        };
        /**
         * @example {
         *       "id": "t_01JD8Q7N00",
         *       "jobId": "j_01JD8Q7M3X",
         *       "at": "2026-11-23T09:00:00.120Z",
         *       "kind": "started",
         *       "level": "info",
         *       "attempt": 1,
         *       "worker": "shed-1:4711",
         *       "message": "Attempt 1 of 2",
         *       "told": [
         *         {
         *           "code": "attempt",
         *           "values": {
         *             "attempt": 1,
         *             "most": 2
         *           }
         *         }
         *       ],
         *       "data": null
         *     }
         */
        TimelineEntry: {
            id: string;
            jobId: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "created" | "dispatched" | "started" | "retrying" | "stalled" | "delayed" | "promoted" | "retried" | "cancel-requested" | "cancel-acknowledged" | "cancelled" | "completed" | "failed" | "log";
            /** @enum {string} */
            level: "debug" | "info" | "warn" | "error";
            attempt: number | null;
            worker: string | null;
            message: string;
            /** @description What `message` says, to be written in another language; lines of older versions have none */
            told?: components["schemas"]["Told"];
            data: {
                [key: string]: unknown;
            } | null;
        };
        TimelinePage: {
            items: components["schemas"]["TimelineEntry"][];
            nextCursor: string | null;
        };
        Told: components["schemas"]["Telling"][];
        ToldValue: number | string | {
            code: components["schemas"]["ErrorCode"];
            message: string;
            told?: components["schemas"]["Told"];
        } | {
            way?: string;
            text: string;
            told?: components["schemas"]["Told"];
        }[];
        Variant: {
            key: string;
            name: string | null;
            sku: string | null;
            gtin: string | null;
            priceMinor: number | null;
            listPriceMinor: number | null;
            currency: string | null;
            availability: components["schemas"]["Availability"] | null;
            options: {
                [key: string]: string;
            };
            image: string | null;
            url: string | null;
        };
        WorkerProcess: {
            id: string;
            host: string;
            pid: number;
            version: string;
            /** @enum {string} */
            role: "worker" | "all";
            state: components["schemas"]["WorkerState"];
            /** @enum {string} */
            wanted: "running" | "quiet" | "stop";
            /** @description Jobs at a time, by queue */
            concurrency: {
                [key: string]: number;
            };
            /** @description What it works on */
            running: {
                jobId: string;
                type: components["schemas"]["JobType"];
                brandName: string | null;
                startedAt: string | null;
            }[];
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description The last sign of life
             */
            beatAt: string;
        };
        /** @enum {string} */
        WorkerState: "running" | "quiet" | "stopping" | "lost";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        queues: {
                            name: components["schemas"]["QueueName"];
                            paused: boolean;
                            /** @description Jobs at a time in each process */
                            concurrency: number;
                            limits: components["schemas"]["QueueLimits"];
                            attempts: number;
                            workers: number;
                            counts: {
                                pending: number;
                                active: number;
                                completed: number;
                                failed: number;
                                delayed: number;
                                cancelled: number;
                            };
                            oldestPendingAt: string | null;
                            /** @description How long the job that has waited longest has been waiting */
                            oldestPendingMs: number | null;
                            /** @description Jobs wait, the queue is not paused, and no worker is there to take them */
                            unattended: boolean;
                            minutes: {
                                /** Format: date-time */
                                at: string;
                                completed: number;
                                failed: number;
                                cancelled: number;
                            }[];
                            hours: {
                                /** Format: date-time */
                                at: string;
                                completed: number;
                                failed: number;
                                cancelled: number;
                            }[];
                            lastHour: {
                                durations: {
                                    count: number;
                                    p50: number | null;
                                    p95: number | null;
                                    p99: number | null;
                                };
                                /** @description Failed among completed and failed; null when none ended */
                                failureRate: number | null;
                            };
                            lastDay: {
                                durations: {
                                    count: number;
                                    p50: number | null;
                                    p95: number | null;
                                    p99: number | null;
                                };
                                failureRate: number | null;
                            };
                        }[];
                        attention: {
                            brandId: string;
                            brandName: string;
                            /** @enum {string} */
                            reason: "failed" | "partial" | "blocked";
                            detail: string;
                            /** @description What `detail` says, to be written in another language */
                            told?: components["schemas"]["Told"];
                            /** @description What kind of failure `detail` is about; null when the run did not fail */
                            errorCode: components["schemas"]["ErrorCode"] | null;
                            jobId: string | null;
                            jobStatus: components["schemas"]["JobStatus"] | null;
                            cause: string | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                        health: {
                            /** @enum {string} */
                            code: "queue-store" | "queue-away" | "disk-low" | "exports-not-writable" | "queue-unattended";
                            /** @enum {string} */
                            severity: "warning" | "error";
                            message: string;
                            /** @description What `message` says, to be written in another language */
                            told?: components["schemas"]["Told"];
                            remedy: string;
                            /** @description What `remedy` says, to be written in another language */
                            remedyTold?: components["schemas"]["Told"];
                            queue: components["schemas"]["QueueName"] | null;
                        }[];
                    };
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query?: {
                queue?: components["schemas"]["QueueName"];
                span?: "minute" | "hour";
                /** @description `csv`, or `Accept: text/csv`, for a table */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series of each queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        series: {
                            queue: components["schemas"]["QueueName"];
                            /** @enum {string} */
                            span: "minute" | "hour";
                            points: {
                                /** Format: date-time */
                                at: string;
                                completed: number;
                                failed: number;
                                cancelled: number;
                            }[];
                        }[];
                    };
                    "text/csv": string;
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFailures: {
        parameters: {
            query?: {
                limit?: number;
                brandId?: string;
                /** @description Only causes that were seen since */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            cause: string;
                            code: string;
                            /** @description The cause without its code */
                            message: string;
                            brandId: string | null;
                            brandName: string | null;
                            /** @description Jobs that are failed now: those that a retry of the group would take */
                            count: number;
                            /** Format: date-time */
                            firstSeenAt: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            /** @description What the message of the newest of them says, to be written in another language */
                            told?: components["schemas"]["Told"];
                            /** @description The newest of them */
                            sampleJobId: string | null;
                            /** @description A saved page of that job: `GET /api/pages/{id}` */
                            samplePageId: string | null;
                        }[];
                        total: {
                            groups: number;
                            jobs: number;
                        };
                    };
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testRecipe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    recipe?: components["schemas"]["Recipe"] | null;
                    /** @description Fetch with this brand's settings, and its recipe when none is given */
                    brandId?: string;
                };
            };
        };
        responses: {
            /** @description What the page says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description After redirects and canonical link */
                        url: string;
                        failure: {
                            code: components["schemas"]["ErrorCode"];
                            message: string;
                            /** @description What `message` says, to be written in another language; absent where the message comes from outside */
                            told?: components["schemas"]["Told"];
                            retryable: boolean;
                            url: string;
                            status: number | null;
                        } | null;
                        draft: {
                            name: string | null;
                            brand: string | null;
                            description: string | null;
                            priceMinor: number | null;
                            listPriceMinor: number | null;
                            currency: string | null;
                            availability: components["schemas"]["Availability"] | null;
                            sku: string | null;
                            mpn: string | null;
                            gtin: string | null;
                            condition: components["schemas"]["Condition"] | null;
                            images: string[];
                            category: string[];
                            rating: number | null;
                            ratingBest: number | null;
                            reviewCount: number | null;
                            attributes: {
                                [key: string]: string;
                            };
                            variants: components["schemas"]["Variant"][];
                            language: string | null;
                        } | null;
                        fields: {
                            /** @enum {string} */
                            field: "name" | "brand" | "description" | "price" | "listPrice" | "currency" | "availability" | "sku" | "mpn" | "gtin" | "condition" | "images" | "category" | "rating" | "reviewCount" | "url" | "language";
                            /** @description The normalised value, as text */
                            value: string;
                            evidence: components["schemas"]["Evidence"];
                        }[];
                        /** @description Fields that the page does not say */
                        missing: ("name" | "brand" | "description" | "price" | "listPrice" | "currency" | "availability" | "sku" | "mpn" | "gtin" | "condition" | "images" | "category" | "rating" | "reviewCount" | "url" | "language")[];
                    };
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    probeShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                };
            };
        };
        responses: {
            /** @description What the look told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /** @description The way that will find its products */
                        strategy: string | null;
                        /** @description The shop software that its pages name, such as `shopware` */
                        platform: string | null;
                        /** @description Products met during the look */
                        found: number;
                        /** @description The look was cut short; the shop has more */
                        more: boolean;
                        currency: string | null;
                        robots: string | null;
                        /** @description What `robots` says, to be written in another language */
                        robotsTold?: components["schemas"]["Told"];
                        samples: {
                            url: string;
                            name: string | null;
                        }[];
                        failure: {
                            code: components["schemas"]["ErrorCode"];
                            message: string;
                            /** @description What `message` says, to be written in another language; absent where the message comes from outside */
                            told?: components["schemas"]["Told"];
                            retryable: boolean;
                            url: string;
                            status: number | null;
                        } | null;
                        fetch: {
                            requests: number;
                            byOutcome: {
                                [key: string]: number;
                            };
                            bytes: number;
                            /** @description Time spent waiting out of politeness */
                            waitedMs: number;
                            /** @description What robots.txt said, in a few words */
                            robots: string | null;
                            /** @description What `robots` says, to be written in another language */
                            robotsTold?: components["schemas"]["Told"];
                            /** @description Pages whose scripts were run to read them */
                            rendered?: number;
                            /** @description Conduct towards each host */
                            hosts?: {
                                host: string;
                                requests: number;
                                byOutcome: {
                                    [key: string]: number;
                                };
                                bytes: number;
                                waitedMs: number;
                                /** @description The least time between two requests that was to be kept */
                                delayMs: number;
                                /** @description What robots.txt asks for */
                                crawlDelayMs: number | null;
                                /** @description The shortest time there was between two requests */
                                shortestGapMs: number | null;
                                /** @description Answers that asked to slow down */
                                rateLimited: number;
                                /** @description Which robots.txt was obeyed: the beginning of its SHA-256 */
                                robotsVersion: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedPages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The saved pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            jobId: string;
                            productId: string | null;
                            url: string;
                            code: string;
                            message: string;
                            /** @description What `message` says, to be written in another language */
                            told?: components["schemas"]["Told"];
                            /** @description Of the saved source; long pages are cut */
                            bytes: number;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSavedPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source; never to be run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBrands: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of brands, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandPage"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBrand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrandCreate"];
            };
        };
        responses: {
            /** @description The new brand */
            201: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bad-url`: The address cannot be used; `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBrandNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One for each brand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandName"][];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The brand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrandUpdate"];
            };
        };
        responses: {
            /** @description The brand as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bad-url`: The address cannot be used; `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBrandFacts: {
        parameters: {
            query: {
                /** @description Brand ids, separated by commas; unknown ones are left out */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One for each brand that exists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandFacts"][];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBrandPoliteness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Set and actual */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandPoliteness"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description `prevCursor` of a page: the rows before it */
                before?: string;
                type?: components["schemas"]["JobType"];
                status?: components["schemas"]["JobStatus"] | components["schemas"]["JobStatus"][];
                /** @description `none`: jobs of no brand */
                brandId?: string;
                flowId?: string;
                errorCode?: components["schemas"]["ErrorCode"];
                cause?: string;
                /** @description Jobs submitted with this tag, and their parts */
                tag?: string;
                worker?: string;
                priority?: number;
                createdAfter?: string;
                createdBefore?: string;
                finishedAfter?: string;
                finishedBefore?: string;
                /** @description Words, or their beginnings, of id, brand, data, error and result */
                search?: string;
                /** @description Default: `created`. `finished` and `duration` list ended jobs only; with `search`, the newest 5,000 matches */
                sort?: "created" | "finished" | "duration" | "priority";
                /** @description Default: `desc` */
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your own for this request, a UUID for instance. The same request with the same key is carried out once and gets the same answer for 24 hours, then with `Idempotency-Replayed: true`; another request with it gets 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobRequest"];
            };
        };
        responses: {
            /** @description An open job that does the same already; nothing new was made */
            200: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key` */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The accepted job */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key` */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cleanJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobClean"];
            };
        };
        responses: {
            /** @description How many were deleted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobUpdate"];
            };
        };
        responses: {
            /** @description The job, changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The jobs of the flow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobSummary"][];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobTimeline: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                only?: "steps" | "log";
                /** @description Id of a line: those after it, oldest first. Ask again with the id of the last one while `nextCursor` is not null */
                after?: string;
                /** @description Id of a line: those before it, newest first */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the timeline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["JobRetryRequest"];
            };
        };
        responses: {
            /** @description The job, waiting again */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, cancelled or about to be */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    promoteJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, waiting no longer for its time */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobAttempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAttempts"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobHistory: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `csv`, or `Accept: text/csv`, for a table */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobHistory"];
                    "text/csv": string;
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobTree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobTree"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobChildren: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: components["schemas"]["JobStatus"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs, in the order in which they were made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobNodePage"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobLedger"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLedgerThings: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                bucket: "discovered" | "queued" | "running" | "done" | "failed" | "skipped" | "cancelled" | "duplicate";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products or pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerThings"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diffRuns: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description The earlier run */
                from: string;
                /** @description The later run */
                to: string;
                kind: "new" | "gone" | "changed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDiff"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBulkOperations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: components["schemas"]["BulkOperationStatus"] | components["schemas"]["BulkOperationStatus"][];
                /** @description `true`: deletions that can still be taken back */
                undoable?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of operations, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationPage"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBulkOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your own for this request, a UUID for instance. The same request with the same key is carried out once and gets the same answer for 24 hours, then with `Idempotency-Replayed: true`; another request with it gets 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkOperationRequest"];
            };
        };
        responses: {
            /** @description With `dryRun`: what would happen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationPreview"];
                };
            };
            /** @description The accepted operation */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key` */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBulkOperationResults: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                outcome?: "done" | "skipped" | "failed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of results, newest job first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationResultPage"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadBulkOperationList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The jobs as they were when the operation came to them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    abortBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation, about to stop */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation, being undone */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startFlow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your own for this request, a UUID for instance. The same request with the same key is carried out once and gets the same answer for 24 hours, then with `Idempotency-Replayed: true`; another request with it gets 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowRequest"];
            };
        };
        responses: {
            /** @description The root of the flow */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key` */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedViews: {
        parameters: {
            query: {
                page: "jobs" | "products";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewCreate"];
            };
        };
        responses: {
            /** @description The view */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewUpdate"];
            };
        };
        responses: {
            /** @description The view, changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of schedules, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePage"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleCreate"];
            };
        };
        responses: {
            /** @description The new schedule */
            201: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleTiming"];
            };
        };
        responses: {
            /** @description The next five times */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueTimes"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleUpdate"];
            };
        };
        responses: {
            /** @description The schedule, changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule, enabled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule, disabled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of it, with the job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRun"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScheduleRuns: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleRunPage"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueInfo"][];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `queue-unavailable`: The queue store cannot be reached */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["QueueName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueInfo"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["QueueName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueUpdate"];
            };
        };
        responses: {
            /** @description The queue, limited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueInfo"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["QueueName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue, paused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueInfo"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `queue-unavailable`: The queue store cannot be reached; `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["QueueName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue, running */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueInfo"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `queue-unavailable`: The queue store cannot be reached; `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drainQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["QueueName"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["QueueDrain"];
            };
        };
        responses: {
            /** @description The bulk operation that cancels them */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperation"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every process, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerProcess"][];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quietWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process as it is now */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerProcess"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process as it is now */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerProcess"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process as it is now */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerProcess"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every setting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"][];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsUpdate"];
            };
        };
        responses: {
            /** @description Every setting, changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"][];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description `prevCursor` of a page: the rows before it */
                before?: string;
                brandId?: string;
                status?: components["schemas"]["ProductStatus"];
                availability?: components["schemas"]["Availability"];
                currency?: string;
                /** @description In the minor unit of `currency`, which must be given */
                priceMin?: number;
                /** @description In the minor unit of `currency`, which must be given */
                priceMax?: number;
                /** @description Something that is followed (price, stock, name …) changed since */
                changedAfter?: string;
                hasVariants?: "true" | "false";
                /** @description Its page was read, and does not say this */
                missing?: "name" | "brand" | "description" | "price" | "availability" | "sku" | "gtin" | "images" | "category";
                /** @description Words, or their beginnings, of name, brand, SKU, MPN, GTIN, the end of the address and the first 300 characters of the description. New words are found a second or two later */
                search?: string;
                /** @description Default: `created`. The others list products that have the value; `price` needs `currency`. With `search`, the newest 5,000 matches */
                sort?: "created" | "name" | "price" | "seen" | "changed";
                /** @description Default: `desc` */
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countProducts: {
        parameters: {
            query?: {
                brandId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts; those without a product are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductCounts"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProductChanges: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductChangePage"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                brandId?: string;
                /** @description What this job wrote */
                jobId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exports, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your own for this request, a UUID for instance. The same request with the same key is carried out once and gets the same answer for 24 hours, then with `Idempotency-Replayed: true`; another request with it gets 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportFlowRequest"];
            };
        };
        responses: {
            /** @description The export job */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key` */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `invalid-input`: The body is not well-formed JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeExportAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name of your own for this request, a UUID for instance. The same request with the same key is carried out once and gets the same answer for 24 hours, then with `Idempotency-Replayed: true`; another request with it gets 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export job */
            202: {
                headers: {
                    /** @description Where it lives */
                    Location?: string;
                    /** @description `true` when this is the answer to an earlier request with the same `Idempotency-Key` */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The request body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `disk-full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes, `bytes=1000-` */
                range?: string;
                "if-range"?: string;
                "if-none-match"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The bytes that were asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description You have it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file-gone`: The file is not there any more */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is shorter than that */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listenToChanges: {
        parameters: {
            query?: {
                /** @description Also send the timeline of this job */
                job?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The WebSocket is open */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An endless stream of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `forbidden`: Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-input`: The request has values that cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`: Not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `misdirected-host`: This server does not answer for that host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not ready; `parts` say why */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
}
