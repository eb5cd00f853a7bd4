/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-matter.h"

#include <string.h>

/* The two halves of the letterhead and of the signature, as parts of the width. */
#define LEFT_PART 0.42
#define RIGHT_START 0.52
#define RIGHT_PART 0.48

#define LETTERHEAD_SPACE 14.0
#define PARAGRAPH_SPACE 6.0
#define HEADING_SPACE 4.0
#define SIGNATURE_SPACE 12.0

/* A block while it is written from top to bottom: adds move y. */
typedef struct
{
  SkhPaperBlock *block;
  SkhTypesetter *typesetter;
  const SkhPaperProfile *profile;
  double x, y, width;
} Writer;

static Writer
begin (SkhTypesetter *typesetter, const SkhPaperProfile *profile, double width)
{
  return (Writer){
    .block = skh_paper_block_new (typesetter),
    .typesetter = typesetter,
    .profile = profile,
    .width = width,
  };
}

static SkhPaperBlock *
end (Writer *writer)
{
  if (skh_paper_block_get_height (writer->block) <= 0)
    g_clear_pointer (&writer->block, skh_paper_block_free);
  return g_steal_pointer (&writer->block);
}

static void
move_to (Writer *writer, double x, double y, double width)
{
  writer->x = x;
  writer->y = y;
  writer->width = width;
}

static void
write_aligned (Writer *writer, SkhPaperElement element, SkhAlign align, const char *text)
{
  g_autofree char *spelt = NULL;

  if (text == NULL)
    return;
  spelt = skh_paper_profile_respell (writer->profile, text);
  writer->y
    = skh_paper_block_add_text (writer->block, &writer->profile->types[element], align,
                                writer->x, writer->y, writer->width, spelt);
}

static void
write_text (Writer *writer, SkhPaperElement element, const char *text)
{
  write_aligned (writer, element, SKH_ALIGN_CENTRE, text);
}

/* Narrows the width as far as text takes no more lines for it, so that none of them is
   much shorter than the others. */
static void
balance (Writer *writer, SkhPaperElement element, const char *text)
{
  const SkhPaperType *type = &writer->profile->types[element];
  double full = writer->width, low = full / 4, high = full;
  guint n_lines = skh_typesetter_count_lines (writer->typesetter, type, full, text);

  while (n_lines > 1 && high - low > 1)
    {
      double middle = (low + high) / 2;

      if (skh_typesetter_count_lines (writer->typesetter, type, middle, text) > n_lines)
        low = middle;
      else
        high = middle;
    }
  move_to (writer, writer->x + (full - high) / 2, writer->y, high);
}

static void
write_space (Writer *writer, double height)
{
  writer->y = skh_paper_block_add_space (writer->block, writer->y, height);
}

/* With the space that stands between paragraphs. */
static void
write_paragraph (Writer *writer, SkhPaperElement element, const char *text)
{
  if (text == NULL)
    return;
  write_space (writer, PARAGRAPH_SPACE);
  write_text (writer, element, text);
}

/* A rule, centred, part times as long as text's longest line. */
static void
write_rule (Writer *writer, SkhPaperElement element, const char *text, double part)
{
  const SkhPaperType *type = &writer->profile->types[element];
  g_autofree char *set = type->upper ? g_utf8_strup (text, -1) : g_strdup (text);
  double length
    = MIN (skh_typesetter_get_width (writer->typesetter, type, set), writer->width)
      * part;

  writer->y
    = skh_paper_block_add_rule (writer->block, writer->x + (writer->width - length) / 2,
                                writer->y, length);
}

/* What stands between a name and the next line: `*`, five hyphens, or a short rule. */
static void
write_mark (Writer *writer,
            SkhPaperElement element,
            const char *mark,
            SkhPaperElement above,
            const char *text)
{
  if (strcmp (mark, "rule") == 0)
    write_rule (writer, above, text, writer->profile->mark_rule);
  else
    write_text (writer, element, mark);
}

static void
write_office (Writer *writer, const SkhTitleBlock *title)
{
  const SkhPaperProfile *profile = writer->profile;

  write_text (writer, SKH_PAPER_SUPERIOR, title->superior);
  write_text (writer, SKH_PAPER_ORGANISATION, title->organisation);
  if (title->organisation != NULL)
    write_mark (writer, SKH_PAPER_ORGANISATION_MARK, profile->organisation_mark,
                SKH_PAPER_ORGANISATION, title->organisation);
}

static void
write_nation (Writer *writer)
{
  const SkhPaperProfile *profile = writer->profile;
  gboolean has_motto = *profile->motto != '\0';

  write_text (writer, SKH_PAPER_NATION, profile->nation);
  write_text (writer, SKH_PAPER_MOTTO, profile->motto);
  write_rule (writer, has_motto ? SKH_PAPER_MOTTO : SKH_PAPER_NATION,
              has_motto ? profile->motto : profile->nation, 1);
}

/* "- Ban Tuyên giáo Tỉnh ủy," whatever the office typed before and after the name. */
static char *
format_recipient (const SkhPaperProfile *profile, const char *name, gboolean last)
{
  const char *start = name;
  gsize length;

  while (*start == '-' || g_ascii_isspace (*start))
    start++;
  length = strlen (start);
  while (length > 0 && strchr (",;. \t\r\n", start[length - 1]) != NULL)
    length--;
  return g_strdup_printf ("%s%.*s%s", profile->recipients_bullet, (int)length, start,
                          last ? profile->recipients_last_end : profile->recipients_end);
}

