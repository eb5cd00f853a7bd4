/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-docx-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

G_DEFINE_QUARK (skh - docx - error - quark, skh_docx_error)

#define DOCUMENT "word/document.xml"

typedef xmlDoc Xml;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Xml, xmlFreeDoc)

struct _SkhDocx
{
  char *name;
  GPtrArray *parts; /* SkhDocxPart */
};

/* — Reading — */

/* The parts that hold text of the letter; headers and footers are shared by its pages. */
static gboolean
is_shared_text (const char *part)
{
  static const char *const kinds[]
    = { "word/header", "word/footer", "word/footnotes", "word/endnotes" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (part, kinds[i]) && g_str_has_suffix (part, ".xml"))
      return TRUE;
  return FALSE;
}

static gboolean
is_text (const char *part)
{
  return g_str_equal (part, DOCUMENT) || is_shared_text (part);
}

static Xml *
parse (const SkhDocxPart *part)
{
  gsize size;
  const char *data = g_bytes_get_data (part->data, &size);

  return size <= G_MAXINT ? xmlReadMemory (data, (int)size, part->name, NULL,
                                           XML_PARSE_NONET | XML_PARSE_NOERROR
                                             | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)
                          : NULL;
}

static xmlNode *
find_body (Xml *xml)
{
  xmlNode *root = xml != NULL ? xmlDocGetRootElement (xml) : NULL;

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL;
       node = node->next)
    if (skh_docx_is_element (node, "body"))
      return node;
  return NULL;
}

/* Every part with text can be read, and the one that a letter can't be without is there.
 */
static gboolean
is_whole (SkhDocx *self)
{
  gboolean has_body = FALSE;

  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    {
      const SkhDocxPart *part = g_ptr_array_index (self->parts, i);
      g_autoptr (Xml) xml = is_text (part->name) ? parse (part) : NULL;

      if (is_text (part->name) && xml == NULL)
        return FALSE;
      has_body |= g_str_equal (part->name, DOCUMENT) && find_body (xml) != NULL;
    }
  return has_body;
}

/**
 * skh_docx_new:
 *
 * Returns: (transfer full): the document, or %NULL with %SKH_DOCX_ERROR_DAMAGED
 */
SkhDocx *
skh_docx_new (GBytes *data, const char *name, GError **error)
{
  g_autoptr (SkhDocx) self = g_new0 (SkhDocx, 1);

  self->name = g_strdup (name);
  self->parts = skh_docx_zip_read (data);
  if (is_whole (self))
    return g_steal_pointer (&self);
  g_set_error (error, SKH_DOCX_ERROR, SKH_DOCX_ERROR_DAMAGED,
               _ ("“%s” is no Word document that can be read; save it in Word as .docx "
                  "and choose it again."),
               name);
  return NULL;
}

void
skh_docx_free (SkhDocx *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

/* — What is asked for and not known — */

typedef struct
{
  const SkhDocxLetter *letter;
  GPtrArray *faults; /* “{{X}}” in “Kính gửi: {{X}}” */
} Check;

/* Enough of a paragraph to find it in Word. */
static char *
shorten (const char *paragraph)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (paragraph, -1) <= 60)
    return g_strdup (paragraph);
  start = g_utf8_substring (paragraph, 0, 57);
  return g_strconcat (start, "…", NULL);
}

static void
on_field (const char *written, const char *key, const char *paragraph, gpointer data)
{
  Check *check = data;
  g_autofree char *place = NULL, *name = NULL;

  if (key != NULL && skh_docx_letter_has (check->letter, key))
    return;
  place = shorten (paragraph);
  name = key != NULL ? g_strdup_printf ("{{%s}}", written) : shorten (written);
  g_ptr_array_add (check->faults,
                   key != NULL
                     ? g_strdup_printf (_ ("“%s” in “%s”"), name, place)
                     : g_strdup_printf (_ ("“{{” without “}}” in “%s”"), place));
}

