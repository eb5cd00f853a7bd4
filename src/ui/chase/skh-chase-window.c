/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-window-private.h"

#include <glib/gi18n.h>

#include "skh-chase-text.h"
#include "skh-chase-tree.h"
#include "skh-file-choice.h"
#include "skh-report-maker.h"

G_DEFINE_FINAL_TYPE (SkhChaseWindow, skh_chase_window, ADW_TYPE_WINDOW)

void
skh_chase_window_set_busy (SkhChaseWindow *self, gboolean is_busy)
{
  self->n_busy += is_busy ? 1 : (guint)-1;
  gtk_spinner_set_spinning (self->spinner, self->n_busy > 0);
}

void
skh_chase_window_toast (SkhChaseWindow *self,
                        const char *text,
                        const char *button,
                        const char *action)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *shown = adw_toast_new (markup);

  adw_toast_set_button_label (shown, button);
  adw_toast_set_action_name (shown, action);
  adw_toast_overlay_add_toast (self->toasts, shown);
}

/* — The message to one unit — */

static void
show_message (SkhChaseWindow *self)
{
  g_autoptr (SkhChaseItem) unit = skh_chase_tree_dup_selected_unit (self->list);
  gboolean is_group = gtk_check_button_get_active (self->group_check);
  guint index
    = unit != NULL && !is_group ? skh_chase_item_get_index (unit) : SKH_NO_INDEX;
  g_autofree char *text
    = unit != NULL || is_group ? skh_chase_text_new (self->chosen, index) : NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->message),
                            text != NULL ? text : "", -1);
  gtk_widget_set_sensitive (self->copy_button, text != NULL);
}

static void
on_copy_clicked (SkhChaseWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->message);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  skh_chase_window_toast (self, _ ("Copied: paste it where you write to the unit."), NULL,
                          NULL);
  gtk_drop_down_set_selected (self->how_choice, SKH_CHASE_ZALO);
}

/* — The list on paper — */

static SkhReportRequest
get_request (SkhChaseWindow *self)
{
  return (SkhReportRequest){ .kind = SKH_REPORT_CHASE, .chase = self->chosen };
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhChaseWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPaper) paper = skh_report_maker_make_finish (result, &error);

  if (self->session == NULL)
    return;
  skh_chase_window_set_busy (self, FALSE);
  if (paper != NULL)
    skh_paper_view_set_paper (self->paper, paper);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    skh_session_report_fault (self->session, error->message);
}

static void
make_preview (SkhChaseWindow *self)
{
  SkhReportRequest request = get_request (self);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();
  skh_chase_window_set_busy (self, TRUE);
  skh_report_maker_make_async (self->session, &request, self->making, on_made,
                               g_object_ref (self));
}

typedef struct
{
  SkhChaseWindow *window;
  char *path;
} Export;

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (SkhChaseWindow) self = export->window;
  g_autofree char *path = export->path;
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;

  g_free (export);
  if (self->session == NULL)
    return;
  skh_chase_window_set_busy (self, FALSE);
  if (skh_report_maker_write_finish (result, &error))
    skh_chase_window_offer (self, SKH_CHASE_LETTER, name);
  else
    skh_session_report_fault (self->session, error->message);
}

static void
on_path_chosen (const char *path, gpointer user_data)
{
  SkhChaseWindow *self = user_data;
  SkhReportRequest request = get_request (self);
  Export *export = g_new (Export, 1);

  export->window = g_object_ref (self);
  export->path = g_strdup (path);
  skh_chase_window_set_busy (self, TRUE);
  skh_report_maker_write_async (self->session, &request, path, NULL, on_written, export);
}

static void
choose_place (SkhChaseWindow *self, const char *title, const char *suffix)
{
  g_autofree char *day = skh_date_to_iso (skh_chase_list_get_on (self->chosen));
  g_autofree char *name = g_strdup_printf ("Don doc %s%s", day, suffix);

  skh_file_choice_save (GTK_WINDOW (self), title, name, suffix, on_path_chosen, self);
}

static void
on_excel_clicked (SkhChaseWindow *self)
{
  choose_place (self, _ ("Export to Excel"), ".xlsx");
}

static void
on_pdf_clicked (SkhChaseWindow *self)
{
  choose_place (self, _ ("Export to PDF"), ".pdf");
}

