/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-timeline-page-private.h"

#include <glib/gi18n-lib.h>

/* SkhTimelinePage: the filters make a timeline of the ledger; folds and zoom change how
   it is laid out, the source hands it to the grid, and the grid's cursor chooses the task
   on the card. */

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SkhTimelinePage, skh_timeline_page, GTK_TYPE_BOX)

/* — From the choices to a timeline — */

static SkhTimeline *
make_timeline (SkhTimelinePage *self, GPtrArray *ledgers)
{
  SkhTimelineSizes sizes = skh_timeline_page_get_sizes (self);
  SkhTimelineOptions options = {
    .on = skh_session_get_on (self->session),
    .zoom = skh_timeline_zoom_get (self->zoom),
    .room = skh_timeline_page_get_room (self),
    .sizes = &sizes,
  };
  g_autofree gboolean *folded = NULL;
  SkhTimeline *timeline;

  skh_timeline_filters_fill (self->filters, &options);
  timeline = skh_timeline_new_for_plans ((SkhLedger *const *)ledgers->pdata, ledgers->len,
                                         &options);
  folded = skh_timeline_page_make_folded (self, timeline);
  skh_timeline_set_folded (timeline, folded);
  return timeline;
}

/* "3 of 54 tasks: II.1 Học tập · Quá hạn": what is not shown is said. */
static void
show_filter_note (SkhTimelinePage *self, GPtrArray *ledgers, SkhTimeline *timeline)
{
  g_autofree char *words = skh_timeline_filters_dup_words (self->filters);
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ledgers->len; i++)
    {
      guint n_tasks;

      skh_ledger_get_tasks (g_ptr_array_index (ledgers, i), &n_tasks);
      n += n_tasks;
    }
  text = g_strdup_printf (_ ("Showing %u of %u tasks: %s"),
                          skh_timeline_get_n_tasks (timeline), n, words);
  gtk_label_set_text (self->filter_words, text);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_note),
                          !skh_timeline_filters_lets_all_through (self->filters));
  gtk_widget_set_visible (GTK_WIDGET (self->empty),
                          skh_timeline_get_n_rows (timeline) == 0);
}

/* Also when it is filtered out or folded in. */
static void
show_selected (SkhTimelinePage *self, GPtrArray *ledgers)
{
  SkhLedger *ledger = NULL;
  guint task = SKH_NO_INDEX;

  for (guint i = 0; i < ledgers->len && self->selected != 0 && task == SKH_NO_INDEX; i++)
    {
      ledger = g_ptr_array_index (ledgers, i);
      task = skh_ledger_find_task_by_id (ledger, self->selected);
    }
  skh_task_card_show_task (self->card, ledger, task);
}

/* Returns the section's band that has the cursor, or NULL. */
static char *
dup_current_band (SkhTimelinePage *self)
{
  guint row;

  return skh_timeline_page_get_row (self, &row)
           ? skh_timeline_page_dup_band_key (skh_timeline_page_get_timeline (self), row)
           : NULL;
}

static gboolean
find_selected (SkhTimelinePage *self, SkhTimeline *timeline, const char *band, guint *row)
{
  if (self->selected != 0)
    return skh_timeline_find_task (timeline, self->selected, row);
  return band != NULL && skh_timeline_page_find_band_key (timeline, band, row);
}

/* A row that stands where it stood is not scrolled to. */
static void
restore_selection (SkhTimelinePage *self,
                   GPtrArray *ledgers,
                   SkhTimeline *timeline,
                   const char *band)
{
  guint row, current;

  if (find_selected (self, timeline, band, &row)
      && (!skh_timeline_page_get_row (self, &current) || current != row))
    skh_grid_view_set_current (self->view, (int)row, SKH_GRID_ROW_HEAD);
  show_selected (self, ledgers);
}

/**
 * skh_timeline_page_rebuild:
 *
 * Shows what the filters let through of the session's plan, or of all plans.
 */
void
skh_timeline_page_rebuild (SkhTimelinePage *self)
{
  g_autoptr (GPtrArray) ledgers = NULL;
  g_autofree char *band = dup_current_band (self);
  SkhTimeline *timeline;

  if (self->session == NULL || skh_session_get_ledger (self->session) == NULL)
    return;
  self->moved_day = SKH_DATE_NONE;
  skh_timeline_page_follow_plans (self);
  ledgers = skh_timeline_page_list_ledgers (self);
  timeline = make_timeline (self, ledgers);
  show_filter_note (self, ledgers, timeline);
  self->updating = TRUE;
  skh_timeline_source_set_timeline (self->source, timeline);
  self->updating = FALSE;
  restore_selection (self, ledgers, timeline, band);
}

