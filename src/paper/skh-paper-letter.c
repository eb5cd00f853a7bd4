/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters on pages: the letterhead, the title, paragraphs that go over to further pages
   line by line, the signatures. */
#include "skh-paper-pages-private.h"

#include "skh-paper-matter.h"

/* Of a paragraph that is parted, on either side. */
#define LEAST_LINES 2

static double
get_room (const SkhPaperPages *pages)
{
  return pages->height - pages->y;
}

/* A paragraph on its way to the pages, as a run of its lines on each. */
typedef struct
{
  const SkhPaperType *type;
  const char *text; /* NULL: lines of dots */
  double indent;
  guint n_lines;
} Prose;

static SkhPaperBlock *
set_lines (SkhPaperPages *pages, const Prose *prose, guint first, guint n)
{
  const SkhPaperBody *body = &pages->profile->body;
  SkhPaperBlock *block = skh_paper_block_new (pages->typesetter);
  double y = skh_paper_block_add_space (block, 0, pages->y > 0 ? body->space : 0);

  if (prose->text != NULL)
    skh_paper_block_add_prose (block, prose->type, prose->indent, body->line, y,
                               pages->width, prose->text, first, n);
  else
    for (guint i = 0; i < n; i++)
      y = skh_paper_block_add_dots (block, y, pages->width, body->line);
  return block;
}

/* How many lines of what is left stand on this page, so that no line is alone. */
static guint
fit (const SkhPaperPages *pages, const Prose *prose, guint left)
{
  const SkhPaperBody *body = &pages->profile->body;
  double room = get_room (pages) - (pages->y > 0 ? body->space : 0);
  guint n = room > 0 ? (guint)(room / body->line) : 0;

  if (n >= left)
    return left;
  if (prose->text != NULL && left - n < LEAST_LINES)
    n = left > LEAST_LINES ? left - LEAST_LINES : 0;
  return prose->text == NULL || n >= LEAST_LINES ? n : 0;
}

static void
add_prose (SkhPaperPages *pages, const Prose *prose)
{
  for (guint done = 0; done < prose->n_lines;)
    {
      guint n = fit (pages, prose, prose->n_lines - done);

      if (n == 0 && pages->y > 0)
        {
          skh_paper_pages_begin (pages, FALSE);
          continue;
        }
      n = MAX (n, 1);
      skh_paper_pages_add (pages, set_lines (pages, prose, done, n));
      done += n;
    }
}

static Prose
get_prose (SkhPaperPages *pages, const SkhParagraph *paragraph)
{
  const SkhPaperBody *body = &pages->profile->body;
  gboolean is_heading = paragraph->kind == SKH_PARAGRAPH_HEADING;
  Prose prose = {
    .type = is_heading ? &body->heading : &body->text,
    .text = paragraph->text,
    .indent = body->first_line * SKH_PAPER_POINTS_A_MM,
    .n_lines = paragraph->n_lines,
  };

  if (paragraph->kind != SKH_PARAGRAPH_DOTS)
    prose.n_lines
      = skh_typesetter_count_prose (pages->typesetter, prose.type, prose.indent,
                                    pages->width, paragraph->text);
  return prose;
}

/* A heading at the foot of a page heads nothing: some lines go with it. */
static void
keep_heading (SkhPaperPages *pages, const Prose *heading)
{
  const SkhPaperBody *body = &pages->profile->body;
  guint n = heading->n_lines + LEAST_LINES;

  if (get_room (pages) < n * body->line + 2 * body->space && pages->y > 0)
    skh_paper_pages_begin (pages, FALSE);
}

static void
add_paragraphs (SkhPaperPages *pages, const SkhLetter *letter)
{
  for (guint i = 0; i < letter->paragraphs->len; i++)
    {
      const SkhParagraph *paragraph
        = &g_array_index (letter->paragraphs, SkhParagraph, i);
      Prose prose = get_prose (pages, paragraph);

      if (paragraph->kind == SKH_PARAGRAPH_HEADING)
        keep_heading (pages, &prose);
      add_prose (pages, &prose);
    }
}

void
skh_paper_letter_add (SkhPaperPages *pages, const SkhLetter *letter)
{
  SkhPaperBlock *signature
    = skh_paper_matter_new_signature (pages->typesetter, pages->profile, &letter->title,
                                      pages->width);

  skh_paper_pages_begin (pages, TRUE);
  skh_paper_pages_add (pages,
                       skh_paper_matter_new_letterhead (pages->typesetter, pages->profile,
                                                        &letter->title, pages->width));
  skh_paper_pages_add (pages,
                       skh_paper_matter_new_title (pages->typesetter, pages->profile,
                                                   &letter->title, pages->width));
  add_paragraphs (pages, letter);
  if (signature != NULL && get_room (pages) < skh_paper_block_get_height (signature))
    skh_paper_pages_begin (pages, FALSE);
  skh_paper_pages_add (pages, signature);
}
