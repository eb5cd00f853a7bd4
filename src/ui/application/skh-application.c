/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-application.h"

#include <glib/gi18n.h>

#include "skh-preferences-window.h"
#include "skh-session.h"
#include "skh-graphics.h"
#include "skh-settings.h"
#include "skh-stores.h"
#include "skh-ui-resources.h"
#include "skh-window.h"

struct _SkhApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  SkhDate on; /* of --on; SKH_DATE_NONE: the clock's */
};

G_DEFINE_FINAL_TYPE (SkhApplication, skh_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Look at the plan from this day"),
    N_ ("DATE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { NULL },
};

/* A file that takes longer to read than people wait unknowingly: the frame comes first.
 */
#define PATIENCE_MS 150

typedef struct
{
  GtkWindow *window;
  SkhSession *session;
  guint timeout;
} Opening;

/* Once, whichever comes first: the numbers, a fault, or the end of patience. */
static void
present (Opening *opening)
{
  g_signal_handlers_disconnect_by_data (opening->session, opening);
  g_clear_handle_id (&opening->timeout, g_source_remove);
  /* Not over a dialog that has come in the meantime. */
  if (!gtk_widget_get_visible (GTK_WIDGET (opening->window)))
    gtk_window_present (opening->window);
  g_object_unref (opening->session);
  g_free (opening);
}

static gboolean
on_patience_ended (gpointer user_data)
{
  Opening *opening = user_data;

  opening->timeout = 0;
  present (opening);
  return G_SOURCE_REMOVE;
}

/* The first frame is whole when the file is read by then, as it nearly always is. */
static void
present_when_read (GtkWindow *window, SkhSession *session)
{
  Opening *opening = g_new (Opening, 1);

  opening->window = window;
  opening->session = g_object_ref (session);
  opening->timeout = g_timeout_add (PATIENCE_MS, on_patience_ended, opening);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (present), opening);
  g_signal_connect_swapped (session, "open-failed", G_CALLBACK (present), opening);
  g_signal_connect_swapped (session, "fault", G_CALLBACK (present), opening);
}

/* The session starts to read the file before the window is built: the two run side by
   side. */
static void
open_window (SkhApplication *self, const char *path)
{
  g_autoptr (SkhSession) session = skh_session_new ();
  GtkWidget *window;

  if (self->on != SKH_DATE_NONE)
    skh_session_set_on (session, self->on);
  if (path != NULL)
    skh_session_open (session, path, SKH_DATE_NONE);
  window = skh_window_new (ADW_APPLICATION (self), session, path != NULL);
  if (path != NULL)
    present_when_read (GTK_WINDOW (window), session);
  else
    gtk_window_present (GTK_WINDOW (window));
}

static void
on_about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *debug
    = g_strdup_printf ("Sổ Kế hoạch %s\nSQLite %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\n",
                       SKH_VERSION, skh_store_get_sqlite_version (),
                       gtk_get_major_version (), gtk_get_minor_version (),
                       gtk_get_micro_version (), adw_get_major_version (),
                       adw_get_minor_version (), adw_get_micro_version ());

  adw_show_about_window (
    gtk_application_get_active_window (user_data),
    /* Translators: the program's name. */
    "application-name", _ ("Sổ Kế hoạch"), "application-icon", SKH_APPLICATION_ID,
    "version", SKH_VERSION, "developer-name", _ ("The Sổ Kế hoạch developers"),
    "comments", _ ("The yearly plan: who owes what by when, and who has delivered."),
    "license-type", GTK_LICENSE_GPL_3_0, "debug-info", debug, NULL);
}

static void
on_preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  gtk_window_present (GTK_WINDOW (skh_preferences_window_new (parent)));
}

static void
on_quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
on_style_changed (GSettings *settings, const char *key, gpointer user_data)
{
  static const struct
  {
    const char *name;
    AdwColorScheme scheme;
  } styles[] = { { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
                 { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
                 { "system", ADW_COLOR_SCHEME_DEFAULT } };
  g_autofree char *style = g_settings_get_string (settings, key);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (style, styles[i].name))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          styles[i].scheme);
}

/* Only some desktops ask for it, so it waits until the window stands. */
static gboolean
on_time_for_icon (gpointer user_data)
{
  gtk_window_set_default_icon_name (SKH_APPLICATION_ID);
  return G_SOURCE_REMOVE;
}

static void
set_accels (GtkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.search", { "<Control>k", "<Control>f" } },
    { "win.open", { "<Control>o" } },
    { "win.new", { "<Control>n" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.shortcuts", { "F1", "<Control>question" } },
    { "win.page('overview')", { "<Alt>1" } },
    { "win.page('timeline')", { "<Alt>2" } },
    { "win.page('units')", { "<Alt>3" } },
    { "win.page('commitments')", { "<Alt>4" } },
    { "win.page('registers')", { "<Alt>5" } },
    { "win.page('reports')", { "<Alt>6" } },
    { "win.page('documents')", { "<Alt>7" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (self, table[i].action, table[i].accels);
}

static int
skh_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  SkhApplication *self = SKH_APPLICATION (application);
  const char *text;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("sokehoach %s\n", SKH_VERSION);
      return 0;
    }
  if (!g_variant_dict_lookup (dict, "on", "&s", &text))
    return -1;
  self->on
    = skh_date_parse_typed (text, skh_date_get_year (skh_session_get_clock_day ()));
  if (self->on != SKH_DATE_NONE)
    return -1;
  g_printerr (_ ("sokehoach: “%s” is no day; write it as 2023-04-15 or 15/4/2023.\n"),
              text);
  return 2;
}

static void
skh_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", on_about_activated },
    { "preferences", on_preferences_activated },
    { "quit", on_quit_activated },
  };
  SkhApplication *self = SKH_APPLICATION (application);

  skh_graphics_begin ();
  G_APPLICATION_CLASS (skh_application_parent_class)->startup (application);
  skh_graphics_end ();
  g_timeout_add_seconds (1, on_time_for_icon, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions),
                                   self);
  set_accels (GTK_APPLICATION (self));
  self->settings = skh_settings_new ();
  g_signal_connect (self->settings, "changed::style", G_CALLBACK (on_style_changed),
                    NULL);
  on_style_changed (self->settings, "style", NULL);
}

static void
skh_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_window (SKH_APPLICATION (application), NULL);
}

static void
skh_application_open (GApplication *application,
                      GFile **files,
                      int n_files,
                      const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_window (SKH_APPLICATION (application), path);
    }
}

static void
skh_application_dispose (GObject *object)
{
  g_clear_object (&SKH_APPLICATION (object)->settings);
  G_OBJECT_CLASS (skh_application_parent_class)->dispose (object);
}

static void
skh_application_class_init (SkhApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_application_dispose;
  application_class->handle_local_options = skh_application_handle_local_options;
  application_class->startup = skh_application_startup;
  application_class->activate = skh_application_activate;
  application_class->open = skh_application_open;
}

static void
skh_application_init (SkhApplication *self)
{
  self->on = SKH_DATE_NONE;
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE]"));
}

/* Each start is a process of its own: a fault in one workbook leaves the others open. */
SkhApplication *
skh_application_new (void)
{
  /* The linker drops a bundle in a static library that nobody names. */
  g_resources_register (skh_ui_get_resource ());
  return g_object_new (SKH_TYPE_APPLICATION, "application-id", SKH_APPLICATION_ID,
                       "flags", G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
