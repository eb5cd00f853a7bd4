/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-start-page.h"

#include <glib/gi18n.h>

#include "skh-file-choice.h"
#include "skh-new-plan-window.h"
#include "skh-new-workbook.h"
#include "skh-plan-template.h"

#define MAX_RECENT 4

struct _SkhStartPage
{
  GtkWidget parent_instance;

  /* template */
  GtkButton *back_button;
  AdwComboRow *template_row;
  GtkSpinButton *year_spin;
  AdwPreferencesGroup *recent_group;
  GtkListBox *recent_list;

  /* owned */
  SkhSession *session;
  GPtrArray *templates; /* SkhTemplateInfo, in the order of the row's model */

  gboolean from_list;   /* the new workbook's plan comes from a list … */
  gboolean awaits_plan; /* … which is asked for when the workbook is there */
};

G_DEFINE_FINAL_TYPE (SkhStartPage, skh_start_page, GTK_TYPE_WIDGET)

static const SkhTemplateInfo *
get_template (SkhStartPage *self)
{
  guint selected = adw_combo_row_get_selected (self->template_row);

  return self->templates != NULL && selected < self->templates->len
           ? self->templates->pdata[selected]
           : NULL;
}

static void
on_template_selected (SkhStartPage *self)
{
  const SkhTemplateInfo *info = get_template (self);

  if (info != NULL)
    gtk_spin_button_set_value (self->year_spin, info->year);
}

static void
on_created (SkhWorkbook *workbook, const GError *error, gpointer user_data)
{
  SkhStartPage *self = user_data;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  self->awaits_plan = workbook != NULL && self->from_list;
  if (workbook != NULL)
    skh_session_set_workbook (self->session, workbook);
  else
    skh_session_report_fault (self->session, error->message);
}

/* The workbook that was made has units and an empty plan: the list's takes its place. */
static void
on_session_changed (SkhStartPage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (!self->awaits_plan || ledger == NULL)
    return;
  self->awaits_plan = FALSE;
  gtk_window_present (skh_new_plan_window_new_from_list (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session));
}

static void
on_place_chosen (const char *path, gpointer user_data)
{
  SkhStartPage *self = user_data;
  const SkhTemplateInfo *info = get_template (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  skh_new_workbook_make (path, info->id,
                         gtk_spin_button_get_value_as_int (self->year_spin),
                         self->from_list, on_created, G_OBJECT (self));
}

static void
choose_place (SkhStartPage *self, gboolean from_list)
{
  const SkhTemplateInfo *info = get_template (self);
  g_autofree char *name = NULL;

  if (info == NULL)
    return;
  self->from_list = from_list;
  /* Translators: the name offered for a new file; %d is a year. */
  name = g_strdup_printf (_ ("Plan %d.skh"),
                          gtk_spin_button_get_value_as_int (self->year_spin));
  skh_file_choice_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        _ ("Where to Keep the New Workbook"), name, ".skh",
                        on_place_chosen, self);
}

static void
on_create_clicked (SkhStartPage *self)
{
  choose_place (self, FALSE);
}

static void
on_create_from_list_clicked (SkhStartPage *self)
{
  choose_place (self, TRUE);
}

static void
on_recent_activated (SkhStartPage *self, GtkListBoxRow *row)
{
  skh_session_open (self->session, gtk_widget_get_tooltip_text (GTK_WIDGET (row)),
                    SKH_DATE_NONE);
}

static void
on_back_clicked (SkhStartPage *self)
{
  GtkWidget *stack = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "plan");
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *)b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *)a));
}

static void
add_recent (SkhStartPage *self, GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *path
    = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_widget_set_tooltip_text (row, path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->recent_list, row);
}

static void
list_recent (SkhStartPage *self)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  infos = g_list_sort (infos, compare_recent);
  for (GList *l = infos; l != NULL && n < MAX_RECENT; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), ".skh")
        && gtk_recent_info_is_local (l->data) && gtk_recent_info_exists (l->data))
      {
        add_recent (self, l->data);
        n++;
      }
  g_list_free_full (infos, (GDestroyNotify)gtk_recent_info_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), n > 0);
}

static void
list_templates (SkhStartPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->templates = skh_plan_template_list (&error);
  for (guint i = 0; self->templates != NULL && i < self->templates->len; i++)
    {
      const SkhTemplateInfo *info = self->templates->pdata[i];

      gtk_string_list_append (titles, info->title);
    }
  adw_combo_row_set_model (self->template_row, G_LIST_MODEL (titles));
  if (error != NULL)
    g_warning ("%s", error->message);
  on_template_selected (self);
}

static void
skh_start_page_dispose (GObject *object)
{
  SkhStartPage *self = SKH_START_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_start_page_parent_class)->dispose (object);
}

static void
skh_start_page_class_init (SkhStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_start_page_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/start/skh-start-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SkhStartPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, SkhStartPage, template_row);
  gtk_widget_class_bind_template_child (widget_class, SkhStartPage, year_spin);
  gtk_widget_class_bind_template_child (widget_class, SkhStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, SkhStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, on_template_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_create_from_list_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_recent_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
skh_start_page_init (SkhStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_templates (self);
}

GtkWidget *
skh_start_page_new (SkhSession *session)
{
  SkhStartPage *self = g_object_new (SKH_TYPE_START_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Reads the recent files again, and offers the way back when a workbook is open. */
void
skh_start_page_update (SkhStartPage *self)
{
  list_recent (self);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          skh_session_get_workbook (self->session) != NULL);
}
