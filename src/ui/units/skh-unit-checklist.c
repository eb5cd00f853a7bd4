/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-unit-checklist.h"

#include "skh-checklist-row.h"
#include "skh-copy.h"
#include "skh-labels.h"
#include "skh-unit-summary.h"

#include <glib/gi18n-lib.h>

/* Model chain: the ledger's lines of the unit, in the plan's order or by the day they
   fall due → rows of a list box, a heading before the first of each section or month. A
   unit has a few dozen. */
struct _SkhUnitChecklist
{
  GtkBox parent_instance;

  /* template */
  GtkDropDown *unit_choice, *order_choice;
  GtkBox *rates, *figures;
  GtkExpander *figures_expander;
  GtkButton *copy_button, *chase_button;
  GtkListBox *list;

  /* owned */
  SkhSession *session;
  GArray *units; /* guint: by the drop-down's place */

  guint unit;
  guint section; /* only its lines; or SKH_NO_INDEX */
  gint64 chosen;
  GHashTable *selected; /* ids of lines, kept from ledger to ledger */
  gboolean only_unfinished, only_overdue, updating;
};

enum
{
  LINE_CHOSEN,
  SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhUnitChecklist, skh_unit_checklist, GTK_TYPE_BOX)

/* From the rows alone: while a list is emptied the ledger they were made from is gone. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *title = skh_checklist_row_get_heading (row);

  if (before != NULL && g_str_equal (skh_checklist_row_get_heading (before), title))
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, skh_text_label_new (title, "section-heading"));
}

static gboolean
is_shown (SkhUnitChecklist *self, SkhLedger *ledger, const SkhAssignment *line)
{
  SkhStatus status;

  if (line->unit != self->unit
      || (self->section != SKH_NO_INDEX
          && skh_ledger_get_tasks (ledger, NULL)[line->task].section != self->section)
      || !skh_line_is_listed (&line->line, skh_session_get_period (self->session)))
    return FALSE;
  status = skh_ledger_get_status (ledger, line, skh_session_get_on (self->session));
  if (self->only_overdue)
    return status.timeliness == SKH_TIMELINESS_OVERDUE;
  return !self->only_unfinished
         || (status.state != SKH_STATE_DELIVERED
             && status.state != SKH_STATE_NOT_APPLICABLE);
}

gboolean
skh_unit_checklist_is_by_due (SkhUnitChecklist *self)
{
  return gtk_drop_down_get_selected (self->order_choice) == 1;
}

void
skh_unit_checklist_set_by_due (SkhUnitChecklist *self, gboolean by_due)
{
  gtk_drop_down_set_selected (self->order_choice, by_due ? 1 : 0);
}

static int
compare_due (gconstpointer a, gconstpointer b, gpointer data)
{
  const SkhAssignment *lines = data;
  SkhDate x = lines[*(const guint *)a].line.due, y = lines[*(const guint *)b].line.due;

  if ((x == SKH_DATE_NONE) != (y == SKH_DATE_NONE))
    return x == SKH_DATE_NONE ? 1 : -1;
  if (x != y)
    return x < y ? -1 : 1;
  return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

static GArray *
list_lines (SkhUnitChecklist *self, SkhLedger *ledger)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n; i++)
    if (is_shown (self, ledger, &lines[i]))
      g_array_append_val (list, i);
  if (skh_unit_checklist_is_by_due (self))
    g_array_sort_with_data (list, compare_due, (gpointer)lines);
  return list;
}

/* The section, or the month of the last day. */
static char *
dup_heading (SkhUnitChecklist *self, SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhSection *section = &skh_ledger_get_sections (
    ledger, NULL)[skh_ledger_get_tasks (ledger, NULL)[line->task].section];
  int year, month;

  if (!skh_unit_checklist_is_by_due (self))
    return g_strdup_printf ("%s %s", section->code, section->title);
  if (line->line.due == SKH_DATE_NONE)
    return g_strdup (_ ("Without a day"));
  skh_date_get_ymd (line->line.due, &year, &month, NULL);
  return g_strdup_printf (_ ("Due in month %d/%d"), month, year);
}

static void
fill_list (SkhUnitChecklist *self, SkhLedger *ledger)
{
  g_autoptr (GArray) list = list_lines (self, ledger);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);

  skh_list_box_clear (self->list);
  for (guint i = 0; i < list->len; i++)
    {
      guint index = g_array_index (list, guint, i);
      g_autofree char *heading = dup_heading (self, ledger, &lines[index]);
      GtkWidget *row
        = skh_checklist_row_new (ledger, index, skh_session_get_on (self->session),
                                 heading);

      gtk_list_box_append (self->list, row);
      if (g_hash_table_contains (self->selected, &lines[index].id))
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
}

static void
replace_child (GtkBox *box, GtkWidget *child)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (box));

  if (old != NULL)
    gtk_box_remove (box, old);
  if (child != NULL)
    gtk_box_append (box, child);
}

