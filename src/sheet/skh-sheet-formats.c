/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-sheet-formats.h"

/* The paper's typeface (the office's rules on paper); Excel has it everywhere. */
#define FONT "Times New Roman"
#define TODAY_COLOR 0xB5121F

static lxw_format *
new_format (lxw_workbook *workbook, double size)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, size);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static void
set_look (lxw_format *format, SkhLook look)
{
  switch (look)
    {
    case SKH_LOOK_CENTRED:
      format_set_align (format, LXW_ALIGN_CENTER);
      break;
    case SKH_LOOK_NUMBER:
      format_set_num_format (format, "#,##0");
      break;
    case SKH_LOOK_PERCENT:
      format_set_num_format (format, "0.0%");
      break;
    case SKH_LOOK_DATE:
      format_set_num_format (format, "dd/mm/yyyy");
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_text_wrap (format);
      break;
    case SKH_LOOK_TEXT:
    case SKH_N_LOOKS:
    default:
      format_set_text_wrap (format);
      break;
    }
}

/* Pale, so that the text stays black on paper too. */
static void
set_row_look (lxw_format *format, SkhRowLook look)
{
  static const lxw_color_t fills[SKH_N_ROW_LOOKS] = {
    [SKH_ROW_LOOK_GOOD] = 0xE3F4E6,  [SKH_ROW_LOOK_WARNING] = 0xFFF3D6,
    [SKH_ROW_LOOK_BAD] = 0xFCE4E4,   [SKH_ROW_LOOK_GROUP] = 0xF0F1F3,
    [SKH_ROW_LOOK_TOTAL] = 0xE4E9F2,
  };

  format_set_border (format, LXW_BORDER_THIN);
  if (fills[look] != 0)
    format_set_bg_color (format, fills[look]);
  if (look == SKH_ROW_LOOK_GROUP || look == SKH_ROW_LOOK_TOTAL)
    format_set_bold (format);
}

/* The edges of the column that holds the day the report is seen from. Neighbours have
   them too: spreadsheets disagree on whose border wins. */
static void
mark (lxw_format *format, guint traits)
{
  if (traits & SKH_CELL_MARKED_LEFT)
    {
      format_set_left (format, LXW_BORDER_MEDIUM);
      format_set_left_color (format, TODAY_COLOR);
    }
  if (traits & SKH_CELL_MARKED_RIGHT)
    {
      format_set_right (format, LXW_BORDER_MEDIUM);
      format_set_right_color (format, TODAY_COLOR);
    }
}

static void
init_head (SkhSheetFormats *self, lxw_workbook *workbook)
{
  for (SkhTitleLook look = SKH_TITLE_HEAD_TOP; look <= SKH_TITLE_HEAD_MARKED; look++)
    {
      lxw_format *format = new_format (workbook, 12);

      format_set_bold (format);
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_bg_color (format, 0xE4E9F2);
      format_set_left (format, LXW_BORDER_THIN);
      format_set_right (format, LXW_BORDER_THIN);
      if (look != SKH_TITLE_HEAD_BOTTOM && look != SKH_TITLE_HEAD_MIDDLE)
        format_set_top (format, LXW_BORDER_THIN);
      if (look != SKH_TITLE_HEAD_TOP && look != SKH_TITLE_HEAD_MIDDLE)
        format_set_bottom (format, LXW_BORDER_THIN);
      if (look == SKH_TITLE_HEAD_MARKED)
        {
          format_set_bg_color (format, TODAY_COLOR);
          format_set_font_color (format, LXW_COLOR_WHITE);
        }
      self->titles[look] = format;
    }
}