/**
 * skh_docx_check:
 *
 * Returns: %FALSE with %SKH_DOCX_ERROR_PLACEHOLDER when the document has a placeholder
 *   that the letter does not fill: all of them, with the sentence each stands in, and
 *   those that there are
 */
gboolean
skh_docx_check (SkhDocx *self, const SkhDocxLetter *letter, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  Check check = { letter, faults };
  g_autofree char *told = NULL, *known = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const SkhDocxPart *part = g_ptr_array_index (self->parts, i);
      g_autoptr (Xml) xml = is_text (part->name) ? parse (part) : NULL;

      if (xml != NULL)
        skh_docx_fill_for_each (xmlDocGetRootElement (xml), on_field, &check);
    }
  if (faults->len == 0)
    return TRUE;
  g_ptr_array_add (faults, NULL);
  told = g_strjoinv ("; ", (char **)faults->pdata);
  known = skh_docx_letter_dup_names (letter);
  g_set_error (error, SKH_DOCX_ERROR, SKH_DOCX_ERROR_PLACEHOLDER,
               _ ("“%s” has placeholders that are not known: %s. Correct them in Word. "
                  "There are: %s."),
               self->name, told, known);
  return FALSE;
}

/* — Writing — */

static GBytes *
take_bytes (Xml *xml)
{
  xmlChar *text = NULL;
  int size = 0;
  GBytes *bytes;

  xmlDocDumpMemoryEnc (xml, &text, &size, "UTF-8");
  bytes = g_bytes_new (text, (gsize)size);
  xmlFree (text);
  return bytes;
}

/* The set-up of the pages, the last thing in the body. */
static xmlNode *
find_section (xmlNode *body)
{
  xmlNode *last = body->last;

  while (last != NULL && last->type != XML_ELEMENT_NODE)
    last = last->prev;
  return last != NULL && skh_docx_is_element (last, "sectPr") ? last : NULL;
}

static xmlNode *
add_element (xmlNode *parent, const xmlNode *like, const char *name)
{
  return xmlAddChild (parent,
                      xmlNewDocNode (parent->doc, like->ns, (const xmlChar *)name, NULL));
}

static xmlNode *
find_child (xmlNode *parent, const char *name)
{
  xmlNode *node = parent->children;

  while (node != NULL && !skh_docx_is_element (node, name))
    node = node->next;
  return node;
}

/* Of several letters in one file each begins on a page of its own, and its pages are
   counted from one. Word is strict about the order of elements: the number's kind comes
   after the margins. */
static void
separate (xmlNode *section)
{
  xmlNode *type = find_child (section, "type");
  xmlNode *number = find_child (section, "pgNumType");
  xmlNode *margins = find_child (section, "pgMar");

  if (type != NULL)
    xmlUnlinkNode (type);
  g_clear_pointer (&type, xmlFreeNode);
  if (number == NULL && margins != NULL)
    number
      = xmlAddNextSibling (margins, xmlNewDocNode (section->doc, section->ns,
                                                   (const xmlChar *)"pgNumType", NULL));
  if (number != NULL)
    xmlSetNsProp (number, section->ns, (const xmlChar *)"start", (const xmlChar *)"1");
}

/* Ends a letter that another one follows: a paragraph without height that carries the
   set-up of the pages before it. */
static void
end_letter (xmlNode *body, xmlNode *section)
{
  static const char *const spacing[][2]
    = { { "before", "0" }, { "after", "0" }, { "line", "20" }, { "lineRule", "exact" } };
  xmlNode *properties = add_element (add_element (body, body, "p"), body, "pPr");
  xmlNode *space = add_element (properties, body, "spacing");

  for (guint i = 0; i < G_N_ELEMENTS (spacing); i++)
    xmlSetNsProp (space, body->ns, (const xmlChar *)spacing[i][0],
                  (const xmlChar *)spacing[i][1]);
  xmlAddChild (properties, xmlDocCopyNode (section, body->doc, 1));
}

/* Appends what one letter says to the body; section may be NULL. What is copied still
   stands in the tree: there are the names of what it refers to. */
