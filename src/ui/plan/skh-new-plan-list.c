/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-new-plan-list.h"

#include "skh-file-choice.h"
#include "skh-import-preview.h"
#include "skh-sheet-choice.h"
#include "skh-task-import.h"

#include <glib/gi18n-lib.h>

/* Enough to see that the right columns were understood. */
#define SHOWN_CHANGES 200

struct _SkhNewPlanList
{
  GtkBox parent_instance;

  /* template */
  GtkButton *choose;
  SkhSheetChoice *sheet;
  SkhImportPreview *preview;

  /* owned */
  char *path;
  SkhTaskImport *import; /* NULL while there is nothing to take in */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhNewPlanList, skh_new_plan_list, GTK_TYPE_BOX)

static void
on_path_chosen (const char *path, gpointer user_data)
{
  SkhNewPlanList *self = user_data;
  g_autofree char *name = g_filename_display_basename (path);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_button_set_label (self->choose, name);
  skh_sheet_choice_set_file (self->sheet, path);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_choose_clicked (SkhNewPlanList *self)
{
  skh_file_choice_open_list (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             on_path_chosen, self);
}

static void
on_sheet_chosen (SkhNewPlanList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
skh_new_plan_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_NEW_PLAN_LIST (widget)->choose));
}

static void
skh_new_plan_list_dispose (GObject *object)
{
  SkhNewPlanList *self = SKH_NEW_PLAN_LIST (object);

  g_clear_pointer (&self->import, skh_task_import_free);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SKH_TYPE_NEW_PLAN_LIST);
  G_OBJECT_CLASS (skh_new_plan_list_parent_class)->dispose (object);
}

static void
skh_new_plan_list_class_init (SkhNewPlanListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_new_plan_list_dispose;
  widget_class->grab_focus = skh_new_plan_list_grab_focus;
  g_type_ensure (SKH_TYPE_SHEET_CHOICE);
  g_type_ensure (SKH_TYPE_IMPORT_PREVIEW);
  signals[CHOSEN] = g_signal_new ("chosen", SKH_TYPE_NEW_PLAN_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-new-plan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanList, choose);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanList, sheet);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanList, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_chosen);
}

static void
skh_new_plan_list_init (SkhNewPlanList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  skh_import_preview_show_message (self->preview, _ ("No list is chosen yet."));
}

static void
show_import (SkhNewPlanList *self)
{
  const SkhImportResult *result = skh_task_import_get_result (self->import);
  g_autoptr (GPtrArray) added
    = skh_task_import_list_changes (self->import, SKH_IMPORT_ADDED, SHOWN_CHANGES);

  skh_sheet_choice_show (self->sheet, result->sheet);
  skh_import_preview_show_result (self->preview, result);
  skh_import_preview_add_changes (self->preview, SKH_IMPORT_ADDED, added,
                                  result->counts[SKH_IMPORT_ADDED]);
}

/**
 * skh_new_plan_list_read:
 * @ledger: (nullable): any plan of the workbook, for its units and groups
 * @year: of the new plan
 *
 * Reads the list that is chosen, if any, and shows what would become of it.
 */
void
skh_new_plan_list_read (SkhNewPlanList *self, SkhLedger *ledger, int year)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->import, skh_task_import_free);
  if (self->path == NULL || ledger == NULL)
    return;
  self->import = skh_task_import_new_plan (ledger, year);
  if (!skh_task_import_add_file (self->import, self->path,
                                 skh_sheet_choice_get (self->sheet), &error))
    {
      skh_import_preview_show_message (self->preview, error->message);
      g_clear_pointer (&self->import, skh_task_import_free);
      return;
    }
  skh_task_import_preview (self->import);
  show_import (self);
}

gboolean
skh_new_plan_list_has_work (SkhNewPlanList *self)
{
  return self->import != NULL
         && skh_import_result_has_work (skh_task_import_get_result (self->import));
}

const char *
skh_new_plan_list_get_title (SkhNewPlanList *self)
{
  return self->import != NULL ? skh_task_import_get_title (self->import) : NULL;
}

void
skh_new_plan_list_fill_draft (SkhNewPlanList *self, SkhPlanDraft *draft)
{
  skh_task_import_fill_draft (self->import, draft);
}
