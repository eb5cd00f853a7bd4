/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-pages-private.h"

#include "skh-paper-matter.h"

#define TABLE_SPACE 12.0 /* between tables of one sheet */
#define LEAST_LINES 3    /* of a row taller than a page, where it begins */

/* One table on its way to the pages: its rows as strips and, behind the last table's, the
   signature as one more, which so takes the last rows along to its page. */
typedef struct
{
  SkhPaperPages *pages;
  const SkhPaperTable *table;
  const SkhPaperBlock *tail; /* or NULL */
  SkhPaperStrip *strips;
  guint n, n_rows;
  guint done;
} Flow;

static void
begin_numbered_page (SkhPaperPages *self, guint number)
{
  g_array_append_val (self->starts, self->pieces->len);
  g_array_append_val (self->numbers, number);
  self->y = 0;
}

static void
begin_page (SkhPaperPages *self)
{
  guint n = self->numbers->len;

  begin_numbered_page (self, n > 0 ? g_array_index (self->numbers, guint, n - 1) + 1 : 1);
}

void
skh_paper_pages_begin (SkhPaperPages *self, gboolean is_first)
{
  if (is_first)
    begin_numbered_page (self, 1);
  else
    begin_page (self);
}

static void
add_piece (SkhPaperPages *self, SkhPiece piece, double height)
{
  piece.y = (float)self->y;
  g_array_append_val (self->pieces, piece);
  self->y += height;
}

static double
get_height (const SkhPaperBlock *block)
{
  return block != NULL ? skh_paper_block_get_height (block) : 0;
}

static void
add_block (SkhPaperPages *self, const SkhPaperBlock *block)
{
  if (block != NULL)
    add_piece (self, (SkhPiece){ .kind = SKH_PIECE_BLOCK, .block = block },
               get_height (block));
}

static SkhPaperBlock *
own_block (SkhPaperPages *self, SkhPaperBlock *block)
{
  if (block != NULL)
    g_ptr_array_add (self->blocks, block);
  return block;
}

void
skh_paper_pages_add (SkhPaperPages *self, SkhPaperBlock *block)
{
  add_block (self, own_block (self, block));
}

static void
add_head (SkhPaperPages *self, const SkhPaperTable *table)
{
  add_piece (self, (SkhPiece){ .kind = SKH_PIECE_HEAD, .table = table },
             skh_paper_table_get_head_height (table));
}

static void
make_strips (Flow *flow)
{
  flow->n_rows = flow->n = skh_paper_table_get_n_rows (flow->table);
  flow->strips = g_new (SkhPaperStrip, flow->n_rows + 1);
  for (guint i = 0; i < flow->n_rows; i++)
    flow->strips[i] = skh_paper_table_get_strip (flow->table, i);
  if (flow->tail == NULL)
    return;
  if (flow->n_rows > 0)
    flow->strips[flow->n_rows - 1].keep = TRUE;
  flow->strips[flow->n++] = (SkhPaperStrip){ .height = (float)get_height (flow->tail) };
}

/* Whether the next row is taller than a page under the table's head. */
static gboolean
is_tall (const Flow *flow)
{
  double page = flow->pages->height - skh_paper_table_get_head_height (flow->table);

  return flow->done < flow->n_rows && flow->strips[flow->done].height > page;
}

/* Whether anything of what is next can stand in room. */
static gboolean
can_begin (const Flow *flow, double room)
{
  if (is_tall (flow))
    return room >= skh_paper_table_get_height_of_lines (flow->table, LEAST_LINES);
  return flow->done == flow->n
         || skh_paper_layout_fit (flow->strips + flow->done, flow->n - flow->done, room,
                                  FALSE)
              > 0;
}

