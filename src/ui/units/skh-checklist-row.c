/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-checklist-row.h"

#include "skh-deadline-words.h"
#include "skh-labels.h"
#include "skh-line-words.h"
#include "skh-number.h"

#include <glib/gi18n-lib.h>

#define ROW_INDEX "skh-index"     /* index + 1 of the row's assignment */
#define ROW_HEADING "skh-heading" /* what it stands under */

guint
skh_checklist_row_get_index (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ROW_INDEX)) - 1;
}

const char *
skh_checklist_row_get_heading (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ROW_HEADING);
}

/* — Words — */

static void
append (GString *text, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, words);
}

static void
append_printed (GString *text, const char *format, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *whole = NULL;

  if (words == NULL || *words == '\0')
    return;
  whole = g_strconcat (parts[0], words, parts[1], NULL);
  append (text, whole);
}

static char *
dup_figure (const SkhTask *task, const SkhFigure *figure)
{
  g_autofree char *value = skh_number_to_text (figure->value);
  g_autofree char *total = figure->total >= 0 ? skh_number_to_text (figure->total) : NULL;

  return g_strdup_printf ("%s %s%s%s", task->measures[figure->measure].title, value,
                          total != NULL ? "/" : "", total != NULL ? total : "");
}

char *
skh_checklist_dup_figures (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  SkhLineCount done = skh_ledger_get_count (ledger, line, on);
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  GString *text = g_string_new (NULL);

  if (done.count >= 0)
    {
      g_autofree char *count
        = done.total >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                             done.count, done.total)
                          : g_strdup_printf ("%" G_GINT64_FORMAT, done.count);

      append_printed (text,
                      done.register_id != NULL ? _ ("done by the register: %s")
                                               : _ ("done: %s"),
                      count);
    }
  for (guint i = 0; i < task->n_measures; i++)
    {
      SkhFigure figure;
      g_autofree char *words = NULL;

      if (!skh_ledger_get_figure (ledger, line, i, on, &figure))
        continue;
      words = dup_figure (task, &figure);
      append (text, words);
    }
  return g_string_free (text, FALSE);
}

static void
append_passages (GString *text, SkhLedger *ledger, const SkhAssignment *line)
{
  guint n;
  const SkhPassage *passages = skh_ledger_get_passages (ledger, line, &n);
  const SkhUnit *units = skh_ledger_get_units (ledger, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = skh_date_to_text (passages[i].reached);
      g_autofree char *words
        = g_strdup_printf ("%s %s", units[passages[i].unit].short_name, day);

      append_printed (text, _ ("through %s"), words);
    }
}

/* "II.1.2.b · “trước ngày 30/4/2023” · 29/4/2023 (a day off; next …)" */
static char *
dup_owed (SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  g_autofree char *due
    = line->line.due != SKH_DATE_NONE
        ? skh_deadline_dup_due_words (skh_ledger_get_holidays (ledger), line->line.due)
        : NULL;
  GString *text = g_string_new (task->clause != NULL ? task->clause : task->no);

  append_printed (text, "“%s”", task->wording);
  append (text, due);
  return g_string_free (text, FALSE);
}

static char *
dup_delivered (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  g_autofree char *figures = skh_checklist_dup_figures (ledger, line, on);
  g_autofree char *note = line->note != NULL ? g_strdup (line->note) : NULL;
  GString *text = g_string_new (NULL);

  append_printed (text, _ ("document %s"), line->document);
  append_passages (text, ledger, line);
  append (text, figures);
  if (skh_ledger_is_missing (ledger, line, on))
    append (text, _ ("! a document or figure is missing"));
  append_printed (text, _ ("reason: %s"), line->reason);
  append_printed (text, _ ("note: %s"),
                  note != NULL ? g_strdelimit (note, "\n", ' ') : NULL);
  return g_string_free (text, FALSE);
}

/* — The row — */

static const char *
get_chip_class (SkhStatus status)
{
  if (status.timeliness == SKH_TIMELINESS_OVERDUE)
    return "chip-bad";
  if (status.timeliness == SKH_TIMELINESS_LATE
      || status.timeliness == SKH_TIMELINESS_DUE_SOON)
    return "chip-warning";
  return status.state == SKH_STATE_DELIVERED ? "chip-good" : "chip-off";
}

static char *
dup_title (const SkhTask *task, const SkhAssignment *line)
{
  g_autofree char *period = skh_line_dup_period_text (&line->line);

  return period != NULL ? g_strdup_printf ("%s (%s)", task->title, period)
                        : g_strdup (task->title);
}

static void
append_caption (GtkWidget *box, const char *text)
{
  GtkWidget *label;

  if (*text == '\0')
    return;
  label = skh_text_label_new (text, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
new_texts (SkhLedger *ledger, const SkhAssignment *line, const char *title, SkhDate on)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = skh_text_label_new (title, NULL);
  g_autofree char *owed = dup_owed (ledger, line);
  g_autofree char *delivered = dup_delivered (ledger, line, on);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_box_append (GTK_BOX (box), label);
  append_caption (box, owed);
  append_caption (box, delivered);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
new_sign (SkhLedger *ledger, const SkhAssignment *line, SkhStatus status, SkhDate on)
{
  SkhStatusSign sign
    = skh_status_get_sign (status, skh_ledger_is_missing (ledger, line, on));
  GtkWidget *label = skh_text_label_new (sign.sign, "line-sign");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  return label;
}

GtkWidget *
skh_checklist_row_new (SkhLedger *ledger, guint index, SkhDate on, const char *heading)
{
  const SkhAssignment *line = &skh_ledger_get_assignments (ledger, NULL)[index];
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  SkhStatus status = skh_ledger_get_status (ledger, line, on);
  g_autofree char *words = skh_status_dup_words (status, line->line.delivered_on);
  g_autofree char *title = dup_title (task, line);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, words);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chip = skh_chip_new (words, get_chip_class (status));

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_sign (ledger, line, status, on));
  gtk_box_append (GTK_BOX (box), new_texts (ledger, line, title, on));
  gtk_box_append (GTK_BOX (box), chip);
  gtk_widget_add_css_class (box, "line-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_set_data (G_OBJECT (row), ROW_INDEX, GUINT_TO_POINTER (index + 1));
  g_object_set_data_full (G_OBJECT (row), ROW_HEADING, g_strdup (heading), g_free);
  return row;
}
