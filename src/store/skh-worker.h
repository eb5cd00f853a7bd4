/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-opening.h"

G_BEGIN_DECLS

/* SkhWorker: the database thread and what it owns. It does not know the workbook: one
   that is dropped anywhere just asks its worker to quit. */
typedef struct
{
  GAsyncQueue *jobs; /* of skh-worker.c */
  GThread *thread;
  SkhOpening opening; /* the thread's own */
} SkhWorker;

typedef void (*SkhWorkerFunc) (SkhWorker *worker, gpointer data);

SkhWorker *skh_worker_new (void);
/* Jobs run in the order they came. */
void skh_worker_push (SkhWorker *worker, SkhWorkerFunc run, gpointer data);
void skh_worker_quit (SkhWorker *worker);

G_END_DECLS
