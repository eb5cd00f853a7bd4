/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-page.h"

#include "skh-grid-view.h"
#include "skh-task-card.h"
#include "skh-timeline-source.h"

#include <glib/gi18n-lib.h>

struct _SkhTimelinePage
{
  GtkBox parent_instance;

  /* template */
  GtkDropDown *section_choice, *lead_choice, *state_choice;
  GtkToggleButton *zoom_week, *zoom_month, *zoom_quarter, *zoom_year;
  GtkScrolledWindow *scroller;
  SkhGridView *view;
  SkhTaskCard *card;
  GtkLabel *empty;

  /* owned */
  SkhSession *session;
  SkhTimelineSource *source;
  GPtrArray *lead_codes; /* by the drop-down's place − 1 */
  gboolean *folded;      /* a section */
  guint n_sections;

  guint selected; /* task */
  guint zoomed_source;
  gboolean updating;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SkhTimelinePage, skh_timeline_page, GTK_TYPE_BOX)

/* — From the choices to a timeline — */

static SkhZoom
get_zoom (SkhTimelinePage *self)
{
  return gtk_toggle_button_get_active (self->zoom_week)      ? SKH_ZOOM_WEEK
         : gtk_toggle_button_get_active (self->zoom_month)   ? SKH_ZOOM_MONTH
         : gtk_toggle_button_get_active (self->zoom_quarter) ? SKH_ZOOM_QUARTER
                                                             : SKH_ZOOM_YEAR;
}

static double
get_room (SkhTimelinePage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  /* what stands beside a bar that ends with the year needs some room too */
  return gtk_adjustment_get_page_size (adjustment) - SKH_TIMELINE_SIDE_WIDTH - 8;
}

static void
fill_options (SkhTimelinePage *self, SkhTimelineOptions *options)
{
  guint section = gtk_drop_down_get_selected (self->section_choice);
  guint lead = gtk_drop_down_get_selected (self->lead_choice);
  guint state = gtk_drop_down_get_selected (self->state_choice);

  *options = (SkhTimelineOptions){
    .on = skh_session_get_on (self->session),
    .period
    = skh_period_new (SKH_PERIOD_YEAR,
                      skh_ledger_get_plan (skh_session_get_ledger (self->session))->year,
                      1),
    .zoom = get_zoom (self),
    .room = get_room (self),
    .section
    = section == 0 || section == GTK_INVALID_LIST_POSITION ? SKH_NO_INDEX : section - 1,
    .lead = lead == 0 || lead > self->lead_codes->len
              ? NULL
              : g_ptr_array_index (self->lead_codes, lead - 1),
    .state = state == GTK_INVALID_LIST_POSITION ? SKH_TASK_ANY : (SkhTaskFilter)state,
    .folded = self->folded,
  };
}

static void
restore_selection (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_source_get_timeline (self->source);
  guint row;

  if (self->selected != SKH_NO_INDEX
      && skh_timeline_find_task (timeline, self->selected, &row))
    skh_grid_view_set_current (self->view, (int)row, SKH_GRID_ROW_HEAD);
  skh_task_card_show_task (self->card, self->selected);
}

static void
rebuild (SkhTimelinePage *self)
{
  SkhLedger *ledger
    = self->session != NULL ? skh_session_get_ledger (self->session) : NULL;
  SkhTimelineOptions options;
  SkhTimeline *timeline;

  if (ledger == NULL || self->updating)
    return;
  fill_options (self, &options);
  timeline = skh_timeline_new (ledger, &options);
  gtk_widget_set_visible (GTK_WIDGET (self->empty),
                          skh_timeline_get_n_rows (timeline) == 0);
  skh_timeline_source_set_timeline (self->source, timeline);
  restore_selection (self);
}

/* — The choices themselves, from the ledger — */

