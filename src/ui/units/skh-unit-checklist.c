/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-checklist.h"

#include "skh-copy.h"
#include "skh-line-words.h"
#include "skh-number.h"

#include <glib/gi18n-lib.h>

/* Model chain: the ledger's lines of the unit, in the plan's order → rows of a list box,
   a heading before the first of each section. A unit has a few dozen. */
struct _SkhUnitChecklist
{
  GtkBox parent_instance;

  /* template */
  GtkDropDown *unit_choice;
  GtkLabel *rates;
  GtkButton *copy_button, *chase_button;
  GtkListBox *list;

  /* owned */
  SkhSession *session;
  GArray *units; /* guint: by the drop-down's place */

  guint unit;
  gint64 chosen;
  gboolean only_unfinished, updating;
};

enum
{
  LINE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhUnitChecklist, skh_unit_checklist, GTK_TYPE_BOX)

#define ROW_LINE "skh-line"       /* index + 1 of the row's assignment */
#define ROW_SECTION "skh-section" /* the heading it stands under */

static guint
get_row_line (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ROW_LINE)) - 1;
}

/* — Rows — */

static GtkWidget *
new_label (const char *text, const char *class, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float)xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

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

static GtkWidget *
new_texts (const SkhTask *task, const SkhAssignment *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *period = skh_line_dup_period_text (&line->line);
  g_autofree char *title
    = period != NULL ? g_strdup_printf ("%s (%s)", task->title, period) : NULL;
  g_autofree char *detail
    = g_strdup_printf ("%s%s%s%s%s", task->clause != NULL ? task->clause : task->no,
                       task->wording != NULL ? " · “" : "",
                       task->wording != NULL ? task->wording : "",
                       task->wording != NULL ? "”" : "", "");
  GtkWidget *heading = new_label (title != NULL ? title : task->title, NULL, 0);

  gtk_widget_set_tooltip_text (heading, title != NULL ? title : task->title);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), new_label (detail, "caption", 0));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
new_row (SkhUnitChecklist *self, SkhLedger *ledger, guint index)
{
  const SkhAssignment *line = &skh_ledger_get_assignments (ledger, NULL)[index];
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhSection *section = &skh_ledger_get_sections (ledger, NULL)[task->section];
  SkhDate on = skh_session_get_on (self->session);
  SkhStatus status = skh_ledger_get_status (ledger, line, on);
  SkhStatusSign sign
    = skh_status_get_sign (status, skh_ledger_is_missing (ledger, line, on));
  g_autofree char *words = skh_status_dup_words (status, line->line.delivered_on);
  g_autofree char *due = skh_line_dup_due_text (&line->line, task->deadline.kind);
  GtkWidget *row = gtk_list_box_row_new (),
            *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *sign_label = new_label (sign.sign, "line-sign", 0.5);
  GtkWidget *chip = new_label (words, "chip", 0.5),
            *due_label = new_label (due, "numeric", 1);
  g_autofree char *name = g_strdup_printf ("%s, %s", task->title, words);

  gtk_widget_add_css_class (chip, get_chip_class (status));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (sign_label, 26, -1);
  gtk_widget_set_size_request (due_label, 44, -1);
  gtk_box_append (GTK_BOX (box), sign_label);
  gtk_box_append (GTK_BOX (box), new_texts (task, line));
  gtk_box_append (GTK_BOX (box), due_label);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_widget_add_css_class (box, "line-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_set_data (G_OBJECT (row), ROW_LINE, GUINT_TO_POINTER (index + 1));
  g_object_set_data_full (G_OBJECT (row), ROW_SECTION,
                          g_strdup_printf ("%s %s", section->code, section->title),
                          g_free);
  return row;
}

/* From the rows alone: while a list is emptied the ledger they were made from is gone. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *title = g_object_get_data (G_OBJECT (row), ROW_SECTION);

  if (before != NULL
      && g_str_equal (g_object_get_data (G_OBJECT (before), ROW_SECTION), title))
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, new_label (title, "section-heading", 0));
}

static gboolean
is_shown (SkhUnitChecklist *self, SkhLedger *ledger, const SkhAssignment *line)
{
  SkhState state;

  if (line->unit != self->unit
      || !skh_line_is_listed (&line->line, skh_session_get_period (self->session)))
    return FALSE;
  state = skh_ledger_get_status (ledger, line, skh_session_get_on (self->session)).state;
  return !self->only_unfinished
         || (state != SKH_STATE_DELIVERED && state != SKH_STATE_NOT_APPLICABLE);
}

static void
fill_list (SkhUnitChecklist *self, SkhLedger *ledger)
{
  GtkWidget *child;
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n; i++)
    if (is_shown (self, ledger, &lines[i]))
      {
        GtkWidget *row = new_row (self, ledger, i);

        gtk_list_box_append (self->list, row);
        if (lines[i].id == self->chosen)
          gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
      }
}

static void
show_rates (SkhUnitChecklist *self, SkhLedger *ledger)
{
  SkhRates rates = skh_ledger_get_rates (ledger, skh_session_get_period (self->session),
                                         skh_session_get_on (self->session), self->unit,
                                         SKH_NO_INDEX, SKH_NO_INDEX);
  g_autofree char *actual = skh_number_share_to_text (rates.actual, rates.expected);
  g_autofree char *on_time = skh_number_share_to_text (rates.on_time, rates.expected);
  g_autofree char *text = g_strdup_printf (_ ("Delivered %s · on time %s · overdue %u"),
                                           actual, on_time, rates.overdue);

  gtk_label_set_text (self->rates, text);
}

/* — What is done for the whole unit — */

/* The button says that it has done it: a clipboard can't be seen. */
static void
on_copy_clicked (SkhUnitChecklist *self)
{
  if (skh_copy_chase_text (GTK_WIDGET (self), self->session, self->unit))
    gtk_button_set_label (self->copy_button, _ ("Message copied"));
}

static void
on_chase_clicked (SkhUnitChecklist *self)
{
  skh_session_show_chase (self->session, self->unit, SKH_NO_INDEX);
}

static void
on_print_clicked (SkhUnitChecklist *self)
{
  skh_session_show_checklist_report (self->session, self->unit);
}

static void
show_buttons (SkhUnitChecklist *self, SkhLedger *ledger)
{
  SkhDate on = skh_session_get_on (self->session);
  gboolean has_any = FALSE;
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n && !has_any; i++)
    if (lines[i].unit == self->unit)
      {
        SkhTimeliness timeliness
          = skh_ledger_get_status (ledger, &lines[i], on).timeliness;

        has_any
          = timeliness == SKH_TIMELINESS_OVERDUE || timeliness == SKH_TIMELINESS_DUE_SOON;
      }
  gtk_button_set_label (self->copy_button, _ ("Copy the Message to the Unit"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), has_any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->chase_button), has_any);
}

