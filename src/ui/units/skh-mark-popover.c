/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-mark-popover.h"

#include "skh-figure-row.h"
#include "skh-line-words.h"
#include "skh-matrix-text.h"

#include <glib/gi18n-lib.h>

#define FIGURES_HEIGHT 170 /* at most; so all finds room on a screen of 768 pixels */

struct _SkhMarkPopover
{
  GtkPopover parent_instance;

  GtkBox *box, *figure_box;
  GtkEntry *first;    /* the day, the note or the reason */
  GtkEntry *document; /* of a delivery */
  GtkLabel *fault;
  GtkCheckButton
    *counts_whole;    /* of a counted task: delivered though cells are missing */
  GPtrArray *figures; /* SkhFigureRow, borrowed */

  /* owned */
  SkhLineMarker *marker;
  SkhMark mark;
};

G_DEFINE_FINAL_TYPE (SkhMarkPopover, skh_mark_popover, GTK_TYPE_POPOVER)

/* — Doing it — */

static void
say (SkhMarkPopover *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self->first), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

static char *
dup_entry (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static const SkhTask *
get_task (SkhMarkPopover *self)
{
  return &skh_ledger_get_tasks (skh_line_marker_get_ledger (self->marker),
                                NULL)[skh_line_marker_get_line (self->marker, 0)->task];
}

static GArray *
new_edits (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SkhAssignmentEdit));
}

/* The count of a counted line: below all it stays in progress, unless the office says
   that it is delivered all the same. */
static void
take_count (SkhMarkPopover *self, SkhAssignmentEdit *edit, gint64 count, gint64 total)
{
  edit->fields |= SKH_EDIT_COUNT;
  edit->count = count;
  edit->total = total;
  if (count >= total || gtk_check_button_get_active (self->counts_whole))
    return;
  edit->fields &= ~(guint)SKH_EDIT_DELIVERED_ON;
  edit->state = SKH_STATE_IN_PROGRESS;
}

/* The line's figure of a measure, as the file has it. */
static SkhFigure
find_figure (SkhMarkPopover *self, const char *key)
{
  const SkhAssignment *line = skh_line_marker_get_line (self->marker, 0);
  const SkhFigure *figures
    = skh_ledger_get_figures (skh_line_marker_get_ledger (self->marker), line);
  const SkhTask *task = get_task (self);

  for (guint i = 0; i < line->n_figures; i++)
    if (g_str_equal (task->measures[figures[i].measure].key, key))
      return figures[i];
  return (SkhFigure){ .value = -1, .total = -1 };
}

static gboolean
take_figures (SkhMarkPopover *self, SkhAssignmentEdit *edit, GArray *figures)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      SkhFigureRow *row = g_ptr_array_index (self->figures, i);
      SkhFigureEdit figure = { .key = skh_figure_row_get_key (row) };
      SkhFigure there = { .value = -1, .total = -1 };

      if (figure.key != NULL)
        there = find_figure (self, figure.key);
      if (!skh_figure_row_read (row, &figure.value, &figure.total))
        return FALSE;
      if (figure.key == NULL && figure.value >= 0)
        take_count (self, edit, figure.value, figure.total);
      else if (figure.key != NULL
               && (figure.value != there.value || figure.total != there.total))
        g_array_append_val (figures, figure);
    }
  edit->figures = (const SkhFigureEdit *)figures->data;
  edit->n_figures = figures->len;
  return TRUE;
}

static gboolean
do_delivery (SkhMarkPopover *self)
{
  SkhSession *session = skh_line_marker_get_session (self->marker);
  int year = skh_ledger_get_plan (skh_line_marker_get_ledger (self->marker))->year;
  g_autofree char *text = dup_entry (self->first);
  g_autofree char *document = dup_entry (self->document);
  SkhDate day = skh_date_parse_typed (text, year);
  SkhDayFault fault
    = skh_line_check_delivery_day (day, skh_session_get_on (session), year);
  g_autoptr (GArray) edits = new_edits ();
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (SkhFigureEdit));
  SkhAssignmentEdit edit = { .fields = SKH_EDIT_STATE | SKH_EDIT_DELIVERED_ON,
                             .state = SKH_STATE_DELIVERED,
                             .delivered_on = day,
                             .document = document,
                             .total = -1 };

  say (self, skh_day_fault_get_words (fault));
  if (fault != SKH_DAY_FAULT_NONE || !take_figures (self, &edit, figures))
    return FALSE;
  if (*document != '\0')
    edit.fields |= SKH_EDIT_DOCUMENT;
  for (guint i = 0; i < skh_line_marker_get_n_lines (self->marker); i++)
    {
      const SkhAssignment *line = skh_line_marker_get_line (self->marker, i);

      edit.assignment_id = line->id;
      if (skh_line_marker_get_n_lines (self->marker) == 1
          || line->line.state != SKH_STATE_NOT_APPLICABLE)
        g_array_append_val (edits, edit);
    }
  skh_line_marker_apply (self->marker, edits, skh_state_get_words (edit.state));
  return TRUE;
}

