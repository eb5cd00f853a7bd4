/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-window-private.h"

#include <glib/gi18n.h>

#include "skh-bench.h"
#include "skh-chase-window.h"
#include "skh-commitments-page.h"
#include "skh-documents-page.h"
#include "skh-file-choice.h"
#include "skh-labels.h"
#include "skh-overview-page.h"
#include "skh-registers-page.h"
#include "skh-reports-page.h"
#include "skh-progress-page.h"
#include "skh-search-popover.h"
#include "skh-settings.h"
#include "skh-start-page.h"
#include "skh-units-page.h"

G_DEFINE_FINAL_TYPE (SkhWindow, skh_window, ADW_TYPE_APPLICATION_WINDOW)

/* The pages in the order of the sidebar. The icons are the desktop's, which come as
   pictures: one drawing of our own would load a whole SVG library before the first frame.
 */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} pages[] = {
  { "overview", N_ ("Overview"), "view-grid-symbolic", skh_overview_page_get_type },
  { "timeline", N_ ("Progress"), "x-office-calendar-symbolic",
    skh_progress_page_get_type },
  { "units", N_ ("Units"), "view-list-symbolic", skh_units_page_get_type },
  { "commitments", N_ ("Commitments"), "document-edit-symbolic",
    skh_commitments_page_get_type },
  { "registers", N_ ("Registers"), "x-office-address-book-symbolic",
    skh_registers_page_get_type },
  { "reports", N_ ("Reports"), "x-office-document-symbolic", skh_reports_page_get_type },
  { "documents", N_ ("Documents"), "folder-documents-symbolic",
    skh_documents_page_get_type },
};

static void
show_workbook_state (SkhWindow *self)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  const char *reason
    = workbook != NULL ? skh_workbook_get_read_only_reason (workbook) : NULL;

  gtk_label_set_label (self->read_only_label, reason != NULL ? reason : "");
  gtk_info_bar_set_revealed (self->read_only_bar, reason != NULL);
  skh_window_update_actions (self);
}

static void
show_ledger_state (SkhWindow *self, SkhLedger *ledger)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  g_autoptr (GArray) overdue
    = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_OVERDUE,
                                     skh_session_get_on (self->session));
  g_autofree char *title
    = g_strdup_printf ("%s – %s", plan->short_title, _ ("Sổ Kế hoạch"));

  skh_sidebar_set_badge (self->sidebar, "units", overdue->len);
  skh_sidebar_set_foot (self->sidebar, plan->organisation, plan->short_title,
                        skh_workbook_get_saved_at (
                          skh_session_get_workbook (self->session)));
  adw_window_title_set_subtitle (self->title, plan->short_title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_session_changed (SkhWindow *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  show_workbook_state (self);
  if (ledger != NULL)
    show_ledger_state (self, ledger);
}

static void
remember_file (SkhWorkbook *workbook)
{
  GtkRecentData data = {
    .mime_type = (char *)"application/x-sokehoach",
    .app_name = (char *)"Sổ Kế hoạch",
    .app_exec = (char *)"sokehoach %f",
  };
  g_autofree char *uri = g_filename_to_uri (skh_workbook_get_path (workbook), NULL, NULL);

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static gboolean
remember_file_at_leisure (gpointer user_data)
{
  remember_file (user_data);
  return G_SOURCE_REMOVE;
}

static void
on_session_opened (SkhWindow *self)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);

  show_workbook_state (self);
  if (workbook == NULL)
    return;
  gtk_stack_set_visible_child_name (self->main_stack, "plan");
  skh_window_show_page (self, pages[0].name);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, 2, remember_file_at_leisure,
                              g_object_ref (workbook), g_object_unref);
}

static void
on_session_open_failed (SkhWindow *self, const char *message)
{
  if (skh_session_get_workbook (self->session) == NULL)
    skh_window_show_start (self);
  skh_window_show_error (self, _ ("The Workbook Could Not Be Opened"), message);
}

static void
on_session_fault (SkhWindow *self, const char *message)
{
  skh_window_show_error (self, _ ("This Could Not Be Done"), message);
}

/* The newest act is told at once, on the toast that is shown if there is one: a toast
   that is dismissed while it comes or goes takes libadwaita 1.2 down with it. action may
   be NULL. */
static void
show_toast (SkhWindow *self, const char *text, const char *button, const char *action)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = self->toast != NULL ? self->toast : adw_toast_new (markup);

  adw_toast_set_title (toast, markup);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  if (toast == self->toast)
    return;
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_session_saved (SkhWindow *self, const char *label)
{
  g_autofree char *text = g_strdup_printf (_ ("Saved: %s"), label);

  show_toast (self, text, _ ("Undo"), "win.undo");
}

static void
on_session_undone (SkhWindow *self, const char *label)
{
  g_autofree char *text = g_strdup_printf (_ ("Undone: %s"), label);

  skh_window_toast (self, text);
}

static void
on_session_redone (SkhWindow *self, const char *label)
{
  g_autofree char *text = g_strdup_printf (_ ("Done again: %s"), label);

  skh_window_toast (self, text);
}

static void
on_session_exported (SkhWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Written: %s"), name);

  g_free (self->exported);
  self->exported = g_strdup (path);
  show_toast (self, text, _ ("Open"), "win.show-exported");
}

static void
on_show_chase (SkhWindow *self, guint unit, guint task)
{
  if (skh_session_get_ledger (self->session) != NULL)
    gtk_window_present (
      skh_chase_window_new (GTK_WINDOW (self), self->session, unit, task));
}

