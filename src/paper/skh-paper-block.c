/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-block.h"

#define RULE_THICKNESS 0.75
#define RULE_GAP 2.0 /* from the text above to the rule */
#define DOT_GAP 3.0
#define DOTS_ABOVE 4.0 /* the line's foot */

typedef struct
{
  SkhPaperType type;
  SkhAlign align;
  double x, y, width;
  char *text; /* NULL: a rule */
  gboolean is_dotted;
  double indent, line; /* of prose; line 0: no prose */
  guint first, n;
} Item;

struct _SkhPaperBlock
{
  SkhTypesetter *typesetter; /* borrowed */
  GArray *items;
  double height;
};

static void
clear_item (gpointer data)
{
  g_free (((Item *)data)->text);
}

static void
draw_rule (cairo_t *cr, double x, double y, double width)
{
  cairo_set_line_width (cr, RULE_THICKNESS);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, double x, double y, double width)
{
  static const double dots[] = { 0, DOT_GAP };

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  draw_rule (cr, x, y, width);
  cairo_restore (cr);
}

/* typesetter must outlive the block. */
SkhPaperBlock *
skh_paper_block_new (SkhTypesetter *typesetter)
{
  SkhPaperBlock *self = g_new0 (SkhPaperBlock, 1);

  self->typesetter = typesetter;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

void
skh_paper_block_free (SkhPaperBlock *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

/**
 * skh_paper_block_add_text:
 * @text: (nullable): wrapped to @width; NULL or empty adds nothing
 *
 * Returns: the y below the text
 */
double
skh_paper_block_add_text (SkhPaperBlock *self,
                          const SkhPaperType *type,
                          SkhAlign align,
                          double x,
                          double y,
                          double width,
                          const char *text)
{
  Item item = { .type = *type, .align = align, .x = x, .y = y, .width = width };
  guint lines;

  if (text == NULL || *text == '\0')
    return y;
  item.text = type->upper ? g_utf8_strup (text, -1) : g_strdup (text);
  lines = skh_typesetter_count_lines (self->typesetter, type, width, item.text);
  g_array_append_val (self->items, item);
  return skh_paper_block_add_space (
    self, y, lines * skh_typesetter_get_line_height (self->typesetter, type));
}

/* Adds a solid rule under a text that ends at y. Returns: the y below it */
double
skh_paper_block_add_rule (SkhPaperBlock *self, double x, double y, double width)
{
  Item item = { .x = x, .y = y + RULE_GAP, .width = width };

  g_array_append_val (self->items, item);
  return skh_paper_block_add_space (self, y, 2 * RULE_GAP);
}

double
skh_paper_block_add_prose (SkhPaperBlock *self,
                           const SkhPaperType *type,
                           double indent,
                           double line,
                           double y,
                           double width,
                           const char *text,
                           guint first,
                           guint n)
{
  Item item = {
    .type = *type,
    .y = y,
    .width = width,
    .text = g_strdup (text),
    .indent = indent,
    .line = line,
    .first = first,
    .n = n,
  };

  g_array_append_val (self->items, item);
  return skh_paper_block_add_space (self, y, n * line);
}

double
skh_paper_block_add_dots (SkhPaperBlock *self, double y, double width, double line)
{
  Item item = { .y = y + line - DOTS_ABOVE, .width = width, .is_dotted = TRUE };

  g_array_append_val (self->items, item);
  return skh_paper_block_add_space (self, y, line);
}

/* Keeps height points free from y on. Returns: the y below */
double
skh_paper_block_add_space (SkhPaperBlock *self, double y, double height)
{
  self->height = MAX (self->height, y + height);
  return y + height;
}

double
skh_paper_block_get_height (const SkhPaperBlock *self)
{
  return self->height;
}

void
skh_paper_block_draw (const SkhPaperBlock *self, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->is_dotted)
        draw_dots (cr, x + item->x, y + item->y, item->width);
      else if (item->line > 0)
        skh_typesetter_draw_prose (self->typesetter, cr, &item->type, item->indent,
                                   item->line, x + item->x, y + item->y, item->width,
                                   item->text, item->first, item->n);
      else if (item->text == NULL)
        draw_rule (cr, x + item->x, y + item->y, item->width);
      else
        skh_typesetter_draw (self->typesetter, cr, &item->type, item->align, x + item->x,
                             y + item->y, item->width, item->text);
    }
}