static void
write_recipients (Writer *writer, char *const *recipients)
{
  if (recipients == NULL || recipients[0] == NULL)
    return;
  write_aligned (writer, SKH_PAPER_RECIPIENTS_LABEL, SKH_ALIGN_START,
                 writer->profile->recipients_label);
  for (guint i = 0; recipients[i] != NULL; i++)
    {
      g_autofree char *line
        = format_recipient (writer->profile, recipients[i], recipients[i + 1] == NULL);

      write_aligned (writer, SKH_PAPER_RECIPIENTS, SKH_ALIGN_START, line);
    }
}

static void
write_signer (Writer *writer, const SkhTitleBlock *title)
{
  const SkhPaperType *type = &writer->profile->types[SKH_PAPER_SIGNER];

  if (title->authority == NULL && title->position == NULL && title->signer == NULL)
    return;
  write_text (writer, SKH_PAPER_AUTHORITY, title->authority);
  write_text (writer, SKH_PAPER_POSITION, title->position);
  write_space (writer, writer->profile->blank_lines
                         * skh_typesetter_get_line_height (writer->typesetter, type));
  write_text (writer, SKH_PAPER_SIGNER, title->signer);
}

/* The office at the left, the nation or the Party at the right; number and day level. */
SkhPaperBlock *
skh_paper_matter_new_letterhead (SkhTypesetter *typesetter,
                                 const SkhPaperProfile *profile,
                                 const SkhTitleBlock *title,
                                 double width)
{
  Writer writer = begin (typesetter, profile, width);
  g_autofree char *number = title->symbol != NULL
                              ? skh_paper_profile_format_number (profile, title->symbol)
                              : NULL;
  g_autofree char *day
    = skh_paper_profile_format_place_day (profile, title->place, title->day);
  double level;

  if (title->superior == NULL && title->organisation == NULL)
    return end (&writer);
  move_to (&writer, 0, 0, width * LEFT_PART);
  write_office (&writer, title);
  level = writer.y;
  move_to (&writer, width * RIGHT_START, 0, width * RIGHT_PART);
  write_nation (&writer);
  level = MAX (level, writer.y);

  move_to (&writer, 0, level, width * LEFT_PART);
  write_text (&writer, SKH_PAPER_NUMBER, number);
  move_to (&writer, width * RIGHT_START, level, width * RIGHT_PART);
  write_text (&writer, SKH_PAPER_PLACE_DAY, day);
  write_space (&writer, LETTERHEAD_SPACE);
  return end (&writer);
}

/* The kind of document, what it is about, the note, and to whom it goes. */
SkhPaperBlock *
skh_paper_matter_new_title (SkhTypesetter *typesetter,
                            const SkhPaperProfile *profile,
                            const SkhTitleBlock *title,
                            double width)
{
  /* A whole line of a sheet on its side is too long to take in. */
  const double left = width * 0.1, part = width * 0.8;
  Writer writer = begin (typesetter, profile, width);

  move_to (&writer, left, 0, part);
  write_text (&writer, SKH_PAPER_KIND, title->kind);
  if (title->abstract != NULL)
    {
      balance (&writer, SKH_PAPER_ABSTRACT, title->abstract);
      write_text (&writer, SKH_PAPER_ABSTRACT, title->abstract);
      write_mark (&writer, SKH_PAPER_ABSTRACT_MARK, profile->abstract_mark,
                  SKH_PAPER_ABSTRACT, title->abstract);
      move_to (&writer, left, writer.y, part);
    }
  write_paragraph (&writer, SKH_PAPER_NOTE, title->note);
  write_paragraph (&writer, SKH_PAPER_ADDRESSEE, title->addressee);
  if (writer.y > 0)
    write_space (&writer, PARAGRAPH_SPACE);
  return end (&writer);
}

/* sheet_number: from 1, where a sheet begins, for the label at the top right; else 0 */
SkhPaperBlock *
skh_paper_matter_new_heading (SkhTypesetter *typesetter,
                              const SkhPaperProfile *profile,
                              SkhTable *table,
                              guint sheet_number,
                              double width)
{
  Writer writer = begin (typesetter, profile, width);

  if (sheet_number > 0)
    {
      GString *label = g_string_new (profile->table_label);
      char digits[16];

      g_snprintf (digits, sizeof digits, "%u", sheet_number);
      g_string_replace (label, "{n}", digits, 0);
      write_aligned (&writer, SKH_PAPER_TABLE_LABEL, SKH_ALIGN_END, label->str);
      g_string_free (label, TRUE);
    }
  write_text (&writer, SKH_PAPER_TABLE_TITLE, skh_table_get_title (table));
  write_text (&writer, SKH_PAPER_TABLE_SUBTITLE, skh_table_get_subtitle (table));
  if (writer.y > 0)
    write_space (&writer, HEADING_SPACE);
  return end (&writer);
}

/* Nơi nhận at the left, who signs at the right. */
SkhPaperBlock *
skh_paper_matter_new_signature (SkhTypesetter *typesetter,
                                const SkhPaperProfile *profile,
                                const SkhTitleBlock *title,
                                double width)
{
  Writer writer = begin (typesetter, profile, width);

  move_to (&writer, 0, SIGNATURE_SPACE, width * LEFT_PART);
  write_recipients (&writer, title->recipients);
  write_text (&writer, SKH_PAPER_AUTHORITY, title->witness);
  move_to (&writer, width * RIGHT_START, SIGNATURE_SPACE, width * RIGHT_PART);
  write_signer (&writer, title);
  return end (&writer);
}