static void
follow_session (SkhWindow *self)
{
  static const struct
  {
    const char *name;
    GCallback callback;
  } table[] = {
    { "changed", G_CALLBACK (on_session_changed) },
    { "opened", G_CALLBACK (on_session_opened) },
    { "open-failed", G_CALLBACK (on_session_open_failed) },
    { "fault", G_CALLBACK (on_session_fault) },
    { "told", G_CALLBACK (skh_window_toast) },
    { "saved", G_CALLBACK (on_session_saved) },
    { "undone", G_CALLBACK (on_session_undone) },
    { "redone", G_CALLBACK (on_session_redone) },
    { "exported", G_CALLBACK (on_session_exported) },
    { "show-chase", G_CALLBACK (on_show_chase) },
    { "show-page", G_CALLBACK (skh_window_show_page) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_signal_connect_object (self->session, table[i].name, table[i].callback, self,
                             G_CONNECT_SWAPPED);
  skh_plan_button_set_session (self->plan_button, self->session);
  skh_day_button_set_session (self->day_button, self->session);
  skh_period_switch_set_session (self->period_switch, self->session);
}

static void
make_search_popover (GtkMenuButton *button, gpointer user_data)
{
  SkhWindow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, skh_search_popover_new (self->session));
}

static void
on_sidebar_selected (SkhWindow *self, const char *name)
{
  skh_window_show_page (self, name);
}

static void
restore_size (SkhWindow *self)
{
  self->settings = skh_settings_new ();
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
close_window (gpointer data)
{
  gtk_window_close (data);
}

static gboolean
skh_window_close_request (GtkWindow *window)
{
  SkhWindow *self = SKH_WINDOW (window);
  int width, height;

  if (skh_session_ask_unsaved (self->session, close_window, self))
    return GDK_EVENT_STOP;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (skh_window_parent_class)->close_request (window);
}

static void
skh_window_dispose (GObject *object)
{
  SkhWindow *self = SKH_WINDOW (object);

  if (self->session != NULL)
    skh_session_set_workbook (self->session, NULL);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->exported, g_free);
  G_OBJECT_CLASS (skh_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, day_button);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, period_switch);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, SkhWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_selected);
}

static void
skh_window_class_init (SkhWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = skh_window_close_request;
  g_type_ensure (SKH_TYPE_SIDEBAR);
  g_type_ensure (SKH_TYPE_PLAN_BUTTON);
  g_type_ensure (SKH_TYPE_DAY_BUTTON);
  g_type_ensure (SKH_TYPE_PERIOD_SWITCH);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/window/skh-window.ui");
  bind_children (widget_class);
  skh_window_install_actions (widget_class);
}

static void
skh_window_init (SkhWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->search_button, make_search_popover, self,
                                         NULL);
  skh_menu_button_set_name (self->search_button, _ ("Find a unit or a task"));
  restore_size (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    skh_sidebar_add_page (self->sidebar, pages[i].name, _ (pages[i].title),
                          pages[i].icon_name);
}

/* A window on a session (borrowed). has_file says that the session is opening one, so
   that its frame is built at once; else the start page is shown. */
GtkWidget *
skh_window_new (AdwApplication *application, SkhSession *session, gboolean has_file)
{
  SkhWindow *self = g_object_new (SKH_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  follow_session (self);
  skh_window_update_actions (self);
  if (has_file)
    skh_window_show_page (self, pages[0].name);
  else
    skh_window_show_start (self);
  skh_bench_watch (GTK_WIDGET (self), session);
  return GTK_WIDGET (self);
}

/* Who works by keyboard goes on in the page that came forward. The focus never stays on
   the undo button, GTK's first choice in a new window: a space there takes an act back.
 */
static void
focus_page (SkhWindow *self, GtkWidget *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    return;
  if (!gtk_widget_grab_focus (page)
      && !gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    skh_sidebar_grab_focus (self->sidebar);
}

/* Brings a page forward, building it at its first visit. A name of no page is passed
   over: not every build has every page. */
void
skh_window_show_page (SkhWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (!g_str_equal (pages[i].name, name))
        continue;
      if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
        gtk_stack_add_named (self->pages,
                             g_object_new (pages[i].get_type (), "session", self->session,
                                           NULL),
                             name);
      gtk_stack_set_visible_child_name (self->pages, name);
      adw_window_title_set_title (self->title, _ (pages[i].title));
      /* The timeline shows whole years, and has a choice of periods of its own. */
      gtk_widget_set_visible (GTK_WIDGET (self->period_switch),
                              !g_str_equal (name, "timeline"));
      skh_sidebar_select (self->sidebar, name);
      focus_page (self, gtk_stack_get_visible_child (self->pages));
    }
}

void
skh_window_show_start (SkhWindow *self)
{
  GtkWidget *start = gtk_stack_get_child_by_name (self->main_stack, "start");

  if (start == NULL)
    {
      start = skh_start_page_new (self->session);
      gtk_stack_add_named (self->main_stack, start, "start");
    }
  skh_start_page_update (SKH_START_PAGE (start));
  gtk_stack_set_visible_child (self->main_stack, start);
}

void
skh_window_toast (SkhWindow *self, const char *text)
{
  show_toast (self, text, NULL, NULL);
}

void
skh_window_show_error (SkhWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  /* Over the window, which may not have been shown yet. */
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
