/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Placeholders in the text of a Word document: ECMA-376 part 1, 17.3. A paragraph (w:p)
   holds runs (w:r), a run texts (w:t); where Word begins a new run says nothing about the
   text, so a paragraph's texts are read as one. */
#include "skh-docx-private.h"

#include <string.h>

#define OPEN "{{"
#define CLOSE "}}"

/* The transitional and the strict form differ in the namespace's beginning and year. */
gboolean
skh_docx_is_element (const xmlNode *node, const char *name)
{
  const char *space = node->type == XML_ELEMENT_NODE && node->ns != NULL
                        ? (const char *)node->ns->href
                        : NULL;

  return space != NULL && g_str_equal ((const char *)node->name, name)
         && strstr (space, "/wordprocessingml/") != NULL
         && g_str_has_suffix (space, "/main");
}

/* — A paragraph's text — */

/* One w:t: which part of the paragraph's text it holds. */
typedef struct
{
  xmlNode *node;
  gsize start, end;
} Piece;

typedef struct
{
  GString *text;
  GArray *pieces; /* Piece */
} Paragraph;

/* A text box inside a paragraph has paragraphs of its own. */
static void
gather (Paragraph *self, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (skh_docx_is_element (child, "t"))
      {
        xmlChar *content = xmlNodeGetContent (child);
        Piece piece = { child, self->text->len, 0 };

        g_string_append (self->text, (const char *)content);
        piece.end = self->text->len;
        g_array_append_val (self->pieces, piece);
        xmlFree (content);
      }
    else if (!skh_docx_is_element (child, "p"))
      gather (self, child);
}

static void
paragraph_init (Paragraph *self, xmlNode *node)
{
  self->text = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  gather (self, node);
}

static void
paragraph_clear (Paragraph *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->pieces);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paragraph, paragraph_clear)

/* — The placeholders in it — */

typedef struct
{
  gsize start, end; /* with the braces */
  char *written;    /* without them */
  char *key;        /* NULL: not closed */
} Field;

static void
field_clear (gpointer data)
{
  Field *field = data;

  g_free (field->written);
  g_free (field->key);
}

static GArray *
find_fields (const Paragraph *paragraph)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (Field));
  const char *text = paragraph->text->str, *at = text;

  g_array_set_clear_func (fields, field_clear);
  while ((at = strstr (at, OPEN)) != NULL)
    {
      const char *inside = at + strlen (OPEN), *close = strstr (inside, CLOSE);
      const char *next = strstr (inside, OPEN);
      gboolean is_closed = close != NULL && (next == NULL || close < next);
      const char *end = is_closed ? close : next != NULL ? next : at + strlen (at);
      Field field = { .start = (gsize)(at - text),
                      .end = (gsize)(end - text) + (is_closed ? strlen (CLOSE) : 0),
                      .written = g_strndup (inside, (gsize)(end - inside)) };

      field.key = is_closed ? skh_docx_make_key (field.written) : NULL;
      g_array_append_val (fields, field);
      at = text + field.end;
    }
  return fields;
}

static const char *
get_value (const SkhDocxValues *values, const Field *field)
{
  const char *value
    = values->line != NULL ? g_hash_table_lookup (values->line, field->key) : NULL;

  return value != NULL ? value : skh_docx_letter_get (values->letter, field->key);
}

/* — Filling in — */

static xmlNode *
new_sibling (xmlNode *after, xmlNode *like, const char *name)
{
  xmlNode *node = xmlNewDocNode (like->doc, like->ns, (const xmlChar *)name, NULL);

  return xmlAddNextSibling (after, node);
}

static void
set_plain (xmlNode *node, const char *text)
{
  xmlNodeSetContent (node, NULL);
  xmlNodeAddContent (node, (const xmlChar *)text);
  xmlNodeSetSpacePreserve (node, 1);
}

/* A line's end is an element of its own between two texts. */
static void
set_text (xmlNode *node, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  xmlNode *last = node;

  set_plain (node, lines[0] != NULL ? lines[0] : "");
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      last = new_sibling (last, node, "br");
      last = new_sibling (last, node, "t");
      set_plain (last, lines[i]);
    }
}

/* The value stands in the piece its placeholder begins in, with that run's look. */
static void
fill_piece (const Paragraph *paragraph,
            const Piece *piece,
            GArray *fields,
            const SkhDocxValues *values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize at = piece->start;
  gboolean is_touched = FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      const Field *field = &g_array_index (fields, Field, i);

      if (field->end <= piece->start || field->start >= piece->end)
        continue;
      is_touched = TRUE;
      if (field->start >= piece->start)
        {
          g_string_append_len (text, paragraph->text->str + at,
                               (gssize)(field->start - at));
          g_string_append (text, get_value (values, field));
        }
      at = MIN (field->end, piece->end);
    }
  g_string_append_len (text, paragraph->text->str + at, (gssize)(piece->end - at));
  if (is_touched)
    set_text (piece->node, text->str);
}

