/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-measure-row.h"

#include <glib/gi18n-lib.h>

struct _SkhMeasureRow
{
  GtkBox parent_instance;

  /* template */
  GtkEntry *title;
  GtkCheckButton *of_total, *required;
  GtkDropDown *total_kind;

  /* owned */
  char *key;        /* NULL: new */
  GPtrArray *kinds; /* of totals; the drop-down's place − 1 */

  gboolean updating;
};

enum
{
  EDITED,
  MOVED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhMeasureRow, skh_measure_row, GTK_TYPE_BOX)

static void
on_edited (SkhMeasureRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->total_kind),
                            gtk_check_button_get_active (self->of_total));
  if (!self->updating)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_up_clicked (SkhMeasureRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
on_down_clicked (SkhMeasureRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static void
on_remove_clicked (SkhMeasureRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
on_key_pressed (SkhMeasureRow *self, guint key, guint code, GdkModifierType state)
{
  if (!(state & GDK_ALT_MASK) || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[MOVED], 0, key == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
skh_measure_row_dispose (GObject *object)
{
  SkhMeasureRow *self = SKH_MEASURE_ROW (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  G_OBJECT_CLASS (skh_measure_row_parent_class)->dispose (object);
}

static gboolean
skh_measure_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_MEASURE_ROW (widget)->title));
}

static void
skh_measure_row_class_init (SkhMeasureRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_measure_row_dispose;
  widget_class->grab_focus = skh_measure_row_grab_focus;
  signals[EDITED] = g_signal_new ("edited", SKH_TYPE_MEASURE_ROW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", SKH_TYPE_MEASURE_ROW, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", SKH_TYPE_MEASURE_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-measure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhMeasureRow, title);
  gtk_widget_class_bind_template_child (widget_class, SkhMeasureRow, of_total);
  gtk_widget_class_bind_template_child (widget_class, SkhMeasureRow, required);
  gtk_widget_class_bind_template_child (widget_class, SkhMeasureRow, total_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_up_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_down_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
skh_measure_row_init (SkhMeasureRow *self)
{
  self->updating = TRUE;
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whose totals the office keeps: what the groups are counted in, by those groups' names.
 */
static void
fill_kinds (SkhMeasureRow *self, SkhLedger *ledger)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const SkhGroup *groups = skh_ledger_get_groups (ledger, &n);

  gtk_string_list_append (names, _ ("total typed in"));
  for (guint i = 0; i < n; i++)
    if (groups[i].counts != NULL
        && !g_ptr_array_find_with_equal_func (self->kinds, groups[i].counts, g_str_equal,
                                              NULL))
      {
        g_ptr_array_add (self->kinds, g_strdup (groups[i].counts));
        gtk_string_list_take (names,
                              g_strdup_printf (_ ("total of: %s"), groups[i].short_name));
      }
  gtk_drop_down_set_model (self->total_kind, G_LIST_MODEL (names));
}

static void
show_measure (SkhMeasureRow *self, const SkhMeasureDraft *measure)
{
  self->key = g_strdup (measure->key);
  gtk_editable_set_text (GTK_EDITABLE (self->title), measure->title);
  gtk_check_button_set_active (self->of_total, measure->of_total);
  gtk_check_button_set_active (self->required, measure->required);
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_strcmp0 (self->kinds->pdata[i], measure->total_kind) == 0)
      gtk_drop_down_set_selected (self->total_kind, i + 1);
}

GtkWidget *
skh_measure_row_new (SkhLedger *ledger, const SkhMeasureDraft *measure)
{
  SkhMeasureRow *self = g_object_new (SKH_TYPE_MEASURE_ROW, NULL);

  fill_kinds (self, ledger);
  if (measure != NULL)
    show_measure (self, measure);
  self->updating = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->total_kind),
                            gtk_check_button_get_active (self->of_total));
  return GTK_WIDGET (self);
}

void
skh_measure_row_read (SkhMeasureRow *self, SkhPlanDraft *owner, SkhMeasureDraft *measure)
{
  g_autofree char *title
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  guint kind = gtk_drop_down_get_selected (self->total_kind);
  gboolean of_total = gtk_check_button_get_active (self->of_total);

  *measure = (SkhMeasureDraft){
    .key = self->key != NULL ? skh_plan_draft_string (owner, self->key) : NULL,
    .title = *title != '\0' ? skh_plan_draft_string (owner, title) : NULL,
    .of_total = of_total,
    .required = gtk_check_button_get_active (self->required),
  };
  if (of_total && kind > 0 && kind <= self->kinds->len)
    measure->total_kind = skh_plan_draft_string (owner, self->kinds->pdata[kind - 1]);
}
