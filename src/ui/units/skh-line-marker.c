/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-marker.h"

#include "skh-line-words.h"
#include "skh-mark-popover.h"

#include <glib/gi18n-lib.h>

struct _SkhLineMarker
{
  GObject parent_instance;

  /* owned */
  SkhSession *session;
  SkhLedger *ledger;
  GArray *lines; /* guint: index of the ledger's assignments */
};

enum
{
  MARKED,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhLineMarker, skh_line_marker, G_TYPE_OBJECT)

static void
skh_line_marker_dispose (GObject *object)
{
  SkhLineMarker *self = SKH_LINE_MARKER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  G_OBJECT_CLASS (skh_line_marker_parent_class)->dispose (object);
}

static void
skh_line_marker_class_init (SkhLineMarkerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_line_marker_dispose;
  signals[MARKED] = g_signal_new ("marked", SKH_TYPE_LINE_MARKER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[FINISHED] = g_signal_new ("finished", SKH_TYPE_LINE_MARKER, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_line_marker_init (SkhLineMarker *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
}

SkhLineMarker *
skh_line_marker_new (SkhSession *session)
{
  SkhLineMarker *self = g_object_new (SKH_TYPE_LINE_MARKER, NULL);

  self->session = g_object_ref (session);
  return self;
}

SkhSession *
skh_line_marker_get_session (SkhLineMarker *self)
{
  return self->session;
}

void
skh_line_marker_set_lines (SkhLineMarker *self,
                           SkhLedger *ledger,
                           const guint *indexes,
                           guint n_indexes)
{
  SkhLedger *before = self->ledger;

  self->ledger = ledger != NULL ? skh_ledger_ref (ledger) : NULL;
  g_clear_pointer (&before, skh_ledger_unref);
  g_array_set_size (self->lines, 0);
  if (n_indexes > 0)
    g_array_append_vals (self->lines, indexes, n_indexes);
}

guint
skh_line_marker_get_n_lines (SkhLineMarker *self)
{
  return self->lines->len;
}

SkhLedger *
skh_line_marker_get_ledger (SkhLineMarker *self)
{
  return self->ledger;
}

const SkhAssignment *
skh_line_marker_get_line (SkhLineMarker *self, guint i)
{
  if (i >= self->lines->len)
    return NULL;
  return &skh_ledger_get_assignments (self->ledger,
                                      NULL)[g_array_index (self->lines, guint, i)];
}

/* — The act — */

/* "ĐU X. Phổ Nhơn – Gửi kế hoạch: delivered", or "12 lines: delivered". */
static char *
make_label (SkhLineMarker *self, guint n, const char *what)
{
  const SkhAssignment *line = skh_line_marker_get_line (self, 0);
  g_autofree char *lines
    = n == 1 && self->lines->len == 1
        ? g_strdup_printf (
          "%s – %s", skh_ledger_get_units (self->ledger, NULL)[line->unit].short_name,
          skh_ledger_get_tasks (self->ledger, NULL)[line->task].short_title)
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", n), n);

  return g_strdup_printf ("%s: %s", lines, what);
}

void
skh_line_marker_apply (SkhLineMarker *self, GArray *edits, const char *what)
{
  g_autofree char *label = make_label (self, edits->len, what);

  if (edits->len == 0)
    return;
  if (!skh_session_is_writable (self->session))
    {
      skh_session_report_fault (self->session,
                                _ ("The workbook is open for reading only."));
      return;
    }
  g_signal_emit (self, signals[MARKED], 0, edits);
  skh_session_edit (self->session, label, (const SkhAssignmentEdit *)edits->data,
                    edits->len);
}

/* What is not changed is no edit; a line that is not applicable is left out of a bulk
   act, because that was decided for it alone. */
void
skh_line_marker_set_state (SkhLineMarker *self, SkhState state)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (SkhAssignmentEdit));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const SkhAssignment *line = skh_line_marker_get_line (self, i);
      SkhAssignmentEdit edit = {
        .assignment_id = line->id, .fields = SKH_EDIT_STATE, .state = state, .total = -1
      };

      if ((SkhState)line->line.state == state
          || (self->lines->len > 1 && line->line.state == SKH_STATE_NOT_APPLICABLE))
        continue;
      if (state == SKH_STATE_DELIVERED)
        {
          edit.fields |= SKH_EDIT_DELIVERED_ON;
          edit.delivered_on = skh_session_get_on (self->session);
        }
      g_array_append_val (edits, edit);
    }
  skh_line_marker_apply (self, edits, skh_state_get_words (state));
}

/* Not started, in progress, delivered as of the day, and round again; all lines follow
   the first. "Not applicable" and rework are chosen, not stepped into. */
void
skh_line_marker_next_state (SkhLineMarker *self)
{
  const SkhAssignment *line = skh_line_marker_get_line (self, 0);

  if (line != NULL)
    skh_line_marker_set_state (self, line->line.state == SKH_STATE_NOT_STARTED
                                       ? SKH_STATE_IN_PROGRESS
                                     : line->line.state == SKH_STATE_IN_PROGRESS
                                       ? SKH_STATE_DELIVERED
                                       : SKH_STATE_NOT_STARTED);
}

/* — What is asked first — */

static gboolean
drop_popover (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still at work. */
static void
on_popover_closed (SkhLineMarker *self, GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_popover, g_object_ref (popover),
                   g_object_unref);
  g_signal_emit (self, signals[FINISHED], 0);
}

void
skh_line_marker_ask (SkhLineMarker *self,
                     SkhMark mark,
                     GtkWidget *parent,
                     const GdkRectangle *at)
{
  GtkWidget *popover;

  if (self->lines->len == 0 || !skh_session_is_writable (self->session))
    return;
  popover = skh_mark_popover_new (self, mark);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
