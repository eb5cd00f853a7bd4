/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-sheet-formats.h"

/* The paper's typeface (the office's rules on paper); Excel has it everywhere. */
#define FONT "Times New Roman"

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

static void
init_head (SkhSheetFormats *self, lxw_workbook *workbook)
{
  for (SkhTitleLook look = SKH_TITLE_HEAD_TOP; look <= SKH_TITLE_HEAD; look++)
    {
      lxw_format *format = new_format (workbook, 12);

      format_set_bold (format);
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_bg_color (format, 0xE4E9F2);
      format_set_left (format, LXW_BORDER_THIN);
      format_set_right (format, LXW_BORDER_THIN);
      if (look != SKH_TITLE_HEAD_BOTTOM)
        format_set_top (format, LXW_BORDER_THIN);
      if (look != SKH_TITLE_HEAD_TOP)
        format_set_bottom (format, LXW_BORDER_THIN);
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

void
skh_sheet_formats_init (SkhSheetFormats *self, lxw_workbook *workbook)
{
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
