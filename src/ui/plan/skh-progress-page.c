/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-progress-page.h"

#include "skh-plan-page.h"
#include "skh-timeline-page.h"

struct _SkhProgressPage
{
  GtkBox parent_instance;

  GtkStack *stack;
  GtkWidget *timeline;
  GtkWidget *plan; /* NULL until it is first asked for */

  SkhSession *session;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SkhProgressPage, skh_progress_page, GTK_TYPE_BOX)

static void
show_plan (SkhProgressPage *self)
{
  if (self->plan == NULL)
    {
      self->plan = skh_plan_page_new (self->session);
      gtk_stack_add_child (self->stack, self->plan);
    }
  gtk_stack_set_visible_child (self->stack, self->plan);
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhProgressPage *self = SKH_PROGRESS_PAGE (widget);

  show_plan (self);
  gtk_widget_grab_focus (self->plan);
}

static void
on_edit_task (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhProgressPage *self = SKH_PROGRESS_PAGE (widget);

  show_plan (self);
  skh_plan_page_choose_task (SKH_PLAN_PAGE (self->plan), g_variant_get_int64 (parameter));
  gtk_widget_grab_focus (self->plan);
}

static void
on_timeline (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhProgressPage *self = SKH_PROGRESS_PAGE (widget);

  gtk_stack_set_visible_child (self->stack, self->timeline);
  gtk_widget_grab_focus (self->timeline);
}

/* Whoever is writing the plan goes on writing: a task that is looked for is shown there.
 */
static void
on_show_task (SkhProgressPage *self, guint task)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  guint n = 0;
  const SkhTask *tasks = ledger != NULL ? skh_ledger_get_tasks (ledger, &n) : NULL;

  if (task < n && self->plan != NULL
      && gtk_stack_get_visible_child (self->stack) == self->plan)
    skh_plan_page_choose_task (SKH_PLAN_PAGE (self->plan), tasks[task].id);
}

static void
on_show_section (SkhProgressPage *self)
{
  gtk_stack_set_visible_child (self->stack, self->timeline);
}

static void
set_session (SkhProgressPage *self, SkhSession *session)
{
  self->session = g_object_ref (session);
  self->timeline = skh_timeline_page_new (session);
  gtk_stack_add_child (self->stack, self->timeline);
  g_signal_connect_object (session, "show-task", G_CALLBACK (on_show_task), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "show-section", G_CALLBACK (on_show_section), self,
                           G_CONNECT_SWAPPED);
}

static void
skh_progress_page_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (g_value_get_object (value) != NULL)
    set_session (SKH_PROGRESS_PAGE (object), g_value_get_object (value));
}

static void
skh_progress_page_dispose (GObject *object)
{
  g_clear_object (&SKH_PROGRESS_PAGE (object)->session);
  G_OBJECT_CLASS (skh_progress_page_parent_class)->dispose (object);
}

static gboolean
skh_progress_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
    gtk_stack_get_visible_child (SKH_PROGRESS_PAGE (widget)->stack));
}

static void
skh_progress_page_class_init (SkhProgressPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = skh_progress_page_set_property;
  object_class->dispose = skh_progress_page_dispose;
  widget_class->grab_focus = skh_progress_page_grab_focus;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                               | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "plan.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "plan.edit-task", "x", on_edit_task);
  gtk_widget_class_install_action (widget_class, "plan.timeline", NULL, on_timeline);
}

static void
skh_progress_page_init (SkhProgressPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}