static void
show_summary (SkhUnitChecklist *self, SkhLedger *ledger)
{
  SkhPeriod period = skh_session_get_period (self->session);
  SkhDate on = skh_session_get_on (self->session);
  GtkWidget *figures = skh_unit_summary_new_figures (ledger, self->unit, period, on);

  replace_child (self->rates,
                 skh_unit_summary_new_rates (ledger, self->unit, period, on));
  replace_child (self->figures, figures);
  if (figures != NULL)
    g_object_unref (figures);
  gtk_widget_set_visible (GTK_WIDGET (self->figures_expander), figures != NULL);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    gtk_expander_set_expanded (self->figures_expander, TRUE);
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

/* Units that owe something, and those above them: theirs are added up there. *first is
   the first that owes something itself. */
static gboolean *
list_shown (SkhLedger *ledger, guint *first)
{
  guint n_units, n_lines;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n_lines);
  gboolean *shown = g_new0 (gboolean, n_units + 1);

  *first = SKH_NO_INDEX;
  for (guint i = 0; i < n_lines; i++)
    {
      *first = MIN (*first, lines[i].unit);
      for (guint unit = lines[i].unit; unit != SKH_NO_INDEX && !shown[unit];
           unit = units[unit].parent)
        shown[unit] = TRUE;
    }
  return shown;
}

static void
fill_units (SkhUnitChecklist *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint n_units, first, place = 0;
  const SkhUnit *units = skh_ledger_get_units (ledger, &n_units);
  g_autofree gboolean *shown = list_shown (ledger, &first);
  guint wanted = self->unit < n_units && shown[self->unit] ? self->unit : first;

  g_array_set_size (self->units, 0);
  for (guint i = 0; i < n_units; i++)
    if (shown[i])
      {
        if (i == wanted)
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

  if (ledger == NULL || self->unit == SKH_NO_INDEX)
    return;
  self->updating = TRUE;
  fill_list (self, ledger);
  show_summary (self, ledger);
  show_buttons (self, ledger);
  self->updating = FALSE;
}

static void
on_session_changed (SkhUnitChecklist *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (ledger == NULL)
    return;
  fill_units (self, ledger);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/* What was chosen of one unit is not of another. */
static void
leave_lines (SkhUnitChecklist *self)
{
  g_hash_table_remove_all (self->selected);
  self->chosen = 0;
  g_signal_emit (self, signals[LINE_CHOSEN], 0, self->chosen);
}

static void
on_unit_selected (SkhUnitChecklist *self)
{
  guint place = gtk_drop_down_get_selected (self->unit_choice);

  if (self->updating || place >= self->units->len)
    return;
  self->unit = g_array_index (self->units, guint, place);
  leave_lines (self);
  refresh (self);
}

static void
remember (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  SkhUnitChecklist *self = data;
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  gint64 id
    = skh_ledger_get_assignments (ledger, NULL)[skh_checklist_row_get_index (row)].id;

  g_hash_table_add (self->selected, g_memdup2 (&id, sizeof id));
  self->chosen = id;
}

/* One line that is chosen is shown beside the list; of several the first. */
static void
on_rows_selected (SkhUnitChecklist *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (self->updating || ledger == NULL)
    return;
  g_hash_table_remove_all (self->selected);
  gtk_list_box_selected_foreach (self->list, remember, self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  if (row == NULL)
    return;
  self->chosen
    = skh_ledger_get_assignments (ledger, NULL)[skh_checklist_row_get_index (row)].id;
  g_signal_emit (self, signals[LINE_CHOSEN], 0, self->chosen);
}

static void
add_selected (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  guint index = skh_checklist_row_get_index (row);

  g_array_append_val ((GArray *)data, index);
}

void
skh_unit_checklist_get_selected (SkhUnitChecklist *self, GArray *indexes)
{
  gtk_list_box_selected_foreach (self->list, add_selected, indexes);
}

GtkWidget *
skh_unit_checklist_get_place (SkhUnitChecklist *self, GdkRectangle *at)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  graphene_rect_t bounds;

  if (row != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    *at = (GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                          (int)bounds.size.width, (int)bounds.size.height };
  return GTK_WIDGET (self);
}

GtkWidget *
skh_unit_checklist_get_list (SkhUnitChecklist *self)
{
  return GTK_WIDGET (self->list);
}

/* Back to the row that is worked on. */
void
skh_unit_checklist_focus (SkhUnitChecklist *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
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
  g_hash_table_remove_all (self->selected);
  fill_units (self, skh_session_get_ledger (self->session));
  refresh (self);
}

guint
skh_unit_checklist_get_unit (SkhUnitChecklist *self)
{
  return self->unit;
}

void
skh_unit_checklist_set_filter (SkhUnitChecklist *self, const SkhMatrixFilter *filter)
{
  if (filter->only_unfinished == self->only_unfinished
      && filter->only_overdue == self->only_overdue && filter->section == self->section)
    return;
  self->only_unfinished = filter->only_unfinished;
  self->only_overdue = filter->only_overdue;
  self->section = filter->section;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
skh_unit_checklist_dispose (GObject *object)
{
  SkhUnitChecklist *self = SKH_UNIT_CHECKLIST (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
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
  signals[SELECTION_CHANGED]
    = g_signal_new ("selection-changed", SKH_TYPE_UNIT_CHECKLIST, G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/units/skh-unit-checklist.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, unit_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, order_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, rates);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, figures);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, figures_expander);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, chase_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_chase_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_bind_template_child (widget_class, SkhUnitChecklist, list);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_selected);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
skh_unit_checklist_init (SkhUnitChecklist *self)
{
  self->unit = self->section = SKH_NO_INDEX;
  self->units = g_array_new (FALSE, FALSE, sizeof (guint));
  self->selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What is not seen is not made: a change makes the list again when it is. */
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_drop_down_set_expression (self->unit_choice,
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                             "string"));
}
