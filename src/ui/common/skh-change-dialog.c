/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-change-dialog.h"

#include "skh-period-text.h"

#include <glib/gi18n.h>

/* — The list — */

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
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* The sign and the task; below, whose it is, when it is due and what becomes of it. */
static GtkWidget *
new_row (const SkhChangedLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *period = skh_period_text_dup_short (line->period);
  g_autofree char *due = dup_due (line);
  g_autofree char *task
    = g_strdup_printf ("%s %s · %s", kinds[line->kind].sign, line->no, line->task);
  g_autofree char *note
    = g_strdup_printf ("%s · %s%s%s · %s", line->unit, period, *due != '\0' ? " · " : "",
                       due, g_dpgettext2 (NULL, "changed line", kinds[line->kind].words));

  gtk_widget_add_css_class (box, "changed-line");
  gtk_box_append (GTK_BOX (box), new_label (task, NULL));
  gtk_box_append (GTK_BOX (box), new_label (note, "row-note"));
  return box;
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

  for (guint i = 0; i < MIN (preview->lines->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_row (g_ptr_array_index (preview->lines, i)));
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
skh_change_preview_dup_summary (const SkhChangePreview *preview)
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

/* — Trying, asking, doing — */

typedef struct
{
  GtkWindow *parent;
  SkhSession *session;
  char *question;
  SkhWorkbookFunc func;
  gpointer edit;
  GDestroyNotify destroy;
  SkhSessionAppliedFunc applied;
  gpointer owner;
} Pending;

static void
pending_free (Pending *self)
{
  if (self->edit != NULL && self->destroy != NULL)
    self->destroy (self->edit);
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->owner);
  g_free (self->question);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
do_it (Pending *self)
{
  skh_session_apply (self->session, self->func, g_steal_pointer (&self->edit),
                     self->destroy, self->applied, self->owner);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Pending) self = data;

  if (g_str_equal (response, "apply"))
    do_it (self);
}

static void
ask (Pending *self, const SkhChangePreview *preview)
{
  g_autofree char *summary = skh_change_preview_dup_summary (preview);
  GtkWidget *dialog = adw_message_dialog_new (self->parent, self->question, summary);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      skh_change_list_new (preview));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("Change nothing"), "apply", _ ("Do it"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "apply",
                                              preview->n[SKH_CHANGE_LOST] > 0
                                                ? ADW_RESPONSE_DESTRUCTIVE
                                                : ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
refuse (Pending *self, const GError *error)
{
  if (self->applied != NULL)
    self->applied (self->session, self->edit, error, self->owner);
  else
    skh_session_report_fault (self->session, error->message);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pending) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhChangePreview) preview
    = skh_workbook_preview_finish (SKH_WORKBOOK (source), result, &error);

  if (preview == NULL)
    refuse (self, error);
  else if (skh_change_preview_get_total (preview) == 0)
    do_it (self);
  else
    ask (g_steal_pointer (&self), preview);
}

void
skh_change_dialog_apply (GtkWindow *parent,
                         SkhSession *session,
                         const char *question,
                         SkhWorkbookFunc func,
                         gpointer edit,
                         GDestroyNotify destroy,
                         SkhSessionAppliedFunc applied,
                         gpointer owner)
{
  Pending *self = g_new0 (Pending, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->question = g_strdup (question);
  self->func = func;
  self->edit = edit;
  self->destroy = destroy;
  self->applied = applied;
  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  skh_workbook_preview_async (skh_session_get_workbook (session), func, edit, NULL, NULL,
                              on_previewed, self);
}