static void
add_letter (xmlNode *body,
            GPtrArray *nodes,
            xmlNode *section,
            const SkhDocxLetter *letter,
            gboolean is_last)
{
  xmlNode *holder = add_element (body, body, "letter");

  for (guint i = 0; i < nodes->len; i++)
    xmlAddChild (holder, xmlDocCopyNode (g_ptr_array_index (nodes, i), body->doc, 1));
  skh_docx_fill (holder, letter);
  for (xmlNode *node; (node = holder->children) != NULL;)
    {
      xmlUnlinkNode (node);
      xmlAddChild (body, node);
    }
  xmlUnlinkNode (holder);
  xmlFreeNode (holder);
  if (!is_last && section != NULL)
    end_letter (body, section);
}

static void
drop (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      xmlUnlinkNode (g_ptr_array_index (nodes, i));
      xmlFreeNode (g_ptr_array_index (nodes, i));
    }
}

static GBytes *
make_document (const SkhDocxPart *part, GPtrArray *letters)
{
  g_autoptr (Xml) xml = parse (part);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  xmlNode *body = find_body (xml), *section = find_section (body);

  if (section != NULL && letters->len > 1)
    separate (section);
  for (xmlNode *node = body->children; node != NULL; node = node->next)
    if (node != section)
      g_ptr_array_add (nodes, node);
  for (guint i = 0; i < letters->len; i++)
    add_letter (body, nodes, section, g_ptr_array_index (letters, i),
                i + 1 == letters->len);
  drop (nodes);
  if (section != NULL)
    {
      xmlUnlinkNode (section);
      xmlAddChild (body, section);
    }
  return take_bytes (xml);
}

static GBytes *
make_shared (const SkhDocxPart *part, const SkhDocxLetter *letter)
{
  g_autoptr (Xml) xml = parse (part);

  skh_docx_fill (xmlDocGetRootElement (xml), letter);
  return take_bytes (xml);
}

static SkhDocxPart *
make_part (const SkhDocxPart *part, GPtrArray *letters)
{
  SkhDocxPart *made = g_new0 (SkhDocxPart, 1);

  made->name = g_strdup (part->name);
  made->data = g_str_equal (part->name, DOCUMENT) ? make_document (part, letters)
               : is_shared_text (part->name)
                 ? make_shared (part, g_ptr_array_index (letters, 0))
                 : g_bytes_ref (part->data);
  return made;
}

/* What stands in a header is the same on all pages: it can't say what differs. */
static gboolean
check_shared (SkhDocx *self, GPtrArray *letters, GError **error)
{
  for (guint i = 0; letters->len > 1 && i < self->parts->len; i++)
    {
      const SkhDocxPart *part = g_ptr_array_index (self->parts, i);
      g_autoptr (GBytes) first = NULL;

      if (!is_shared_text (part->name))
        continue;
      first = make_shared (part, g_ptr_array_index (letters, 0));
      for (guint j = 1; j < letters->len; j++)
        {
          g_autoptr (GBytes) other = make_shared (part, g_ptr_array_index (letters, j));

          if (g_bytes_equal (first, other))
            continue;
          g_set_error (
            error, SKH_DOCX_ERROR, SKH_DOCX_ERROR_PLACEHOLDER,
            _ ("A header or footer of “%s” says what differs from letter to letter, "
               "which one file can't; write a file for each."),
            self->name);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * skh_docx_write:
 * @letters: (element-type SkhDocxLetter): at least one, all with the same fields
 *
 * Fills the document in and writes it. Returns: %FALSE when a placeholder is not known,
 *   or the file can't be written; what was at @path is then as it was
 */
gboolean
skh_docx_write (SkhDocx *self, GPtrArray *letters, const char *path, GError **error)
{
  g_autoptr (GPtrArray) parts
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_docx_part_free);

  g_return_val_if_fail (letters->len > 0, FALSE);
  if (!skh_docx_check (self, g_ptr_array_index (letters, 0), error)
      || !check_shared (self, letters, error))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (parts, make_part (g_ptr_array_index (self->parts, i), letters));
  return skh_docx_zip_write (parts, path, error);
}
