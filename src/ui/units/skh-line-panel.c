/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-line-panel-private.h"

#include "skh-deadline-words.h"
#include "skh-labels.h"
#include "skh-line-words.h"
#include "skh-matrix-text.h"
#include "skh-number.h"
#include "skh-passage-row.h"
#include "skh-register.h"

#include <glib/gi18n-lib.h>

enum
{
  FINISHED, /* Enter in the day: back to where the line was chosen */
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhLinePanel, skh_line_panel, GTK_TYPE_BOX)

static void
on_day_activated (SkhLinePanel *self)
{
  skh_line_panel_keep_day (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->day_fault)))
    g_signal_emit (self, signals[FINISHED], 0);
}

/* "Not applicable" waits for its reason. */
/* — Showing — */

static void
set_optional (GtkLabel *label, GtkWidget *row, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (row, text != NULL && *text != '\0');
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static SkhDate
get_reached (SkhLedger *ledger, const SkhAssignment *line, guint unit)
{
  guint n;
  const SkhPassage *passages = skh_ledger_get_passages (ledger, line, &n);

  for (guint i = 0; i < n; i++)
    if (passages[i].unit == unit)
      return passages[i].reached;
  return SKH_DATE_NONE;
}

/* Each unit it goes through, and the day it got there. */
static void
show_via (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];

  clear_box (self->via);
  for (guint i = 0; task->via[i] != NULL; i++)
    {
      guint unit = skh_ledger_find_unit (ledger, task->via[i]);

      if (unit != SKH_NO_INDEX)
        gtk_box_append (self->via,
                        skh_passage_row_new (self->session, line->id,
                                             &skh_ledger_get_units (ledger, NULL)[unit],
                                             get_reached (ledger, line, unit)));
    }
  gtk_widget_set_visible (self->via_row,
                          gtk_widget_get_first_child (GTK_WIDGET (self->via)) != NULL);
}

static void
show_due (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  g_autofree char *day
    = line->line.due != SKH_DATE_NONE
        ? skh_deadline_dup_due_words (skh_ledger_get_holidays (ledger), line->line.due)
        : NULL;
  g_autofree char *text
    = g_strdup_printf ("%s%s%s%s%s", task->wording != NULL ? "“" : "",
                       task->wording != NULL ? task->wording : "",
                       task->wording != NULL ? "”" : "",
                       task->wording != NULL && day != NULL ? " · " : "",
                       day != NULL ? day : "");

  gtk_label_set_text (self->due, *text != '\0' ? text : _ ("no deadline in the plan"));
}

static void
show_chip (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  static const char *const classes[]
    = { "chip-good", "chip-warning", "chip-bad", "chip-off" };
  SkhDate on = skh_session_get_on (self->session);
  SkhStatus status = skh_ledger_get_status (ledger, line, on);
  SkhStatusSign sign = skh_status_get_sign (status, FALSE);
  g_autofree char *words = skh_status_dup_words (status, line->line.delivered_on);
  g_autofree char *text
    = *sign.sign != '\0' ? g_strdup_printf ("%s %s", sign.sign, words) : g_strdup (words);
  guint kind = status.timeliness == SKH_TIMELINESS_OVERDUE ? 2
               : status.timeliness == SKH_TIMELINESS_LATE
                   || status.timeliness == SKH_TIMELINESS_DUE_SOON
                 ? 1
               : status.state == SKH_STATE_DELIVERED ? 0
                                                     : 3;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->chip), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->chip), classes[kind]);
  gtk_label_set_text (self->chip, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing),
                          skh_ledger_is_missing (ledger, line, on));
}

static void
add_figure_row (SkhLinePanel *self, GtkWidget *row, gint64 value, gint64 total)
{
  skh_figure_row_set_figure (SKH_FIGURE_ROW (row), value, total);
  g_signal_connect_swapped (row, "kept", G_CALLBACK (skh_line_panel_keep_figure), self);
  gtk_box_append (self->figures, row);
}