SkhTimeline *
skh_timeline_page_get_timeline (SkhTimelinePage *self)
{
  return self->source != NULL ? skh_timeline_source_get_timeline (self->source) : NULL;
}

gboolean
skh_timeline_page_get_row (SkhTimelinePage *self, guint *row)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  int current;

  if (timeline == NULL || !skh_grid_view_get_current (self->view, &current, NULL)
      || current >= (int)skh_timeline_get_n_rows (timeline))
    return FALSE;
  *row = (guint)current;
  return TRUE;
}

/* — Paper — */

/* Paper shows what the screen does: the same tasks, as finely. */
static void
on_print_clicked (SkhTimelinePage *self)
{
  SkhTimelineOptions options = { .zoom = skh_timeline_zoom_get (self->zoom) };

  skh_timeline_filters_fill (self->filters, &options);
  skh_session_show_timeline_report (self->session, &options);
}

/* — Events — */

static void
on_session_changed (SkhTimelinePage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (ledger == NULL)
    {
      self->selected = 0;
      skh_timeline_page_forget_plans (self);
      skh_timeline_source_set_timeline (self->source, NULL);
      return;
    }
  skh_timeline_filters_set_ledger (self->filters, ledger);
  skh_timeline_page_rebuild (self);
}

static void
on_plans_changed (SkhTimelinePage *self)
{
  skh_timeline_filters_set_n_plans (self->filters,
                                    skh_session_get_plans (self->session)->len);
}

/* A task that is asked for is shown, whatever is filtered or folded. */
static void
on_show_task (SkhTimelinePage *self, guint task)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  guint section = skh_ledger_get_tasks (ledger, NULL)[task].section;
  SkhTimeline *timeline;
  guint row;

  self->selected = skh_ledger_get_tasks (ledger, NULL)[task].id;
  skh_timeline_page_unfold_section (self, ledger, section);
  skh_timeline_page_rebuild (self);
  timeline = skh_timeline_page_get_timeline (self);
  if (timeline != NULL && !skh_timeline_find_task (timeline, self->selected, &row))
    skh_timeline_filters_clear (self->filters);
}

static void
on_show_section (SkhTimelinePage *self, guint section)
{
  skh_timeline_filters_choose_section (self->filters, section);
}

static void
on_current_changed (SkhTimelinePage *self)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  SkhLedger *ledger;
  guint row, task;

  if (self->updating || !skh_timeline_page_get_row (self, &row))
    return;
  if (row != self->moved_row)
    skh_timeline_page_cancel_move (self);
  ledger = skh_timeline_get_ledger (timeline, row);
  task = skh_timeline_get_task (timeline, row);
  self->selected
    = task != SKH_NO_INDEX ? skh_ledger_get_tasks (ledger, NULL)[task].id : 0;
  skh_task_card_show_task (self->card, ledger, task);
}

/* A section's band folds; a task opens its list, or the plan that it is of. */
static void
on_cell_activated (SkhTimelinePage *self, int row)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  guint task = skh_timeline_get_task (timeline, (guint)row);
  SkhGridFold fold = skh_grid_source_get_fold (SKH_GRID_SOURCE (self->source), row);

  if (skh_timeline_page_finish_move (self))
    return;
  if (task == SKH_NO_INDEX)
    {
      skh_timeline_page_fold (self, (guint)row, fold == SKH_GRID_FOLD_OPEN);
      return;
    }
  skh_task_card_show_task (self->card, skh_timeline_get_ledger (timeline, (guint)row),
                           task);
  skh_task_card_open (self->card);
}

static void
on_fold_toggled (SkhTimelinePage *self)
{
  if (!self->updating)
    skh_timeline_page_fold_all (self, gtk_toggle_button_get_active (self->fold_button));
}

