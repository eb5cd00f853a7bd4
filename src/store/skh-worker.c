/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-worker.h"

typedef struct
{
  SkhWorkerFunc run; /* NULL: the last */
  gpointer data;
} Job;

static gpointer
worker_main (gpointer data)
{
  SkhWorker *worker = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (worker->jobs);

      if (job->run == NULL)
        {
          g_free (job);
          break;
        }
      job->run (worker, job->data);
      g_free (job);
    }

  skh_opening_close (&worker->opening);
  g_async_queue_unref (worker->jobs);
  if (worker->thread == NULL)
    g_free (worker);
  return NULL;
}

void
skh_worker_push (SkhWorker *worker, SkhWorkerFunc run, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->data = data;
  g_async_queue_push (worker->jobs, job);
}

SkhWorker *
skh_worker_new (void)
{
  SkhWorker *worker = g_new0 (SkhWorker, 1);

  worker->jobs = g_async_queue_new ();
  worker->thread = g_thread_new ("database", worker_main, worker);
  return worker;
}

/* Waits until the file is closed and its lock given back, unless asked from the worker's
   own thread, where the last reference may happen to go. */
void
skh_worker_quit (SkhWorker *worker)
{
  GThread *thread = worker->thread;

  if (thread == g_thread_self ())
    {
      worker->thread = NULL;
      g_thread_unref (thread);
      skh_worker_push (worker, NULL, NULL);
      return;
    }
  skh_worker_push (worker, NULL, NULL);
  g_thread_join (thread);
  g_free (worker);
}