/* One line's note is what the entry says; those of several are added to. */
static gboolean
do_note (SkhMarkPopover *self)
{
  g_autoptr (GArray) edits = new_edits ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = dup_entry (self->first);
  guint n = skh_line_marker_get_n_lines (self->marker);

  for (guint i = 0; i < n; i++)
    {
      const SkhAssignment *line = skh_line_marker_get_line (self->marker, i);
      char *note = n > 1 && line->note != NULL
                     ? g_strdup_printf ("%s\n%s", line->note, text)
                     : g_strdup (text);
      SkhAssignmentEdit edit = {
        .assignment_id = line->id, .fields = SKH_EDIT_NOTE, .note = note, .total = -1
      };

      g_ptr_array_add (notes, note);
      if (g_strcmp0 (line->note != NULL ? line->note : "", note) != 0
          && (n == 1 || *text != '\0'))
        g_array_append_val (edits, edit);
    }
  skh_line_marker_apply (self->marker, edits, _ ("note"));
  return TRUE;
}

static gboolean
do_not_applicable (SkhMarkPopover *self)
{
  g_autoptr (GArray) edits = new_edits ();
  g_autofree char *text = dup_entry (self->first);

  say (self, *text == '\0' ? _ ("“Not applicable” needs a reason.") : NULL);
  if (*text == '\0')
    return FALSE;
  for (guint i = 0; i < skh_line_marker_get_n_lines (self->marker); i++)
    {
      SkhAssignmentEdit edit
        = { .assignment_id = skh_line_marker_get_line (self->marker, i)->id,
            .fields = SKH_EDIT_STATE | SKH_EDIT_REASON,
            .state = SKH_STATE_NOT_APPLICABLE,
            .reason = text,
            .total = -1 };

      g_array_append_val (edits, edit);
    }
  skh_line_marker_apply (self->marker, edits,
                         skh_state_get_words (SKH_STATE_NOT_APPLICABLE));
  return TRUE;
}

static void
on_accepted (SkhMarkPopover *self)
{
  static gboolean (*const doing[]) (SkhMarkPopover * self) = {
    [SKH_MARK_DELIVERED] = do_delivery,
    [SKH_MARK_NOTE] = do_note,
    [SKH_MARK_NOT_APPLICABLE] = do_not_applicable,
  };

  if (doing[self->mark](self))
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* — Asking — */

static GtkEntry *
add_entry (SkhMarkPopover *self, const char *title, const char *text)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  /* Not by the default widget: a button takes its time, and the next key would be lost.
   */
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_accepted), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_box_append (self->box, label);
  gtk_box_append (self->box, entry);
  return GTK_ENTRY (entry);
}

static void
add_fault (SkhMarkPopover *self)
{
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->fault, 0);
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_max_width_chars (self->fault, 34);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->fault));
}

/* A task may ask for many figures, and the screen may be low. */
static void
add_figure_box (SkhMarkPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scroller);

  self->figure_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_scrolled_window_set_policy (window, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (window, TRUE);
  gtk_scrolled_window_set_max_content_height (window, FIGURES_HEIGHT);
  gtk_scrolled_window_set_child (window, GTK_WIDGET (self->figure_box));
  gtk_box_append (self->box, scroller);
}

static void
add_figure (SkhMarkPopover *self, GtkWidget *row, gint64 value, gint64 total)
{
  skh_figure_row_set_figure (SKH_FIGURE_ROW (row), value, total);
  g_signal_connect_swapped (row, "entered", G_CALLBACK (on_accepted), self);
  gtk_box_append (self->figure_box, row);
  g_ptr_array_add (self->figures, row);
}

static void
add_count (SkhMarkPopover *self, SkhLedger *ledger, const SkhAssignment *line)
{
  SkhDate on = skh_session_get_on (skh_line_marker_get_session (self->marker));

  add_figure (self,
              skh_figure_row_new (NULL, _ ("Done, of all"), TRUE,
                                  skh_ledger_get_unit_total (ledger, line->unit,
                                                             get_task (self)->counts,
                                                             on)),
              line->count, line->total);
  self->counts_whole = GTK_CHECK_BUTTON (
    gtk_check_button_new_with_label (_ ("Delivered, though not all is done")));
  gtk_check_button_set_active (self->counts_whole,
                               line->line.state == SKH_STATE_DELIVERED);
  gtk_box_append (self->figure_box, GTK_WIDGET (self->counts_whole));
}

