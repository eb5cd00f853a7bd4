/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-rate-bar.h"

#define HEIGHT 8

struct _SkhRateBar
{
  GtkWidget parent_instance;

  SkhRates rates;
};

G_DEFINE_FINAL_TYPE (SkhRateBar, skh_rate_bar, GTK_TYPE_WIDGET)

static void
skh_rate_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 24;
}

static float
add_part (GtkWidget *widget,
          GtkSnapshot *snapshot,
          const char *color_name,
          float x,
          float width)
{
  GdkRGBA color;

  if (width > 0
      && gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                         color_name, &color))
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (x, 0, width, HEIGHT));
  return x + width;
}

static void
skh_rate_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const SkhRates *rates = &SKH_RATE_BAR (widget)->rates;
  float width = (float)gtk_widget_get_width (widget);
  float unit = rates->expected > 0 ? width / (float)rates->expected : 0;
  GskRoundedRect outline;
  float x = 0;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, HEIGHT),
                                   HEIGHT / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  x = add_part (widget, snapshot, "skh_on_time", x, (float)rates->on_time * unit);
  x = add_part (widget, snapshot, "skh_late", x, (float)rates->late * unit);
  x = add_part (widget, snapshot, "skh_overdue", x, (float)rates->overdue * unit);
  add_part (widget, snapshot, "skh_rest", x, width - x);
  gtk_snapshot_pop (snapshot);
}

static void
skh_rate_bar_class_init (SkhRateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = skh_rate_bar_measure;
  widget_class->snapshot = skh_rate_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
skh_rate_bar_init (SkhRateBar *self)
{
}

GtkWidget *
skh_rate_bar_new (const SkhRates *rates)
{
  SkhRateBar *self = g_object_new (SKH_TYPE_RATE_BAR, NULL);

  self->rates = *rates;
  return GTK_WIDGET (self);
}