/* The task under the pointer, as the card shows the one that is selected. */
static gboolean
on_query_tooltip (SkhTimelinePage *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  SkhTimeline *timeline = skh_timeline_page_get_timeline (self);
  GdkRectangle place = { x, y, 1, 1 };
  SkhLedger *ledger;
  int row, column;
  guint task;

  if (keyboard || timeline == NULL
      || !skh_grid_view_get_cell_at (self->view, x, y, &row, &column))
    return FALSE;
  task = skh_timeline_get_task (timeline, (guint)row);
  ledger = skh_timeline_get_ledger (timeline, (guint)row);
  if (task == SKH_NO_INDEX
      || skh_ledger_get_tasks (ledger, NULL)[task].id == self->selected)
    return FALSE;
  skh_task_card_show_task (self->hover_card, ledger, task);
  gtk_tooltip_set_custom (tooltip, GTK_WIDGET (self->hover_card));
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

static void
zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_timeline_zoom_step (SKH_TIMELINE_PAGE (widget)->zoom, 1);
}

static void
zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_timeline_zoom_step (SKH_TIMELINE_PAGE (widget)->zoom, -1);
}

static void
zoom_year (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_timeline_zoom_set (SKH_TIMELINE_PAGE (widget)->zoom, SKH_ZOOM_YEAR);
}

/* Brings the day the plan is seen from to the middle. */
static void
show_today (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhTimelinePage *self = SKH_TIMELINE_PAGE (widget);

  if (self->session != NULL)
    skh_timeline_page_show_day (self, skh_session_get_on (self->session), 0.5);
}

static void
clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_timeline_filters_clear (SKH_TIMELINE_PAGE (widget)->filters);
}

/* — Life — */

static void
set_session (SkhTimelinePage *self, SkhSession *session)
{
  self->session = g_object_ref (session);
  skh_task_card_set_session (self->card, session);
  skh_task_card_set_session (self->hover_card, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "plans-changed", G_CALLBACK (on_plans_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-task", G_CALLBACK (on_show_task), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-section", G_CALLBACK (on_show_section), self,
                           G_CONNECT_SWAPPED);
  on_plans_changed (self);
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

  skh_timeline_page_forget_plans (self);
  g_clear_object (&self->session);
  g_clear_object (&self->source);
  g_clear_object (&self->hover_card);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  G_OBJECT_CLASS (skh_timeline_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, filters);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, zoom);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, fold_button);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, filter_note);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, filter_words);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, scroller);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, view);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, card);
  gtk_widget_class_bind_template_child (class, SkhTimelinePage, empty);
  gtk_widget_class_bind_template_callback (class, skh_timeline_page_rebuild);
  gtk_widget_class_bind_template_callback (class, skh_timeline_page_zoom);
  gtk_widget_class_bind_template_callback (class, on_fold_toggled);
  gtk_widget_class_bind_template_callback (class, on_print_clicked);
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "timeline.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (class, "timeline.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (class, "timeline.zoom-year", NULL, zoom_year);
  gtk_widget_class_install_action (class, "timeline.today", NULL, show_today);
  gtk_widget_class_install_action (class, "timeline.clear-filters", NULL, clear_filters);
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
  g_type_ensure (SKH_TYPE_TIMELINE_FILTERS);
  g_type_ensure (SKH_TYPE_TIMELINE_ZOOM);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (class),
    "/io/github/sokehoach/SoKeHoach/ui/timeline/skh-timeline-page.ui");
  bind_children (GTK_WIDGET_CLASS (class));
  install_actions (GTK_WIDGET_CLASS (class));
}

static void
connect_view (SkhTimelinePage *self)
{
  skh_grid_view_set_source (self->view, SKH_GRID_SOURCE (self->source));
  skh_timeline_zoom_watch (self->zoom, GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "current-changed",
                            G_CALLBACK (on_current_changed), self);
  g_signal_connect_swapped (self->view, "cell-activated", G_CALLBACK (on_cell_activated),
                            self);
  g_signal_connect_swapped (self->view, "text-resized",
                            G_CALLBACK (skh_timeline_page_rebuild), self);
  g_signal_connect_swapped (self->view, "query-tooltip", G_CALLBACK (on_query_tooltip),
                            self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (skh_timeline_page_fit_room),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "value-changed", G_CALLBACK (skh_timeline_page_tell_stretch),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "changed", G_CALLBACK (skh_timeline_page_tell_stretch), self,
                           G_CONNECT_SWAPPED);
  skh_timeline_page_init_keys (self);
  skh_timeline_page_init_move (self);
}

static void
skh_timeline_page_init (SkhTimelinePage *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->source = skh_timeline_source_new ();
  self->hover_card = SKH_TASK_CARD (g_object_ref_sink (skh_task_card_new_for_hover ()));
  gtk_widget_init_template (GTK_WIDGET (self));
  connect_view (self);
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