/* "The register “Commitments” counts 12/17". What was typed stays, and does not count. */
static void
say_counted (SkhLinePanel *self, const char *register_id, gint64 value, gint64 total)
{
  const SkhRegisterDeclaration *declared = skh_registers_find_declared (register_id);
  g_autofree char *number
    = total >= 0 ? skh_number_share_to_text (value, total) : skh_number_to_text (value);
  g_autofree char *text
    = g_strdup_printf (_ ("The register “%s” counts %s. That is what is reported."),
                       g_dgettext (GETTEXT_PACKAGE, declared->title), number);
  GtkWidget *label = skh_label_new (text, "soon-text");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (self->figures, label);
}

static void
show_counted (SkhLinePanel *self,
              SkhLedger *ledger,
              const SkhAssignment *line,
              guint measure)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  SkhFigure figure;

  if (skh_ledger_get_counted (ledger, line, measure,
                              skh_session_get_period (self->session),
                              skh_session_get_on (self->session), &figure))
    say_counted (self, skh_ledger_get_counter (task->measures[measure].key), figure.value,
                 figure.total);
}

/* Of a line that is counted in cells or persons. */
static void
show_count (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  const char *kind = skh_ledger_get_tasks (ledger, NULL)[line->task].counts;
  SkhDate on = skh_session_get_on (self->session);
  SkhLineCount count = skh_ledger_get_count (ledger, line, on);
  gint64 offered = skh_ledger_get_unit_total (ledger, line->unit, kind, on);

  add_figure_row (self, skh_figure_row_new (NULL, _ ("Done, of all"), TRUE, offered),
                  line->count, line->total);
  if (count.register_id != NULL)
    say_counted (self, count.register_id, count.count, count.total);
}

static void
show_figures (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhFigure *figures = skh_ledger_get_figures (ledger, line);
  SkhDate on = skh_session_get_on (self->session);

  if (task->counts != NULL)
    show_count (self, ledger, line);
  for (guint i = 0; i < task->n_measures; i++)
    {
      const SkhMeasure *measure = &task->measures[i];
      gint64 offered
        = measure->total_kind != NULL
            ? skh_ledger_get_unit_total (ledger, line->unit, measure->total_kind, on)
            : -1;
      GtkWidget *row
        = skh_figure_row_new (measure->key, measure->title, measure->of_total, offered);
      gint64 value = -1, total = -1;

      for (guint f = 0; f < line->n_figures; f++)
        if (figures[f].measure == i)
          {
            value = figures[f].value;
            total = figures[f].total;
          }
      add_figure_row (self, row, value, total);
      show_counted (self, ledger, line, i);
    }
}

/* How often and when last; each time with who and how, where the pointer rests. */
static void
show_chased (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  SkhChased chased
    = skh_ledger_get_chased (ledger, line, skh_session_get_on (self->session));
  g_autofree char *words = skh_chased_dup_words (&chased);
  g_autoptr (GString) times = g_string_new (NULL);
  guint n;
  const SkhChase *chases = skh_ledger_get_chases (ledger, line, &n);

  for (guint i = 0; i < chased.times; i++)
    {
      g_autofree char *day = skh_date_to_text (chases[i].day);
      const char *parts[]
        = { day, skh_chase_how_get_name (chases[i].how), NULL, NULL, NULL };
      guint n_parts = 2;
      g_autofree char *text = NULL;

      if (chases[i].who != NULL)
        parts[n_parts++] = chases[i].who;
      if (chases[i].note != NULL)
        parts[n_parts++] = chases[i].note;
      text = g_strjoinv (" · ", (char **)parts);
      g_string_append_printf (times, "%s%s", i > 0 ? "\n" : "", text);
    }
  gtk_label_set_text (self->chased, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->chased), times->str);
  gtk_widget_set_visible (GTK_WIDGET (self->chased), words != NULL);
}

static void
show_texts (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  g_autofree char *period = skh_line_dup_period_text (&line->line);
  g_autofree char *title
    = g_strdup_printf ("%s · %s%s%s%s", task->clause != NULL ? task->clause : task->no,
                       task->title, period != NULL ? " (" : "",
                       period != NULL ? period : "", period != NULL ? ")" : "");

  gtk_label_set_text (self->unit, skh_ledger_get_units (ledger, NULL)[line->unit].name);
  gtk_label_set_text (self->task, title);
  show_via (self, ledger, line);
  set_optional (self->recipient, self->recipient_row, task->recipient);
  show_due (self, ledger, line);
  show_chip (self, ledger, line);
  show_chased (self, ledger, line);
}