/* — The choice of the unit — */

static void
fill_units (SkhUnitChecklist *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree gboolean *has_line = NULL;
  guint n_units, n_lines, place = 0;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n_lines);

  has_line = g_new0 (gboolean, n_units + 1);
  for (guint i = 0; i < n_lines; i++)
    has_line[lines[i].unit] = TRUE;
  g_array_set_size (self->units, 0);
  for (guint i = 0; i < n_units; i++)
    if (has_line[i])
      {
        if (i == self->unit)
          place = self->units->len;
        g_array_append_val (self->units, i);
        gtk_string_list_append (model, units[i].name);
      }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->unit_choice, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->unit_choice, place);
  if (self->units->len > 0)
    self->unit = g_array_index (self->units, guint, place);
  self->updating = FALSE;
}

static void
refresh (SkhUnitChecklist *self)
{
  SkhLedger *ledger
    = self->session != NULL ? skh_session_get_ledger (self->session) : NULL;

  if (ledger == NULL)
    return;
  fill_list (self, ledger);
  show_rates (self, ledger);
  show_buttons (self, ledger);
}

static void
on_session_changed (SkhUnitChecklist *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (ledger == NULL)
    return;
  self->updating = TRUE;
  fill_units (self, ledger);
  self->updating = TRUE;
  refresh (self);
  self->updating = FALSE;
}

static void
on_unit_selected (SkhUnitChecklist *self)
{
  guint place = gtk_drop_down_get_selected (self->unit_choice);

  if (self->updating || place >= self->units->len)
    return;
  self->unit = g_array_index (self->units, guint, place);
  refresh (self);
}

static void
on_row_selected (SkhUnitChecklist *self, GtkListBoxRow *row)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (self->updating || row == NULL || ledger == NULL)
    return;
  self->chosen = skh_ledger_get_assignments (ledger, NULL)[get_row_line (row)].id;
  g_signal_emit (self, signals[LINE_CHOSEN], 0, self->chosen);
}

void
skh_unit_checklist_set_session (SkhUnitChecklist *self, SkhSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
}

void
skh_unit_checklist_show_unit (SkhUnitChecklist *self, guint unit)
{
  self->unit = unit;
  on_session_changed (self);
}

void
skh_unit_checklist_set_only_unfinished (SkhUnitChecklist *self, gboolean only)
{
  self->only_unfinished = only;
  refresh (self);
}

static void
skh_unit_checklist_dispose (GObject *object)
{
  SkhUnitChecklist *self = SKH_UNIT_CHECKLIST (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->units, g_array_unref);
  G_OBJECT_CLASS (skh_unit_checklist_parent_class)->dispose (object);
}

static void
skh_unit_checklist_class_init (SkhUnitChecklistClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_unit_checklist_dispose;
  signals[LINE_CHOSEN]
    = g_signal_new ("line-chosen", SKH_TYPE_UNIT_CHECKLIST, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/units/skh-unit-checklist.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, unit_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, rates);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, chase_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_chase_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, list);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
skh_unit_checklist_init (SkhUnitChecklist *self)
{
  self->unit = SKH_NO_INDEX;
  self->units = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_drop_down_set_expression (self->unit_choice,
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                             "string"));
}
