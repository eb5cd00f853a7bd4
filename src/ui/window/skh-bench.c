/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-bench.h"

#include <stdio.h>
#include <unistd.h>

/* When the process was started, by the kernel's count of clock ticks since boot. */
static double
get_start_seconds (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *after_name;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return -1;
  after_name = strrchr (stat, ')');
  fields = g_strsplit (after_name + 2, " ", -1);
  /* The 22nd field of the line; the first two are the id and the name. */
  return g_ascii_strtod (fields[19], NULL) / (double)sysconf (_SC_CLK_TCK);
}

static double
get_boot_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static gboolean
on_painted (gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GdkFrameClock *clock, GtkWidget *window)
{
  SkhSession *session = g_object_get_data (G_OBJECT (window), "bench-session");

  if (skh_session_get_ledger (session) == NULL)
    return;
  fprintf (stderr, "first-frame %.0f\n",
           (get_boot_seconds () - get_start_seconds ()) * 1000);
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  g_idle_add_full (G_PRIORITY_LOW, on_painted, window, NULL);
}

static void
on_realize (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), window);
}

/* With SOKEHOACH_BENCH=1, prints how many milliseconds after the start of the process the
   first frame with the plan's numbers was painted, and closes the window. */
void
skh_bench_watch (GtkWidget *window, SkhSession *session)
{
  if (g_strcmp0 (g_getenv ("SOKEHOACH_BENCH"), "1") != 0)
    return;
  g_object_set_data (G_OBJECT (window), "bench-session", session);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}