void
skh_chase_window_offer (SkhChaseWindow *self, SkhChaseHow how, const char *what)
{
  g_autofree char *text = g_strdup_printf (_ ("Written: %s"), what);

  skh_chase_window_toast (self, text, NULL, NULL);
  gtk_drop_down_set_selected (self->how_choice, how);
  gtk_widget_add_css_class (self->record_button, "suggested-action");
}

/* — What is chosen — */

static gboolean
is_kept (SkhLedger *ledger, guint line, gpointer data)
{
  SkhChaseWindow *self = data;
  gint64 id = skh_ledger_get_assignments (ledger, NULL)[line].id;

  return !g_hash_table_contains (self->left_out, &id);
}

static void
collect_left_out (SkhChaseWindow *self)
{
  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->units)); i++)
    {
      g_autoptr (SkhChaseItem) unit
        = g_list_model_get_item (G_LIST_MODEL (self->units), i);
      GListModel *lines = skh_chase_item_get_lines (unit);

      for (guint j = 0; j < g_list_model_get_n_items (lines); j++)
        {
          g_autoptr (SkhChaseItem) line = g_list_model_get_item (lines, j);
          gint64 id = skh_chase_item_get_id (line);

          if (skh_chase_item_get_chosen (line) == SKH_CHOSEN_NONE)
            g_hash_table_add (self->left_out, g_memdup2 (&id, sizeof id));
        }
    }
}

static void
show_counts (SkhChaseWindow *self)
{
  guint n_lines, n_units;
  g_autofree char *tasks = NULL, *units = NULL, *text = NULL, *day = NULL, *offer = NULL;

  skh_chase_list_get_lines (self->chosen, &n_lines);
  skh_chase_list_get_units (self->chosen, &n_units);
  tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", n_lines), n_lines);
  units = g_strdup_printf (ngettext ("%u unit", "%u units", n_units), n_units);
  day = skh_date_to_text (skh_chase_list_get_on (self->chosen));
  skh_chase_window_offer_day (self, day);
  text = g_strdup_printf (_ ("%s of %s, as of %s"), tasks, units, day);
  offer = g_strdup_printf (_ ("Record that %s of %s were chased on:"), tasks, units);
  adw_window_title_set_subtitle (self->title, text);
  gtk_label_set_text (self->record_label, offer);
  gtk_widget_set_sensitive (self->excel_button, n_lines > 0);
  gtk_widget_set_sensitive (self->pdf_button, n_lines > 0);
  gtk_widget_set_sensitive (self->letter_button, n_lines > 0);
  gtk_widget_set_sensitive (self->record_bar,
                            n_lines > 0 && skh_session_is_writable (self->session));
}

static void
show_all_check (SkhChaseWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->units)), n_all = 0, n_none = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SkhChaseItem) unit
        = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      n_all += skh_chase_item_get_chosen (unit) == SKH_CHOSEN_WHOLLY;
      n_none += skh_chase_item_get_chosen (unit) == SKH_CHOSEN_NONE;
    }
  self->updating = TRUE;
  gtk_check_button_set_active (self->all_check, n > 0 && n_all == n);
  gtk_check_button_set_inconsistent (self->all_check, n_all < n && n_none < n);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_check), n > 0);
  self->updating = FALSE;
}

static void
show_chosen (SkhChaseWindow *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (ledger == NULL)
    return;
  collect_left_out (self);
  g_clear_pointer (&self->chosen, skh_chase_list_unref);
  self->chosen
    = skh_chase_list_new (ledger, skh_session_get_on (self->session), is_kept, self);
  show_counts (self);
  show_all_check (self);
  show_message (self);
  make_preview (self);
}

static gboolean
on_refresh (gpointer user_data)
{
  SkhChaseWindow *self = user_data;

  self->refresh = 0;
  show_chosen (self);
  return G_SOURCE_REMOVE;
}

/* Many ticks may change at once: they are looked at once. */
static void
on_chosen_changed (SkhChaseWindow *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_refresh, self);
}

static void
on_all_toggled (SkhChaseWindow *self)
{
  gboolean is_active = gtk_check_button_get_active (self->all_check);

  if (self->updating)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->units)); i++)
    {
      g_autoptr (SkhChaseItem) unit
        = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      skh_chase_item_choose (unit, is_active);
    }
}