static void
fill_section_choice (SkhTimelinePage *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (ledger, &n);

  gtk_string_list_append (model, _ ("Section: all"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_take (model,
                          g_strdup_printf ("%s %s", sections[i].code, sections[i].title));
  gtk_drop_down_set_model (self->section_choice, G_LIST_MODEL (model));
}

static const char *
get_party_name (SkhLedger *ledger, const char *code)
{
  guint n, unit = skh_ledger_find_unit (ledger, code);
  const SkhGroup *groups = skh_ledger_get_groups (ledger, &n);

  if (unit != SKH_NO_INDEX)
    return skh_ledger_get_units (ledger, NULL)[unit].short_name;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (groups[i].code, code))
      return groups[i].short_name;
  return code;
}

static void
fill_lead_choice (SkhTimelinePage *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint n;
  const SkhTask *tasks = skh_ledger_get_tasks (ledger, &n);

  g_ptr_array_set_size (self->lead_codes, 0);
  gtk_string_list_append (model, _ ("Lead: all"));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; tasks[i].lead[j] != NULL; j++)
      {
        if (g_ptr_array_find_with_equal_func (self->lead_codes, tasks[i].lead[j],
                                              g_str_equal, NULL))
          continue;
        g_ptr_array_add (self->lead_codes, g_strdup (tasks[i].lead[j]));
        gtk_string_list_append (model, get_party_name (ledger, tasks[i].lead[j]));
      }
  gtk_drop_down_set_model (self->lead_choice, G_LIST_MODEL (model));
}

static void
fill_state_choice (SkhTimelinePage *self)
{
  const char *const words[] = { _ ("State: all"),   _ ("Overdue"),  _ ("Due soon"),
                                _ ("Not finished"), _ ("Finished"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  gtk_drop_down_set_model (self->state_choice, G_LIST_MODEL (model));
}

/* The choices stay as they are while the plan has the same sections. */
static void
refill_choices (SkhTimelinePage *self, SkhLedger *ledger)
{
  guint section = gtk_drop_down_get_selected (self->section_choice);
  guint lead = gtk_drop_down_get_selected (self->lead_choice);
  guint n;

  self->updating = TRUE;
  skh_ledger_get_sections (ledger, &n);
  fill_section_choice (self, ledger);
  fill_lead_choice (self, ledger);
  if (n == self->n_sections)
    {
      gtk_drop_down_set_selected (self->section_choice, section);
      gtk_drop_down_set_selected (self->lead_choice, lead);
    }
  else
    {
      g_free (self->folded);
      self->folded = g_new0 (gboolean, n + 1);
      self->n_sections = n;
    }
  self->updating = FALSE;
}

/* — Events — */

static void
on_session_changed (SkhTimelinePage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (ledger == NULL)
    {
      skh_timeline_source_set_timeline (self->source, NULL);
      return;
    }
  refill_choices (self, ledger);
  rebuild (self);
}

static void
on_show_task (SkhTimelinePage *self, guint task)
{
  self->selected = task;
  rebuild (self);
}

static void
on_show_section (SkhTimelinePage *self, guint section)
{
  gtk_drop_down_set_selected (self->section_choice, section + 1);
}

static void
on_room_changed (SkhTimelinePage *self)
{
  if (get_zoom (self) == SKH_ZOOM_YEAR)
    rebuild (self);
}

static void
on_current_changed (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_source_get_timeline (self->source);
  int row, column;

  if (timeline == NULL || !skh_grid_view_get_current (self->view, &row, &column)
      || row >= (int)skh_timeline_get_n_rows (timeline))
    return;
  self->selected = skh_timeline_get_task (timeline, (guint)row);
  skh_task_card_show_task (self->card, self->selected);
}

/* A section's band folds; a task opens its list. */
static void
on_cell_activated (SkhTimelinePage *self, int row)
{
  SkhTimeline *timeline = skh_timeline_source_get_timeline (self->source);
  guint task = skh_timeline_get_task (timeline, (guint)row);
  guint section = skh_timeline_get_section (timeline, (guint)row);

  if (task != SKH_NO_INDEX)
    {
      skh_task_card_show_task (self->card, task);
      skh_task_card_open_list (self->card);
      return;
    }
  self->folded[section] = !self->folded[section];
  rebuild (self);
  skh_grid_view_set_current (self->view, row, SKH_GRID_ROW_HEAD);
}

/* Brings the day the plan is seen from to the middle. */
static void
show_today (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_source_get_timeline (self->source);

  if (timeline != NULL)
    skh_grid_view_scroll_to_x (
      self->view,
      (float)(SKH_TIMELINE_SIDE_WIDTH
              + skh_timeline_axis_get_x (skh_timeline_get_axis (timeline),
                                         skh_session_get_on (self->session))),
      0.5f);
}

static gboolean
on_zoomed_idle (gpointer data)
{
  SkhTimelinePage *self = data;

  self->zoomed_source = 0;
  show_today (self);
  return G_SOURCE_REMOVE;
}

/* The new width is known when the view has been laid out again. */
static void
on_zoom_toggled (SkhTimelinePage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  rebuild (self);
  if (self->zoomed_source == 0 && self->session != NULL)
    self->zoomed_source
      = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_zoomed_idle, self, NULL);
}

static void
on_today_clicked (SkhTimelinePage *self)
{
  show_today (self);
}

/* Ctrl and the wheel zoom step by step. */
static gboolean
on_scroll (SkhTimelinePage *self, double dx, double dy, GtkEventController *controller)
{
  GtkToggleButton *steps[]
    = { self->zoom_year, self->zoom_quarter, self->zoom_month, self->zoom_week };
  SkhZoom zoom = get_zoom (self);

  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  if (dy < 0 && zoom < SKH_ZOOM_WEEK)
    gtk_toggle_button_set_active (steps[zoom + 1], TRUE);
  else if (dy > 0 && zoom > SKH_ZOOM_YEAR)
    gtk_toggle_button_set_active (steps[zoom - 1], TRUE);
  return GDK_EVENT_STOP;
}

/* — Life — */

static void
set_session (SkhTimelinePage *self, SkhSession *session)
{
  self->session = g_object_ref (session);
  skh_task_card_set_session (self->card, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-task", G_CALLBACK (on_show_task), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-section", G_CALLBACK (on_show_section), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
}

static void
skh_timeline_page_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (id == PROP_SESSION && g_value_get_object (value) != NULL)
    set_session (SKH_TIMELINE_PAGE (object), g_value_get_object (value));
}

static void
skh_timeline_page_dispose (GObject *object)
{
  SkhTimelinePage *self = SKH_TIMELINE_PAGE (object);

  g_clear_handle_id (&self->zoomed_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->source);
  g_clear_pointer (&self->lead_codes, g_ptr_array_unref);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (skh_timeline_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, section_choice);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, lead_choice);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, state_choice);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, zoom_week);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, zoom_month);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, zoom_quarter);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, zoom_year);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, scroller);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, view);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, card);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, empty);
  gtk_widget_class_bind_template_callback (class, rebuild);
  gtk_widget_class_bind_template_callback (class, on_today_clicked);
  gtk_widget_class_bind_template_callback (class, on_zoom_toggled);
  gtk_widget_class_bind_template_callback (class, on_scroll);
}