static void
fill_paragraph (xmlNode *node, const SkhDocxValues *values)
{
  g_auto (Paragraph) paragraph;
  g_autoptr (GArray) fields = NULL;

  paragraph_init (&paragraph, node);
  fields = find_fields (&paragraph);
  for (guint i = 0; fields->len > 0 && i < paragraph.pieces->len; i++)
    fill_piece (&paragraph, &g_array_index (paragraph.pieces, Piece, i), fields, values);
}

/* Every paragraph at or under node, as they stand now. (transfer full) */
static void
list_paragraphs (xmlNode *node, GPtrArray *paragraphs)
{
  if (skh_docx_is_element (node, "p"))
    g_ptr_array_add (paragraphs, node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    list_paragraphs (child, paragraphs);
}

static void
fill_under (xmlNode *node, const SkhDocxValues *values)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  list_paragraphs (node, paragraphs);
  for (guint i = 0; i < paragraphs->len; i++)
    fill_paragraph (g_ptr_array_index (paragraphs, i), values);
}

/* — What comes once a line — */

static gboolean
has_line_field (xmlNode *node, const SkhDocxLetter *letter)
{
  g_auto (Paragraph) paragraph;
  g_autoptr (GArray) fields = NULL;

  paragraph_init (&paragraph, node);
  fields = find_fields (&paragraph);
  for (guint i = 0; i < fields->len; i++)
    if (skh_docx_letter_is_of_line (letter, g_array_index (fields, Field, i).key))
      return TRUE;
  return FALSE;
}

/* The row the paragraph stands in, else the paragraph. In a table inside a table it is
   the outermost row that is already known to come once a line. */
static xmlNode *
find_carrier (xmlNode *paragraph, const xmlNode *top, GHashTable *known)
{
  xmlNode *carrier = NULL;

  for (xmlNode *node = paragraph; node != NULL && node != top; node = node->parent)
    if (g_hash_table_contains (known, node)
        || (carrier == NULL && skh_docx_is_element (node, "tr")))
      carrier = node;
  return carrier != NULL ? carrier : paragraph;
}

static void
repeat (xmlNode *carrier, const SkhDocxLetter *letter)
{
  for (guint i = 0; i < skh_docx_letter_get_n_lines (letter); i++)
    {
      SkhDocxValues values = { letter, skh_docx_letter_get_line (letter, i) };
      xmlNode *copy
        = xmlAddPrevSibling (carrier, xmlDocCopyNode (carrier, carrier->doc, 1));

      fill_under (copy, &values);
    }
  xmlUnlinkNode (carrier);
  xmlFreeNode (carrier);
}

static gboolean
is_inside (const xmlNode *node, GHashTable *set)
{
  for (const xmlNode *up = node->parent; up != NULL; up = up->parent)
    if (g_hash_table_contains (set, up))
      return TRUE;
  return FALSE;
}

static void
repeat_lines (xmlNode *node, const SkhDocxLetter *letter)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  g_autoptr (GPtrArray) carriers = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  list_paragraphs (node, paragraphs);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      xmlNode *paragraph = g_ptr_array_index (paragraphs, i);
      xmlNode *carrier;

      if (!has_line_field (paragraph, letter))
        continue;
      carrier = find_carrier (paragraph, node, known);
      if (g_hash_table_add (known, carrier))
        g_ptr_array_add (carriers, carrier);
    }
  for (guint i = carriers->len; i > 0; i--)
    if (is_inside (g_ptr_array_index (carriers, i - 1), known))
      g_ptr_array_remove_index (carriers, i - 1);
  for (guint i = 0; i < carriers->len; i++)
    repeat (g_ptr_array_index (carriers, i), letter);
}

void
skh_docx_fill (xmlNode *node, const SkhDocxLetter *letter)
{
  SkhDocxValues values = { letter, NULL };

  repeat_lines (node, letter);
  fill_under (node, &values);
}

void
skh_docx_fill_for_each (xmlNode *node, SkhDocxFieldFunc func, gpointer data)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  list_paragraphs (node, paragraphs);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_auto (Paragraph) paragraph;
      g_autoptr (GArray) fields = NULL;

      paragraph_init (&paragraph, g_ptr_array_index (paragraphs, i));
      fields = find_fields (&paragraph);
      for (guint j = 0; j < fields->len; j++)
        {
          const Field *field = &g_array_index (fields, Field, j);

          func (field->written, field->key, paragraph.text->str, data);
        }
    }
}