/* The first unit that has something ticked is unfolded. */
static guint
find_open (GListStore *units)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (units)); i++)
    {
      g_autoptr (SkhChaseItem) unit = g_list_model_get_item (G_LIST_MODEL (units), i);

      if (skh_chase_item_get_chosen (unit) != SKH_CHOSEN_NONE)
        return i;
    }
  return 0;
}

static void
load (SkhChaseWindow *self, SkhChaseFilter is_chosen, gpointer data)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  g_autoptr (SkhChaseList) all = NULL;

  if (ledger == NULL)
    return;
  all = skh_chase_list_new (ledger, skh_session_get_on (self->session), NULL, NULL);
  g_clear_object (&self->units);
  self->units = skh_chase_tree_build (all, is_chosen, data);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->units)); i++)
    {
      g_autoptr (SkhChaseItem) unit
        = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      g_signal_connect_object (unit, "notify::chosen", G_CALLBACK (on_chosen_changed),
                               self, G_CONNECT_SWAPPED);
    }
  skh_chase_tree_show (self->list, g_object_ref (self->units), find_open (self->units));
  g_signal_connect_object (gtk_list_view_get_model (self->list), "selection-changed",
                           G_CALLBACK (show_message), self, G_CONNECT_SWAPPED);
  show_chosen (self);
}

static void
on_session_changed (SkhChaseWindow *self)
{
  load (self, is_kept, self);
  skh_chase_window_update_letters (self);
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_session_undo (SKH_CHASE_WINDOW (widget)->session);
}

static void
skh_chase_window_dispose (GObject *object)
{
  SkhChaseWindow *self = SKH_CHASE_WINDOW (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_pointer (&self->chosen, skh_chase_list_unref);
  g_clear_object (&self->units);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->offered_day, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_chase_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, toasts);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, title);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, spinner);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, all_check);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, list);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, views);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, excel_button);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, pdf_button);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, letter_button);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, copy_button);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, paper);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, message);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, group_check);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, record_bar);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, record_button);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, day_entry);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, record_label);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, how_choice);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, who_entry);
  gtk_widget_class_bind_template_child (class, SkhChaseWindow, note_entry);
  gtk_widget_class_bind_template_callback (class, on_all_toggled);
  gtk_widget_class_bind_template_callback (class, show_message);
  gtk_widget_class_bind_template_callback (class, on_excel_clicked);
  gtk_widget_class_bind_template_callback (class, on_pdf_clicked);
  gtk_widget_class_bind_template_callback (class, on_copy_clicked);
  gtk_widget_class_bind_template_callback_full (class, "on_record_clicked",
                                                G_CALLBACK (skh_chase_window_record));
}

static void
skh_chase_window_class_init (SkhChaseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_chase_window_dispose;
  g_type_ensure (SKH_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/chase/skh-chase-window.ui");
  bind_children (widget_class);
  /* The main window's keys do the same here. */
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "chase.remove", "x",
                                   skh_chase_window_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  skh_chase_window_install_letters (widget_class);
}

static void
skh_chase_window_init (SkhChaseWindow *self)
{
  self->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->who_entry), g_get_real_name ());
}

typedef struct
{
  guint unit, task;
} Focus;

static gboolean
is_in_focus (SkhLedger *ledger, guint line, gpointer data)
{
  const Focus *focus = data;
  const SkhAssignment *record = &skh_ledger_get_assignments (ledger, NULL)[line];

  return (focus->unit == SKH_NO_INDEX || record->unit == focus->unit)
         && (focus->task == SKH_NO_INDEX || record->task == focus->task);
}

/**
 * skh_chase_window_new:
 * @unit: index of the one whose lines are ticked, %SKH_NO_INDEX for all
 * @task: the same of a task
 *
 * The session must have a ledger.
 *
 * Returns: (transfer none): a window over @parent, which owns it as GTK does
 */
GtkWindow *
skh_chase_window_new (GtkWindow *parent, SkhSession *session, guint unit, guint task)
{
  SkhChaseWindow *self = g_object_new (SKH_TYPE_CHASE_WINDOW, "transient-for", parent,
                                       "application", gtk_window_get_application (parent),
                                       "destroy-with-parent", TRUE, NULL);
  Focus focus = { unit, task };

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  load (self, is_in_focus, &focus);
  skh_chase_window_update_letters (self);
  return GTK_WINDOW (self);
}