/* A row taller than a page: as many of its lines as fit, page after page. */
static void
add_tall_row (Flow *flow)
{
  SkhPaperPages *self = flow->pages;
  guint n_lines = skh_paper_table_get_n_lines (flow->table, flow->done);

  for (guint first = 0; first < n_lines;)
    {
      guint fitting = skh_paper_table_fit_lines (flow->table, self->height - self->y);
      SkhPiece piece = {
        .kind = SKH_PIECE_ROW_PART,
        .table = flow->table,
        .row = flow->done,
        .n = MIN (fitting, n_lines - first),
        .first_line = first,
      };

      add_piece (self, piece, skh_paper_table_get_height_of_lines (flow->table, piece.n));
      first += piece.n;
      if (first < n_lines)
        {
          begin_page (self);
          add_head (self, flow->table);
        }
    }
  flow->done++;
}

static void
add_strips (Flow *flow, guint n)
{
  guint n_rows = MIN (n, flow->n_rows - flow->done);
  SkhPiece piece
    = { .kind = SKH_PIECE_ROWS, .table = flow->table, .row = flow->done, .n = n_rows };
  double height = 0;

  for (guint i = 0; i < n_rows; i++)
    height += flow->strips[flow->done + i].height;
  if (n_rows > 0)
    add_piece (flow->pages, piece, height);
  flow->done += n;
  if (n > n_rows)
    add_block (flow->pages, flow->tail);
}

/* Puts on the page what belongs there. fresh: it is a new page, so what does not fit now
   never will, and kept strips part. Returns: FALSE when a new page is needed first */
static gboolean
fill_page (Flow *flow, gboolean fresh)
{
  double room = flow->pages->height - flow->pages->y;
  const SkhPaperStrip *strips = flow->strips + flow->done;
  guint left = flow->n - flow->done;
  guint fitting = skh_paper_layout_fit (strips, left, room, FALSE);

  if (fitting == 0 && is_tall (flow) && (fresh || can_begin (flow, room)))
    {
      add_tall_row (flow);
      return TRUE;
    }
  if (fitting == 0 && fresh)
    fitting = MAX (skh_paper_layout_fit (strips, left, room, TRUE), 1);
  add_strips (flow, fitting);
  return fitting > 0;
}

/* Goes over to further pages until all is put; the head stands on each page with rows. */
static void
fill_pages (Flow *flow)
{
  gboolean fresh = FALSE;

  while (flow->done < flow->n)
    {
      if (fill_page (flow, fresh))
        {
          fresh = FALSE;
          continue;
        }
      begin_page (flow->pages);
      if (flow->done < flow->n_rows)
        add_head (flow->pages, flow->table);
      fresh = TRUE;
    }
}

/* The heading and the head go to the page where the first rows can stand under them. */
static void
add_table (SkhPaperPages *self,
           const SkhPaperTable *table,
           const SkhPaperBlock *heading,
           const SkhPaperBlock *tail)
{
  Flow flow = { .pages = self, .table = table, .tail = tail };
  double above = get_height (heading) + skh_paper_table_get_head_height (table);
  double space = self->y > 0 ? TABLE_SPACE : 0;
  double room = self->height - self->y - space - above;

  make_strips (&flow);
  if (self->y > 0 && (room < 0 || !can_begin (&flow, room)))
    begin_page (self);
  else
    self->y += space;
  add_block (self, heading);
  add_head (self, table);
  fill_pages (&flow);
  g_free (flow.strips);
}

/* Slice by slice, each over as many pages as its rows need. */
static void
add_drawing (SkhPaperPages *self, SkhPaperDrawing *drawing)
{
  guint n_rows = skh_paper_drawing_get_n_rows (drawing);

  for (guint slice = 0; slice < skh_paper_drawing_get_n_slices (drawing); slice++)
    {
      guint row = 0;

      if (slice > 0)
        begin_page (self);
      do
        {
          guint n
            = skh_paper_drawing_fit (drawing, row, self->height - self->y, self->y <= 0);
          SkhPiece piece = { .kind = SKH_PIECE_DRAWING,
                             .drawing = drawing,
                             .slice = slice,
                             .row = row,
                             .n = n };

          if (n > 0 || n_rows == 0)
            add_piece (self, piece, self->height - self->y);
          row += n;
          if (row < n_rows)
            begin_page (self);
        }
      while (row < n_rows);
    }
}

