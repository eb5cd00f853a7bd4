/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-view.h"

#include <glib/gi18n.h>

#define GAP 20                /* around and between sheets */
#define MAX_SHEET_WIDTH 980.0 /* beyond it a line of the paper is too long to read */
#define POINTS_PER_MM (72.0 / 25.4)

struct _SkhPaperView
{
  GtkWidget parent_instance;

  SkhPaper *paper;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SkhPaperView,
                               skh_paper_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

typedef struct
{
  double x, width, height; /* of a sheet, in pixels */
  double scale;            /* pixels a point */
} Geometry;

static Geometry
get_geometry (SkhPaperView *self)
{
  double view_width = gtk_widget_get_width (GTK_WIDGET (self));
  double width_mm, height_mm;
  Geometry g;

  skh_paper_get_page_size (self->paper, &width_mm, &height_mm);
  g.width = CLAMP (view_width - 2 * GAP, 1, MAX_SHEET_WIDTH);
  g.scale = g.width / (width_mm * POINTS_PER_MM);
  g.height = height_mm * POINTS_PER_MM * g.scale;
  g.x = (view_width - g.width) / 2;
  return g;
}

static void
configure_scrolling (SkhPaperView *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double whole = height;

  if (self->paper != NULL && height > 0)
    whole
      = GAP + (get_geometry (self).height + GAP) * skh_paper_get_n_pages (self->paper);
  if (self->vadjustment == NULL)
    return;
  gtk_adjustment_configure (self->vadjustment,
                            CLAMP (gtk_adjustment_get_value (self->vadjustment), 0,
                                   MAX (whole - height, 0)),
                            0, MAX (whole, height), height * 0.1, height * 0.9, height);
}

static void
draw_sheet (SkhPaperView *self,
            GtkSnapshot *snapshot,
            const Geometry *g,
            guint page,
            double y)
{
  graphene_rect_t sheet
    = GRAPHENE_RECT_INIT ((float)g->x, (float)y, (float)g->width, (float)g->height);
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.3f }, 0,
                                     1, 1, 5);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_translate (cr, g->x, y);
  cairo_scale (cr, g->scale, g->scale);
  skh_paper_draw_page (self->paper, page, cr);
  cairo_destroy (cr);
}

static void
skh_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SkhPaperView *self = SKH_PAPER_VIEW (widget);
  double top, bottom;
  Geometry g;

  if (self->paper == NULL)
    return;
  g = get_geometry (self);
  top = gtk_adjustment_get_value (self->vadjustment);
  bottom = top + gtk_widget_get_height (widget);
  for (guint i = 0; i < skh_paper_get_n_pages (self->paper); i++)
    {
      double y = GAP + i * (g.height + GAP);

      if (y + g.height >= top && y <= bottom)
        draw_sheet (self, snapshot, &g, i, y - top);
    }
}

static void
skh_paper_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 200;
  *natural = 800;
}

static void
skh_paper_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  configure_scrolling (SKH_PAPER_VIEW (widget));
}

static void
on_scrolled (SkhPaperView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (SkhPaperView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_scrolled, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_key_pressed (SkhPaperView *self, guint key, guint code, GdkModifierType modifiers)
{
  double value = gtk_adjustment_get_value (self->vadjustment);
  double page = gtk_adjustment_get_page_increment (self->vadjustment);
  double step = gtk_adjustment_get_step_increment (self->vadjustment);

  switch (key)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      value += page;
      break;
    case GDK_KEY_Page_Up:
      value -= page;
      break;
    case GDK_KEY_Down:
      value += step;
      break;
    case GDK_KEY_Up:
      value -= step;
      break;
    case GDK_KEY_Home:
      value = 0;
      break;
    case GDK_KEY_End:
      value = gtk_adjustment_get_upper (self->vadjustment);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  gtk_adjustment_set_value (self->vadjustment, value);
  return GDK_EVENT_STOP;
}

static void
skh_paper_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SkhPaperView *self = SKH_PAPER_VIEW (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->hadjustment);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->vadjustment);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

static void
skh_paper_view_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SkhPaperView *self = SKH_PAPER_VIEW (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, &self->hadjustment, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, &self->vadjustment, g_value_get_object (value));
}

static void
skh_paper_view_dispose (GObject *object)
{
  SkhPaperView *self = SKH_PAPER_VIEW (object);

  g_clear_object (&self->paper);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  G_OBJECT_CLASS (skh_paper_view_parent_class)->dispose (object);
}

static void
skh_paper_view_class_init (SkhPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = skh_paper_view_dispose;
  object_class->get_property = skh_paper_view_get_property;
  object_class->set_property = skh_paper_view_set_property;
  widget_class->measure = skh_paper_view_measure;
  widget_class->size_allocate = skh_paper_view_size_allocate;
  widget_class->snapshot = skh_paper_view_snapshot;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
skh_paper_view_init (SkhPaperView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper-view");
}

/* paper (borrowed) is drawn by the main thread from now on; NULL shows nothing. */
void
skh_paper_view_set_paper (SkhPaperView *self, SkhPaper *paper)
{
  if (!g_set_object (&self->paper, paper))
    return;
  configure_scrolling (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (paper == NULL)
    return;
  guint n = skh_paper_get_n_pages (paper);
  const SkhTitleBlock *title = skh_report_get_title_block (skh_paper_get_report (paper));
  g_autofree char *name
    = g_strdup_printf (ngettext ("%s %s, %u page", "%s %s, %u pages", n),
                       title->kind != NULL ? title->kind : "",
                       title->abstract != NULL ? title->abstract : "", n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
