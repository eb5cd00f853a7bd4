/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-change-list.h"

#include "skh-labels.h"
#include "skh-period-text.h"

#include <glib/gi18n.h>

/* By sign as well as by word. */
static const struct
{
  const char *sign, *words;
} kinds[SKH_N_CHANGE_KINDS] = {
  [SKH_CHANGE_ADDED] = { "+", NC_ ("changed line", "new") },
  [SKH_CHANGE_REMOVED] = { "−", NC_ ("changed line", "goes") },
  [SKH_CHANGE_ENDED] = { "−", NC_ ("changed line", "no longer owed") },
  [SKH_CHANGE_REVIVED] = { "+", NC_ ("changed line", "owed again") },
  [SKH_CHANGE_KEPT] = { "=", NC_ ("changed line", "stays for what was entered") },
  [SKH_CHANGE_LOST] = { "✖", NC_ ("changed line", "goes with what was entered") },
  [SKH_CHANGE_DUE] = { "→", NC_ ("changed line", "another day") },
};

static char *
dup_due (const SkhChangedLine *line)
{
  g_autofree char *before = skh_date_to_text (line->due_before);
  g_autofree char *after = skh_date_to_text (line->due_after);

  if (line->kind == SKH_CHANGE_DUE)
    return g_strdup_printf ("%s → %s", *before != '\0' ? before : "–",
                            *after != '\0' ? after : "–");
  return g_strdup (*after != '\0' ? after : before);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = skh_text_label_new (text, style);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

/* Whose it is, and the task unless all lines are of one. */
static char *
dup_title (const SkhChangedLine *line, gboolean is_of_one_task)
{
  const char *sign = kinds[line->kind].sign;

  return is_of_one_task ? g_strdup_printf ("%s %s", sign, line->unit)
                        : g_strdup_printf ("%s %s · %s", sign, line->no, line->task);
}

/* Below: whose it is if that is not said above, when it is due, what becomes of it. */
static char *
dup_note (const SkhChangedLine *line, gboolean is_of_one_task)
{
  g_autofree char *period = skh_period_text_dup_short (line->period);
  g_autofree char *due = dup_due (line);

  return g_strdup_printf ("%s%s%s%s%s · %s", is_of_one_task ? "" : line->unit,
                          is_of_one_task ? "" : " · ", period, *due != '\0' ? " · " : "",
                          due,
                          g_dpgettext2 (NULL, "changed line", kinds[line->kind].words));
}

static GtkWidget *
new_row (const SkhChangedLine *line, gboolean is_of_one_task)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = dup_title (line, is_of_one_task);
  g_autofree char *note = dup_note (line, is_of_one_task);

  gtk_widget_add_css_class (box, "changed-line");
  gtk_box_append (GTK_BOX (box), new_label (title, NULL));
  gtk_box_append (GTK_BOX (box), new_label (note, "row-note"));
  return box;
}

static gboolean
are_of_one_task (const GPtrArray *lines)
{
  const SkhChangedLine *first = lines->len > 0 ? lines->pdata[0] : NULL;

  for (guint i = 1; i < lines->len; i++)
    if (!g_str_equal (((const SkhChangedLine *)lines->pdata[i])->no, first->no))
      return FALSE;
  return TRUE;
}

/* More than anybody reads; the summary counts all. */
#define MAX_ROWS 300
#define VISIBLE_ROWS 6
#define ROW_HEIGHT 46 /* changed-line in style.css */

GtkWidget *
skh_change_list_new (const SkhChangePreview *preview)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gboolean is_of_one_task = are_of_one_task (preview->lines);

  for (guint i = 0; i < MIN (preview->lines->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_row (g_ptr_array_index (preview->lines, i), is_of_one_task));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lines that change"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, 560,
                               (int)MIN (preview->lines->len, VISIBLE_ROWS) * ROW_HEIGHT);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static void
add_part (GString *text, guint n, const char *format)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (format, "%d", 2);

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append_printf (text, "%s%s%s", parts[0], number, parts[1]);
}

char *
skh_change_list_dup_summary (const SkhChangePreview *preview)
{
  GString *text = g_string_new (NULL);
  const guint *n = preview->n;
  guint n_new = n[SKH_CHANGE_ADDED] + n[SKH_CHANGE_REVIVED];
  guint n_gone = n[SKH_CHANGE_REMOVED] + n[SKH_CHANGE_ENDED];

  add_part (text, n_new, g_dngettext (NULL, "%d line added", "%d lines added", n_new));
  add_part (text, n_gone, g_dngettext (NULL, "%d line ended", "%d lines ended", n_gone));
  add_part (text, n[SKH_CHANGE_DUE],
            g_dngettext (NULL, "%d line falls due on another day",
                         "%d lines fall due on another day", n[SKH_CHANGE_DUE]));
  add_part (text, n[SKH_CHANGE_KEPT],
            g_dngettext (NULL, "%d line kept for what was entered",
                         "%d lines kept for what was entered", n[SKH_CHANGE_KEPT]));
  add_part (text, n[SKH_CHANGE_LOST],
            g_dngettext (NULL, "%d line lost with what was entered",
                         "%d lines lost with what was entered", n[SKH_CHANGE_LOST]));
  return g_string_free (text, FALSE);
}