static void
add_figures (SkhMarkPopover *self, SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = get_task (self);
  SkhDate on = skh_session_get_on (skh_line_marker_get_session (self->marker));

  if (task->counts != NULL || task->n_measures > 0)
    add_figure_box (self);
  if (task->counts != NULL)
    add_count (self, ledger, line);
  for (guint i = 0; i < task->n_measures; i++)
    {
      const SkhMeasure *measure = &task->measures[i];
      SkhFigure there = find_figure (self, measure->key);
      gint64 offered
        = measure->total_kind != NULL
            ? skh_ledger_get_unit_total (ledger, line->unit, measure->total_kind, on)
            : -1;

      add_figure (self,
                  skh_figure_row_new (measure->key, measure->title, measure->of_total,
                                      offered),
                  there.value, there.total);
    }
}

static void
ask_delivery (SkhMarkPopover *self)
{
  const SkhAssignment *line = skh_line_marker_get_line (self->marker, 0);
  gboolean is_one = skh_line_marker_get_n_lines (self->marker) == 1;
  SkhDate day = is_one && line->line.delivered_on != SKH_DATE_NONE
                  ? line->line.delivered_on
                  : skh_session_get_on (skh_line_marker_get_session (self->marker));
  g_autofree char *text = skh_date_to_text (day);

  self->first = add_entry (self, _ ("Day of delivery"), text);
  add_fault (self);
  self->document = add_entry (self, _ ("Number and symbol of the document"),
                              is_one ? line->document : NULL);
  if (is_one)
    add_figures (self, skh_line_marker_get_ledger (self->marker), line);
  else
    gtk_entry_set_placeholder_text (self->document, _ ("as it is"));
}

static void
ask_text (SkhMarkPopover *self)
{
  const SkhAssignment *line = skh_line_marker_get_line (self->marker, 0);
  gboolean is_one = skh_line_marker_get_n_lines (self->marker) == 1;
  const char *text = self->mark == SKH_MARK_NOTE ? line->note : line->reason;

  self->first = add_entry (self,
                           self->mark != SKH_MARK_NOTE ? _ ("Reason")
                           : is_one                    ? _ ("Note")
                                    : _ ("Note, added to those there are"),
                           is_one ? text : NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->first), 34);
  add_fault (self);
}

static char *
dup_title (SkhMarkPopover *self)
{
  SkhLedger *ledger = skh_line_marker_get_ledger (self->marker);
  const SkhAssignment *line = skh_line_marker_get_line (self->marker, 0);
  guint n = skh_line_marker_get_n_lines (self->marker);

  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", n), n);
  return g_strdup_printf ("%s\n%s",
                          skh_ledger_get_units (ledger, NULL)[line->unit].short_name,
                          get_task (self)->short_title);
}

static void
add_title (SkhMarkPopover *self)
{
  g_autofree char *title = dup_title (self);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "row-title");
  gtk_box_append (self->box, label);
}

static void
add_button (SkhMarkPopover *self)
{
  GtkWidget *button = gtk_button_new_with_label (
    self->mark == SKH_MARK_DELIVERED ? _ ("Mark Delivered") : _ ("Save"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_accepted), self);
  gtk_box_append (self->box, button);
  gtk_popover_set_default_widget (GTK_POPOVER (self), button);
}

/* What is offered is selected, so that the first key types over it. */
static void
on_shown (SkhMarkPopover *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->first));
  gtk_editable_select_region (GTK_EDITABLE (self->first), 0, -1);
}

static void
skh_mark_popover_dispose (GObject *object)
{
  SkhMarkPopover *self = SKH_MARK_POPOVER (object);

  g_clear_object (&self->marker);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_mark_popover_parent_class)->dispose (object);
}

static void
skh_mark_popover_class_init (SkhMarkPopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_mark_popover_dispose;
}

static void
skh_mark_popover_init (SkhMarkPopover *self)
{
  self->figures = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "mark-popover");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
}

/* Returns a popover that asks for the marker's lines. */
GtkWidget *
skh_mark_popover_new (SkhLineMarker *marker, SkhMark mark)
{
  SkhMarkPopover *self = g_object_new (SKH_TYPE_MARK_POPOVER, NULL);

  self->marker = g_object_ref (marker);
  self->mark = mark;
  add_title (self);
  if (mark == SKH_MARK_DELIVERED)
    ask_delivery (self);
  else
    ask_text (self);
  add_button (self);
  return GTK_WIDGET (self);
}
