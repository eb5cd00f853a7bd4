/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-import-preview.h"

#include "skh-labels.h"

#include <glib/gi18n.h>

/* A list of thousands of faults is one fault of the whole; the rest is counted. */
#define MAX_ROWS 500

struct _SkhImportPreview
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *summary;
  GtkListBox *findings;
  GtkWidget *findings_frame;
};

G_DEFINE_FINAL_TYPE (SkhImportPreview, skh_import_preview, ADW_TYPE_BIN)

static void
add_row (SkhImportPreview *self, const char *icon, const char *kind, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_tooltip_text (image, kind);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->findings, box);
}

static void
add_more (SkhImportPreview *self, const char *icon, const char *kind, guint n)
{
  g_autofree char *text = g_strdup_printf (_ ("… and %u more like these"), n);

  add_row (self, icon, kind, text);
}

static void
add_findings (SkhImportPreview *self,
              const GPtrArray *findings,
              const char *icon,
              const char *kind)
{
  for (guint i = 0; i < MIN (findings->len, MAX_ROWS); i++)
    {
      g_autofree char *text = skh_import_fault_dup_text (findings->pdata[i]);

      add_row (self, icon, kind, text);
    }
  if (findings->len > MAX_ROWS)
    add_more (self, icon, kind, findings->len - MAX_ROWS);
}

static void
skh_import_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SKH_TYPE_IMPORT_PREVIEW);
  G_OBJECT_CLASS (skh_import_preview_parent_class)->dispose (object);
}

static void
skh_import_preview_class_init (SkhImportPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_import_preview_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/imports/skh-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhImportPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, SkhImportPreview, findings);
  gtk_widget_class_bind_template_child (widget_class, SkhImportPreview, findings_frame);
}

static void
skh_import_preview_init (SkhImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
skh_import_preview_show_result (SkhImportPreview *self, const SkhImportResult *result)
{
  g_autofree char *counts = skh_import_result_dup_counts (result);

  gtk_label_set_text (self->summary, counts);
  skh_list_box_clear (self->findings);
  add_findings (self, result->faults, "dialog-error-symbolic", _ ("Refused"));
  add_findings (self, result->notes, "dialog-information-symbolic",
                _ ("To be looked at"));
  gtk_widget_set_visible (self->findings_frame,
                          result->faults->len + result->notes->len > 0);
}

void
skh_import_preview_add_changes (SkhImportPreview *self,
                                SkhImportOutcome outcome,
                                const GPtrArray *changes,
                                guint n)
{
  gboolean is_new = outcome == SKH_IMPORT_ADDED;
  const char *icon = is_new ? "list-add-symbolic" : "document-edit-symbolic";
  const char *kind = is_new ? _ ("New") : _ ("To be changed");

  for (guint i = 0; i < changes->len; i++)
    add_row (self, icon, kind, changes->pdata[i]);
  if (n > changes->len)
    add_more (self, icon, kind, n - changes->len);
  if (n > 0)
    gtk_widget_set_visible (self->findings_frame, TRUE);
}

void
skh_import_preview_show_message (SkhImportPreview *self, const char *message)
{
  gtk_label_set_text (self->summary, message);
  skh_list_box_clear (self->findings);
  gtk_widget_set_visible (self->findings_frame, FALSE);
}