static void
init_titles (SkhSheetFormats *self, lxw_workbook *workbook)
{
  static const double sizes[] = {
    [SKH_TITLE_REGULAR] = 14,    [SKH_TITLE_BOLD] = 14,       [SKH_TITLE_UNDERLINED] = 15,
    [SKH_TITLE_ITALIC] = 14,     [SKH_TITLE_KIND] = 16,       [SKH_TITLE_TABLE] = 14,
    [SKH_TITLE_LEFT_LABEL] = 14, [SKH_TITLE_LEFT_SMALL] = 12,
  };

  for (SkhTitleLook look = SKH_TITLE_REGULAR; look <= SKH_TITLE_LEFT_SMALL; look++)
    {
      lxw_format *format = new_format (workbook, sizes[look]);

      if (look < SKH_TITLE_LEFT_LABEL)
        format_set_align (format, LXW_ALIGN_CENTER);
      if (look == SKH_TITLE_BOLD || look == SKH_TITLE_UNDERLINED || look == SKH_TITLE_KIND
          || look == SKH_TITLE_TABLE)
        format_set_bold (format);
      if (look == SKH_TITLE_ITALIC)
        format_set_italic (format);
      if (look == SKH_TITLE_UNDERLINED || look == SKH_TITLE_LEFT_LABEL)
        format_set_underline (format, LXW_UNDERLINE_SINGLE);
      self->titles[look] = format;
    }
  self->titles[SKH_TITLE_EMPTY] = new_format (workbook, 12);
  format_set_italic (self->titles[SKH_TITLE_EMPTY]);
  format_set_align (self->titles[SKH_TITLE_EMPTY], LXW_ALIGN_CENTER);
  format_set_border (self->titles[SKH_TITLE_EMPTY], LXW_BORDER_THIN);
}

/* Paper's own tints; what is overdue is hatched where no text stands, so that a grey
   printer shows it too. */
static void
set_fill (lxw_format *format, SkhInk ink, gboolean has_text)
{
  static const lxw_color_t colors[SKH_N_INKS] = {
    [SKH_INK_GOOD] = 0x2F8F57,     [SKH_INK_GOOD_FILL] = 0xDFF1E5,
    [SKH_INK_WARNING] = 0xD9A63A,  [SKH_INK_WARNING_FILL] = 0xFDF0D2,
    [SKH_INK_BAD] = 0xC0414B,      [SKH_INK_BAD_FILL] = 0xFBE3E5,
    [SKH_INK_BUSY] = 0x7FAEE8,     [SKH_INK_BUSY_FILL] = 0xDCE8FB,
    [SKH_INK_OFF_FILL] = 0xE4E4E8,
  };

  if (colors[ink] != 0)
    format_set_bg_color (format, colors[ink]);
  if (ink == SKH_INK_BAD_FILL && !has_text)
    {
      format_set_pattern (format, LXW_PATTERN_LIGHT_UP);
      format_set_fg_color (format, 0xE58F96);
    }
  if (ink == SKH_INK_GOOD || ink == SKH_INK_BAD)
    format_set_font_color (format, LXW_COLOR_WHITE);
  else if (ink == SKH_INK_BAD_FILL)
    format_set_font_color (format, 0x8F0E18);
}

/* The look of a cell of a drawing; bold, so that a sign is seen on a fill. traits:
   SkhCellTraits */
lxw_format *
skh_sheet_formats_get_fill (SkhSheetFormats *self, SkhInk ink, guint traits)
{
  lxw_format **format = &self->fills[ink][traits];

  if (*format != NULL)
    return *format;
  *format = new_format (self->workbook, 9);
  format_set_border (*format, LXW_BORDER_HAIR);
  format_set_border_color (*format, 0xA0A0A6);
  if (ink != SKH_INK_NONE)
    {
      format_set_bold (*format);
      format_set_align (*format, LXW_ALIGN_CENTER);
    }
  set_fill (*format, ink, (traits & SKH_CELL_WITH_TEXT) != 0);
  mark (*format, traits);
  return *format;
}

void
skh_sheet_formats_init (SkhSheetFormats *self, lxw_workbook *workbook)
{
  *self = (SkhSheetFormats){ .workbook = workbook };
  for (SkhRowLook row = 0; row < SKH_N_ROW_LOOKS; row++)
    for (SkhLook look = 0; look < SKH_N_LOOKS; look++)
      {
        lxw_format *format = new_format (workbook, 12);

        set_look (format, look);
        set_row_look (format, row);
        self->cells[row][look] = format;
      }
  init_titles (self, workbook);
  init_head (self, workbook);
}