/* A table, or the drawing that stands for it; tail: what follows it, or NULL */
static void
add_source (SkhPaperPages *self,
            SkhTable *source,
            const SkhPaperBlock *heading,
            const SkhPaperBlock *tail)
{
  SkhDrawing *drawing = skh_table_get_drawing (source);

  if (drawing == NULL)
    {
      SkhPaperTable *table
        = skh_paper_table_new (self->typesetter, self->profile, source, self->width);

      g_ptr_array_add (self->tables, table);
      add_table (self, table, heading, tail);
      return;
    }
  g_ptr_array_add (self->drawings, skh_paper_drawing_new (self->typesetter, self->profile,
                                                          drawing, self->width));
  add_block (self, heading);
  add_drawing (self, g_ptr_array_index (self->drawings, self->drawings->len - 1));
  if (tail != NULL)
    begin_page (self);
  add_block (self, tail);
}

static void
add_tables (SkhPaperPages *self, const SkhPaperBlock *signature)
{
  guint n = skh_report_get_n_tables (self->report);
  const char *sheet = NULL;
  guint sheet_number = 0;

  for (guint i = 0; i < n; i++)
    {
      SkhTable *source = skh_report_get_table (self->report, i);
      const char *name = skh_table_get_sheet_name (source);
      gboolean new_sheet = i == 0 || g_strcmp0 (name, sheet) != 0;
      SkhPaperBlock *heading
        = skh_paper_matter_new_heading (self->typesetter, self->profile, source,
                                        new_sheet ? ++sheet_number : 0, self->width);

      if (new_sheet && i > 0)
        begin_page (self);
      add_source (self, source, own_block (self, heading), i + 1 == n ? signature : NULL);
      sheet = name;
    }
}

static void
compose (SkhPaperPages *self)
{
  const SkhTitleBlock *title = skh_report_get_title_block (self->report);
  SkhPaperBlock *letterhead, *heading, *signature;

  for (guint i = 0; i < skh_report_get_n_letters (self->report); i++)
    skh_paper_letter_add (self, skh_report_get_letter (self->report, i));
  if (skh_report_get_n_letters (self->report) > 0)
    return;
  letterhead = skh_paper_matter_new_letterhead (self->typesetter, self->profile, title,
                                                self->width);
  heading
    = skh_paper_matter_new_title (self->typesetter, self->profile, title, self->width);
  signature = skh_paper_matter_new_signature (self->typesetter, self->profile, title,
                                              self->width);
  begin_page (self);
  add_block (self, own_block (self, letterhead));
  add_block (self, own_block (self, heading));
  own_block (self, signature);
  if (skh_report_get_n_tables (self->report) > 0)
    add_tables (self, signature);
  else
    add_block (self, signature);
}

/* Reads and sets the whole report; both must outlive the pages. */
SkhPaperPages *
skh_paper_pages_new (SkhReport *report, const SkhPaperProfile *profile)
{
  SkhPaperPages *self = g_new0 (SkhPaperPages, 1);
  const SkhPaperSheet *sheet = &profile->sheet;

  self->report = report;
  self->profile = profile;
  self->typesetter = skh_typesetter_new (profile->families);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_paper_block_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_paper_table_free);
  self->drawings
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_paper_drawing_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (SkhPiece));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->width = (sheet->width - sheet->left - sheet->right) * SKH_PAPER_POINTS_A_MM;
  self->height = (sheet->height - sheet->top - sheet->bottom) * SKH_PAPER_POINTS_A_MM;
  compose (self);
  return self;
}

void
skh_paper_pages_free (SkhPaperPages *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->drawings);
  g_array_unref (self->pieces);
  g_array_unref (self->starts);
  g_array_unref (self->numbers);
  skh_typesetter_free (self->typesetter);
  g_free (self);
}

/* Returns: at least 1 */
guint
skh_paper_pages_get_n (const SkhPaperPages *self)
{
  return self->starts->len;
}

guint
skh_paper_pages_get_number (const SkhPaperPages *self, guint page)
{
  return g_array_index (self->numbers, guint, page);
}
