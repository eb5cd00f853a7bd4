/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around the tables of a sheet: the Party's letterhead, titles, and at the
   foot the recipients and the signature (the office's rules on paper). */
#include "skh-sheet-page.h"

#define LINE_HEIGHT 20.0
#define SIGNATURE_ROWS 4

void
skh_sheet_page_note (SkhSheetPage *self, lxw_error error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

void
skh_sheet_page_span (SkhSheetPage *self,
                     guint first,
                     guint last,
                     const char *text,
                     lxw_format *format)
{
  if (text == NULL)
    return;
  if (first >= last)
    skh_sheet_page_note (self, worksheet_write_string (self->sheet, self->row,
                                                       (lxw_col_t)first, text, format));
  else
    skh_sheet_page_note (self, worksheet_merge_range (self->sheet, self->row,
                                                      (lxw_col_t)first, self->row,
                                                      (lxw_col_t)last, text, format));
}

static void
end_line (SkhSheetPage *self)
{
  worksheet_set_row (self->sheet, self->row, LINE_HEIGHT, NULL);
  self->row++;
}

static void
write_across (SkhSheetPage *self, const char *text, SkhTitleLook look)
{
  if (text == NULL)
    return;
  skh_sheet_page_span (self, 0, self->n_columns - 1, text, self->formats->titles[look]);
  end_line (self);
}

static void
write_pair (SkhSheetPage *self,
            const char *left,
            SkhTitleLook left_look,
            const char *right,
            SkhTitleLook right_look)
{
  guint split = self->n_left;

  if (left == NULL && right == NULL)
    return;
  skh_sheet_page_span (self, 0, split - 1, left, self->formats->titles[left_look]);
  skh_sheet_page_span (self, split, self->n_columns - 1, right,
                       self->formats->titles[right_look]);
  end_line (self);
}

/* The space of a day or number that is not known yet is kept. */
static char *
dup_place_day (const SkhTitleBlock *block)
{
  int year, month, day;

  if (block->place == NULL)
    return NULL;
  if (block->day == SKH_DATE_NONE)
    return g_strdup_printf ("%s, ngày      tháng      năm       ", block->place);
  skh_date_get_ymd (block->day, &year, &month, &day);
  return g_strdup_printf (month <= 2 ? "%s, ngày %02d tháng %02d năm %d"
                                     : "%s, ngày %02d tháng %d năm %d",
                          block->place, day, month, year);
}

void
skh_sheet_page_write_letterhead (SkhSheetPage *self, const SkhTitleBlock *block)
{
  g_autofree char *number
    = block->symbol != NULL ? g_strdup_printf ("Số        -%s", block->symbol) : NULL;
  g_autofree char *place_day = dup_place_day (block);
  g_autofree char *kind = block->kind != NULL ? g_utf8_strup (block->kind, -1) : NULL;

  write_pair (self, block->superior, SKH_TITLE_REGULAR, "ĐẢNG CỘNG SẢN VIỆT NAM",
              SKH_TITLE_UNDERLINED);
  write_pair (self, block->organisation, SKH_TITLE_BOLD, NULL, SKH_TITLE_REGULAR);
  write_pair (self, "*", SKH_TITLE_REGULAR, place_day, SKH_TITLE_ITALIC);
  write_pair (self, number, SKH_TITLE_REGULAR, NULL, SKH_TITLE_REGULAR);
  end_line (self);
  write_across (self, kind, SKH_TITLE_KIND);
  write_across (self, block->abstract, SKH_TITLE_BOLD);
  write_across (self, "-----", SKH_TITLE_BOLD);
  write_across (self, block->addressee, SKH_TITLE_REGULAR);
  write_across (self, block->note, SKH_TITLE_ITALIC);
}

/* Of a sheet after the first: what it is, and as of when. */
void
skh_sheet_page_write_heading (SkhSheetPage *self, const char *title, const char *note)
{
  write_across (self, title, SKH_TITLE_TABLE);
  write_across (self, note, SKH_TITLE_ITALIC);
}

static const char *
get_recipient (const SkhTitleBlock *block, guint index)
{
  return block->recipients != NULL && index < g_strv_length (block->recipients)
           ? block->recipients[index]
           : NULL;
}

/* Recipients at the left, beside them the signature: authority, position, room to sign,
   name. */
void
skh_sheet_page_write_foot (SkhSheetPage *self, const SkhTitleBlock *block)
{
  guint n_recipients = block->recipients != NULL ? g_strv_length (block->recipients) : 0;
  guint n = MAX (n_recipients, SIGNATURE_ROWS + 2);

  end_line (self);
  write_pair (self, n_recipients > 0 ? "Nơi nhận:" : NULL, SKH_TITLE_LEFT_LABEL,
              block->authority, SKH_TITLE_BOLD);
  for (guint i = 0; i < n; i++)
    {
      const char *recipient = get_recipient (block, i);
      g_autofree char *item
        = recipient != NULL
            ? g_strdup_printf ("- %s%s", recipient, i + 1 < n_recipients ? "," : ".")
            : NULL;
      const char *right = i == 0                    ? block->position
                          : i == SIGNATURE_ROWS + 1 ? block->signer
                                                    : NULL;

      if (item == NULL && right == NULL)
        end_line (self);
      else
        write_pair (self, item, SKH_TITLE_LEFT_SMALL, right,
                    i == 0 ? SKH_TITLE_REGULAR : SKH_TITLE_BOLD);
    }
}
