/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The foot of the timeline's picture: what signs and colours mean. */
#include "skh-timeline-picture-private.h"

#define KEY_SAMPLE 30
#define KEY_GAP 5
#define KEY_SPACE 18
#define KEY_LINE 18

typedef enum
{
  KEY_BAR,
  KEY_SOON,
  KEY_OVERDUE,
  KEY_DONE,
  KEY_MILESTONE,
  KEY_ONGOING,
  KEY_TODAY,
} Key;

G_STATIC_ASSERT (KEY_TODAY + 1 == SKH_N_PICTURE_KEYS);

static const char *
get_key_text (const SkhTimelinePicture *self, Key key)
{
  static const char *const texts[SKH_N_PICTURE_KEYS] = {
    [KEY_BAR] = "thời gian thực hiện; phần đậm: đã nộp",
    [KEY_SOON] = "sắp đến hạn",
    [KEY_OVERDUE] = "! có đơn vị quá hạn",
    [KEY_DONE] = "✔ tất cả đã nộp",
    [KEY_MILESTONE] = "hạn từng kỳ (✔ đủ, … một phần, ! quá hạn, ? chưa định)",
    [KEY_ONGOING] = "thường xuyên",
  };

  return key == KEY_TODAY ? self->on_text : texts[key];
}

static void
get_key_place (const SkhTimelinePicture *self, Key key, float *x, float *line)
{
  double width = self->base.side_width + self->base.body_width;

  *x = *line = 0;
  for (Key i = 0; i <= key; i++)
    {
      if (*x > 0 && *x + self->key_widths[i] > width)
        *x = 0, *line += 1;
      if (i < key)
        *x += self->key_widths[i] + KEY_SPACE;
    }
}

void
skh_timeline_picture_measure_keys (SkhTimelinePicture *self, const SkhTextMeasure *with)
{
  float x, line;

  for (Key i = 0; i < SKH_N_PICTURE_KEYS; i++)
    self->key_widths[i]
      = KEY_SAMPLE + KEY_GAP
        + (float)with->get_width (with->data, SKH_FONT_SMALL, get_key_text (self, i));
  get_key_place (self, SKH_N_PICTURE_KEYS - 1, &x, &line);
  self->base.foot_height = (line + 1) * KEY_LINE + 4;
}

static void
draw_sample (Key key, float x, float y, SkhDisplayList *list)
{
  const float bar = 12, top = y + (KEY_LINE - bar) / 2;

  switch (key)
    {
    case KEY_BAR:
      skh_display_list_round (list, SKH_INK_BUSY_FILL, SKH_INK_BUSY, x, top, KEY_SAMPLE,
                              bar);
      skh_display_list_round (list, SKH_INK_BUSY, SKH_INK_BUSY, x, top, KEY_SAMPLE / 2,
                              bar);
      break;
    case KEY_SOON:
      skh_display_list_round (list, SKH_INK_WARNING_FILL, SKH_INK_WARNING, x, top,
                              KEY_SAMPLE, bar);
      break;
    case KEY_OVERDUE:
      skh_display_list_round (list, SKH_INK_BAD_FILL, SKH_INK_BAD, x, top, KEY_SAMPLE,
                              bar);
      break;
    case KEY_DONE:
      skh_display_list_round (list, SKH_INK_GOOD, SKH_INK_GOOD, x, top, KEY_SAMPLE, bar);
      break;
    case KEY_MILESTONE:
      skh_display_list_shape (list, SKH_SHAPE_DIAMOND, SKH_INK_OFF,
                              x + (KEY_SAMPLE - bar) / 2, top, bar, bar);
      break;
    case KEY_ONGOING:
      skh_display_list_shape (list, SKH_SHAPE_DASHES, SKH_INK_OFF, x,
                              y + KEY_LINE / 2 - 2, KEY_SAMPLE, 4);
      break;
    case KEY_TODAY:
      skh_display_list_rect (list, SKH_INK_TODAY, x + KEY_SAMPLE / 2, y + 2,
                             SKH_PICTURE_TODAY_WIDTH, KEY_LINE - 4);
      break;
    default:
      break;
    }
}

void
skh_timeline_picture_draw_foot (SkhTimelinePicture *self, SkhDisplayList *list)
{
  for (Key i = 0; i < SKH_N_PICTURE_KEYS; i++)
    {
      float x, line;

      get_key_place (self, i, &x, &line);
      draw_sample (i, x, 4 + line * KEY_LINE, list);
      skh_display_list_text (list, SKH_SHAPE_TEXT, SKH_FONT_SMALL, SKH_INK_TEXT, -1,
                             x + KEY_SAMPLE + KEY_GAP, 4 + line * KEY_LINE, 0, KEY_LINE,
                             get_key_text (self, i));
    }
}