static gboolean
skh_timeline_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_TIMELINE_PAGE (widget)->view));
}

static void
skh_timeline_page_class_init (SkhTimelinePageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = skh_timeline_page_set_property;
  object_class->dispose = skh_timeline_page_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = skh_timeline_page_grab_focus;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                               | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (SKH_TYPE_GRID_VIEW);
  g_type_ensure (SKH_TYPE_TASK_CARD);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (class),
    "/io/github/sokehoach/SoKeHoach/ui/timeline/skh-timeline-page.ui");
  bind_children (GTK_WIDGET_CLASS (class));
}

static void
skh_timeline_page_init (SkhTimelinePage *self)
{
  self->selected = SKH_NO_INDEX;
  self->lead_codes = g_ptr_array_new_with_free_func (g_free);
  self->source = skh_timeline_source_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  fill_state_choice (self);
  self->updating = FALSE;
  skh_grid_view_set_source (self->view, SKH_GRID_SOURCE (self->source));
  g_signal_connect_swapped (self->view, "current-changed",
                            G_CALLBACK (on_current_changed), self);
  g_signal_connect_swapped (self->view, "cell-activated", G_CALLBACK (on_cell_activated),
                            self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_room_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * skh_timeline_page_new:
 *
 * Returns: (transfer floating): the page; it follows the session
 */
GtkWidget *
skh_timeline_page_new (SkhSession *session)
{
  return g_object_new (SKH_TYPE_TIMELINE_PAGE, "session", session, NULL);
}