static void
show_fields (SkhLinePanel *self, SkhLedger *ledger, const SkhAssignment *line)
{
  g_autofree char *day = skh_date_to_text (line->line.delivered_on);
  gboolean writable = skh_session_is_writable (self->session);

  gtk_drop_down_set_selected (self->state, line->line.state);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day != NULL ? day : "");
  gtk_editable_set_text (GTK_EDITABLE (self->document),
                         line->document != NULL ? line->document : "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason),
                         line->reason != NULL ? line->reason : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note),
                            line->note != NULL ? line->note : "", -1);
  gtk_widget_set_visible (self->reason_row, line->line.state == SKH_STATE_NOT_APPLICABLE);
  skh_line_panel_say (self->day_fault, self->day, NULL);
  skh_line_panel_say (self->reason_fault, self->reason, NULL);
  clear_box (self->figures);
  show_figures (self, ledger, line);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->day), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->document), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->figures), writable);
}

static void
refresh (SkhLinePanel *self)
{
  const SkhAssignment *line = skh_line_panel_find (self);

  gtk_stack_set_visible_child_name (self->stack, line != NULL ? "line" : "none");
  if (line == NULL)
    return;
  self->updating = TRUE;
  show_texts (self, skh_session_get_ledger (self->session), line);
  show_fields (self, skh_session_get_ledger (self->session), line);
  skh_link_section_set_thing (self->links, self->session, "assignment", line->id);
  skh_attachment_list_show (self->evidence, line->id);
  self->shown_id = line->id;
  skh_line_history_view_show (self->history, self->session, line->id);
  self->updating = FALSE;
}

void
skh_line_panel_set_session (SkhLinePanel *self, SkhSession *session)
{
  g_set_object (&self->session, session);
  self->evidence = SKH_ATTACHMENT_LIST (
    skh_attachment_list_new (session, _ ("Evidence"), "assignment", "evidence"));
  gtk_box_append (self->evidence_row, GTK_WIDGET (self->evidence));
  g_signal_connect_object (session, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

void
skh_line_panel_show_line (SkhLinePanel *self, gint64 assignment_id)
{
  if (assignment_id == self->assignment_id)
    return;
  skh_line_panel_keep_note (self);
  self->assignment_id = assignment_id;
  refresh (self);
}

gint64
skh_line_panel_get_line (SkhLinePanel *self)
{
  return self->assignment_id;
}

/* — Life — */

static void
skh_line_panel_dispose (GObject *object)
{
  SkhLinePanel *self = SKH_LINE_PANEL (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_line_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhLinePanel, stack);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, unit);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, task);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, chip);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, chased);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, due);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, via);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, recipient);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, missing);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, day_fault);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, reason_fault);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, state);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, day);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, document);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, reason);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, note);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, reason_row);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, via_row);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, recipient_row);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, figures);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, history);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, links);
  gtk_widget_class_bind_template_child (class, SkhLinePanel, evidence_row);
  gtk_widget_class_bind_template_callback (class, skh_line_panel_keep_state);
  gtk_widget_class_bind_template_callback (class, on_day_activated);
  gtk_widget_class_bind_template_callback (class, skh_line_panel_keep_day);
  gtk_widget_class_bind_template_callback (class, skh_line_panel_keep_reason);
  gtk_widget_class_bind_template_callback (class, skh_line_panel_keep_document);
  gtk_widget_class_bind_template_callback (class, skh_line_panel_keep_note);
}

static void
skh_line_panel_class_init (SkhLinePanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_line_panel_dispose;
  g_type_ensure (SKH_TYPE_LINE_HISTORY_VIEW);
  signals[FINISHED] = g_signal_new ("finished", SKH_TYPE_LINE_PANEL, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SKH_TYPE_LINK_SECTION);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (class),
    "/io/github/sokehoach/SoKeHoach/ui/units/skh-line-panel.ui");
  bind_children (GTK_WIDGET_CLASS (class));
}

static void
fill_states (SkhLinePanel *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (SkhState state = SKH_STATE_NOT_STARTED; state < SKH_N_STATES; state++)
    gtk_string_list_append (model, skh_state_get_words (state));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (model));
}

static void
skh_line_panel_init (SkhLinePanel *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_states (self);
  self->updating = FALSE;
}
