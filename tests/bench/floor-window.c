/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor under our start: an empty AdwApplicationWindow of our window's size, which
 * tells of its first frame on the screen and ends. What it costs, no libadwaita program
 * can save. */
#include <adwaita.h>

#define WIDTH 1366
#define HEIGHT 768

static gboolean
on_idle_quit (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

/* Low priority: after everything the first frame has set off. */
static void
on_frame_clock_after_paint (GdkFrameClock *clock, GApplication *application)
{
  g_print ("first-frame\n");
  g_signal_handlers_disconnect_by_func (clock, on_frame_clock_after_paint, application);
  g_idle_add_full (G_PRIORITY_LOW, on_idle_quit, application, NULL);
}

static void
on_application_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window),
                                      adw_header_bar_new ());
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_frame_clock_after_paint), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application
    = adw_application_new ("io.github.sokehoach.FloorWindow",
                           G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (on_application_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
