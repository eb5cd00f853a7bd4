/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-profile.h"

#include "skh-paper-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_FOLDER "/io/github/sokehoach/SoKeHoach/paper/"

G_DEFINE_QUARK (skh - paper - error - quark, skh_paper_error)

static const char *const type_keys[SKH_N_PAPER_ELEMENTS] = {
  [SKH_PAPER_SUPERIOR] = "superior",
  [SKH_PAPER_ORGANISATION] = "organisation",
  [SKH_PAPER_ORGANISATION_MARK] = "organisation-mark",
  [SKH_PAPER_NUMBER] = "number",
  [SKH_PAPER_NATION] = "nation",
  [SKH_PAPER_MOTTO] = "motto",
  [SKH_PAPER_PLACE_DAY] = "place-day",
  [SKH_PAPER_KIND] = "kind",
  [SKH_PAPER_ABSTRACT] = "abstract",
  [SKH_PAPER_ABSTRACT_MARK] = "abstract-mark",
  [SKH_PAPER_NOTE] = "note",
  [SKH_PAPER_ADDRESSEE] = "addressee",
  [SKH_PAPER_TABLE_LABEL] = "table-label",
  [SKH_PAPER_TABLE_TITLE] = "table-title",
  [SKH_PAPER_TABLE_SUBTITLE] = "table-subtitle",
  [SKH_PAPER_TABLE_HEAD] = "table-head",
  [SKH_PAPER_TABLE_CELL] = "table-cell",
  [SKH_PAPER_TABLE_GROUP] = "table-group",
  [SKH_PAPER_TABLE_TOTAL] = "table-total",
  [SKH_PAPER_TABLE_EMPTY] = "table-empty",
  [SKH_PAPER_AUTHORITY] = "authority",
  [SKH_PAPER_POSITION] = "position",
  [SKH_PAPER_SIGNER] = "signer",
  [SKH_PAPER_RECIPIENTS_LABEL] = "recipients-label",
  [SKH_PAPER_RECIPIENTS] = "recipients",
  [SKH_PAPER_PAGE_NUMBER] = "page-number",
};

/* Where each plain value of a profile stands in its file and in the struct. A text may be
   empty, a number may not be missing. */
#define FIELD(group, key, member)                                                        \
  {                                                                                      \
    group, key, G_STRUCT_OFFSET (SkhPaperProfile, member)                                \
  }

typedef struct
{
  const char *group;
  const char *key;
  gsize offset;
} Field;

static const Field text_fields[] = {
  FIELD ("profile", "title", title),
  FIELD ("type", "families", families),
  FIELD ("letterhead", "nation", nation),
  FIELD ("letterhead", "motto", motto),
  FIELD ("letterhead", "organisation-mark", organisation_mark),
  FIELD ("letterhead", "number", number),
  FIELD ("letterhead", "day", day),
  FIELD ("letterhead", "draft-day", draft_day),
  FIELD ("title", "abstract-mark", abstract_mark),
  FIELD ("table", "label", table_label),
  FIELD ("signature", "recipients-label", recipients_label),
  FIELD ("signature", "recipients-bullet", recipients_bullet),
  FIELD ("signature", "recipients-end", recipients_end),
  FIELD ("signature", "recipients-last-end", recipients_last_end),
};

static const Field number_fields[] = {
  FIELD ("page", "width", sheet.width),
  FIELD ("page", "height", sheet.height),
  FIELD ("page", "top", sheet.top),
  FIELD ("page", "bottom", sheet.bottom),
  FIELD ("page", "left", sheet.left),
  FIELD ("page", "right", sheet.right),
  FIELD ("page", "number-top", sheet.number_top),
  FIELD ("letterhead", "mark-rule", mark_rule),
  FIELD ("table", "least-size", least_size),
};

/* "14 bold upper" */
static gboolean
parse_type (const char *text, SkhPaperType *type)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  *type
    = (SkhPaperType){ .size = words[0] != NULL ? g_ascii_strtod (words[0], NULL) : 0 };
  if (!(type->size >= 4 && type->size <= 72))
    return FALSE;
  for (guint i = 1; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "bold") == 0)
        type->bold = TRUE;
      else if (strcmp (words[i], "italic") == 0)
        type->italic = TRUE;
      else if (strcmp (words[i], "underline") == 0)
        type->underline = TRUE;
      else if (strcmp (words[i], "upper") == 0)
        type->upper = TRUE;
      else if (*words[i] != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_types (SkhPaperProfile *self, GKeyFile *file, GError **error)
{
  for (guint i = 0; i < SKH_N_PAPER_ELEMENTS; i++)
    {
      g_autofree char *text = g_key_file_get_string (file, "type", type_keys[i], error);

      if (text == NULL)
        return FALSE;
      if (!parse_type (text, &self->types[i]))
        {
          g_set_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_BAD_PROFILE,
                       _ ("[type] %s=%s: not a size from 4 to 72 and style words"),
                       type_keys[i], text);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_fields (SkhPaperProfile *self, GKeyFile *file, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      const Field *field = &text_fields[i];
      char **text = G_STRUCT_MEMBER_P (self, field->offset);

      *text = g_key_file_get_string (file, field->group, field->key, error);
      if (*text == NULL)
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (number_fields); i++)
    {
      const Field *field = &number_fields[i];
      g_autoptr (GError) fault = NULL;
      double value = g_key_file_get_double (file, field->group, field->key, &fault);

      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      G_STRUCT_MEMBER (double, self, field->offset) = value;
    }
  return TRUE;
}

/* An office's own file may be older than letters are: then they are as in the Party's
   guidance. */
static double
get_number (GKeyFile *file, const char *group, const char *key, double otherwise)
{
  g_autoptr (GError) fault = NULL;
  double value = g_key_file_get_double (file, group, key, &fault);

  return fault == NULL ? value : otherwise;
}

static void
read_upright (SkhPaperProfile *self, GKeyFile *file)
{
  self->upright = (SkhPaperSheet){
    .width = get_number (file, "upright", "width", 210),
    .height = get_number (file, "upright", "height", 297),
    .top = get_number (file, "upright", "top", 20),
    .bottom = get_number (file, "upright", "bottom", 20),
    .left = get_number (file, "upright", "left", 30),
    .right = get_number (file, "upright", "right", 15),
    .number_top = get_number (file, "upright", "number-top", 10),
    .mirror = !g_key_file_has_key (file, "upright", "mirror", NULL)
              || g_key_file_get_boolean (file, "upright", "mirror", NULL),
  };
}

static gboolean
read_body_type (GKeyFile *file,
                const char *key,
                const char *otherwise,
                SkhPaperType *type,
                GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, "body", key, NULL);

  if (parse_type (text != NULL ? text : otherwise, type))
    return TRUE;
  g_set_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_BAD_PROFILE,
               _ ("[body] %s=%s: not a size from 4 to 72 and style words"), key, text);
  return FALSE;
}

static gboolean
read_body (SkhPaperProfile *self, GKeyFile *file, GError **error)
{
  self->body.first_line = CLAMP (get_number (file, "body", "first-line", 10), 0, 50);
  self->body.line = CLAMP (get_number (file, "body", "line", 18), 4, 100);
  self->body.space = CLAMP (get_number (file, "body", "space", 6), 0, 100);
  return read_body_type (file, "text", "14", &self->body.text, error)
         && read_body_type (file, "heading", "14 bold", &self->body.heading, error);
}

/* A sheet must leave room for a table: 5 cm each way is less than anybody prints on. */
static gboolean
check_sheet (const SkhPaperSheet *sheet, GError **error)
{
  gboolean sane = sheet->top >= 0 && sheet->bottom >= 0 && sheet->left >= 0
                  && sheet->right >= 0 && sheet->width <= 2000 && sheet->height <= 2000
                  && sheet->width - sheet->left - sheet->right >= 50
                  && sheet->height - sheet->top - sheet->bottom >= 50;

  if (!sane)
    g_set_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_BAD_PROFILE,
                 _ ("[page]: the margins leave no room on the sheet"));
  return sane;
}

static gboolean
read_file (SkhPaperProfile *self, GKeyFile *file, GError **error)
{
  read_upright (self, file);
  if (!read_fields (self, file, error) || !read_types (self, file, error)
      || !read_body (self, file, error) || !check_sheet (&self->sheet, error)
      || !check_sheet (&self->upright, error))
    return FALSE;
  self->sheet.mirror = g_key_file_get_boolean (file, "page", "mirror", NULL);
  self->blank_lines
    = (guint)CLAMP (g_key_file_get_integer (file, "signature", "blank-lines", NULL), 0,
                    20);
  self->respell = g_key_file_get_string_list (file, "text", "respell", NULL, NULL);
  self->symbol_respell
    = g_key_file_get_string_list (file, "text", "symbol-respell", NULL, NULL);
  return TRUE;
}

/* The id becomes a file name. */
static gboolean
is_id (const char *text)
{
  return *text != '\0'
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

/* An office's own file is looked for before the built-in one. */
static gboolean
load_key_file (GKeyFile *file, const char *id, GError **error)
{
  g_autofree char *name = g_strconcat (id, ".ini", NULL);
  g_autofree char *path
    = g_build_filename (g_get_user_data_dir (), "sokehoach", "paper", name, NULL);
  g_autofree char *resource_path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error);

  bytes = g_resource_lookup_data (skh_paper_get_resource (), resource_path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes != NULL)
    return g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error);

  g_set_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_UNKNOWN_PROFILE,
               _ ("There is no paper format “%s”"), id);
  return FALSE;
}

static void
add_id (GPtrArray *ids, const char *file_name)
{
  g_autofree char *id = NULL;

  if (!g_str_has_suffix (file_name, ".ini"))
    return;
  id = g_strndup (file_name, strlen (file_name) - strlen (".ini"));
  if (is_id (id) && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_steal_pointer (&id));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The day a Party format came into force; SKH_DATE_NONE for another kind of format. */
static SkhDate
get_from (const char *id)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *family = NULL, *from = NULL;

  if (!load_key_file (file, id, NULL))
    return SKH_DATE_NONE;
  family = g_key_file_get_string (file, "profile", "family", NULL);
  from = g_key_file_get_string (file, "profile", "from", NULL);
  if (g_strcmp0 (family, "party") != 0 || from == NULL)
    return SKH_DATE_NONE;
  return skh_date_parse_iso (from);
}

static char *
respell (char *const *pairs, const char *text)
{
  GString *spelt = g_string_new (text);

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], ">", 2);

      if (pair[0] != NULL && *pair[0] != '\0' && pair[1] != NULL)
        g_string_replace (spelt, pair[0], pair[1], 0);
    }
  return g_string_free (spelt, FALSE);
}

static void
replace_number (GString *text, const char *name, int number, gboolean padded)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, padded ? "%02d" : "%d", number);
  g_string_replace (text, name, digits, 0);
}

/**
 * skh_paper_profile_load:
 * @id: a format's id: "hd36-2018", "hd05-2026", "nd30-2020", or one of the office's own
 *
 * Reads a paper format: <user data>/sokehoach/paper/@id.ini if there is one, else the
 * built-in file of that name.
 *
 * Returns: (transfer full): the profile, or NULL with %SKH_PAPER_ERROR
 */
SkhPaperProfile *
skh_paper_profile_load (const char *id, GError **error)
{
  g_autoptr (SkhPaperProfile) self = g_new0 (SkhPaperProfile, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) fault = NULL;

  if (!is_id (id))
    {
      g_set_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_UNKNOWN_PROFILE,
                   _ ("There is no paper format “%s”"), id);
      return NULL;
    }
  self->id = g_strdup (id);
  if (load_key_file (file, id, &fault) && read_file (self, file, &fault))
    return g_steal_pointer (&self);

  if (g_error_matches (fault, SKH_PAPER_ERROR, SKH_PAPER_ERROR_UNKNOWN_PROFILE))
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error (error, SKH_PAPER_ERROR, SKH_PAPER_ERROR_BAD_PROFILE,
                 _ ("The paper format “%s” cannot be used: %s"), id, fault->message);
  return NULL;
}

void
skh_paper_profile_free (SkhPaperProfile *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    g_free (G_STRUCT_MEMBER (char *, self, text_fields[i].offset));
  g_strfreev (self->respell);
  g_strfreev (self->symbol_respell);
  g_free (self->id);
  g_free (self);
}

/**
 * skh_paper_profile_list_ids:
 *
 * Returns: (transfer full): the ids of all formats, built-in and the office's own, sorted
 */
char **
skh_paper_profile_list_ids (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_auto (GStrv) names
    = g_resource_enumerate_children (skh_paper_get_resource (), RESOURCE_FOLDER,
                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *path
    = g_build_filename (g_get_user_data_dir (), "sokehoach", "paper", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_id (ids, names[i]);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    add_id (ids, name);
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_steal (ids, NULL);
}

/**
 * skh_paper_profile_dup_id_for_day:
 * @day: the document's day; SKH_DATE_NONE for a draft
 *
 * The Party's format in force on @day: the last one that came into force on or before it.
 * Before the first, the first; for a draft, the newest.
 *
 * Returns: (transfer full): the id
 */
char *
skh_paper_profile_dup_id_for_day (SkhDate day)
{
  g_auto (GStrv) ids = skh_paper_profile_list_ids ();
  SkhDate best_from = SKH_DATE_NONE, first_from = SKH_DATE_NONE;
  const char *best = NULL, *first = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      SkhDate from = get_from (ids[i]);

      if (from == SKH_DATE_NONE)
        continue;
      if (first == NULL || from < first_from)
        first = ids[i], first_from = from;
      if ((day == SKH_DATE_NONE || from <= day) && (best == NULL || from > best_from))
        best = ids[i], best_from = from;
    }
  return g_strdup (best != NULL ? best : first);
}

/* Returns: (transfer full): text in the spelling the format asks for ("ỦY", not "UỶ") */
char *
skh_paper_profile_respell (const SkhPaperProfile *self, const char *text)
{
  return respell (self->respell, text);
}

/* Returns: (transfer full): "Số      -BC/TU", the number's space kept for the clerk */
char *
skh_paper_profile_format_number (const SkhPaperProfile *self, const char *symbol)
{
  GString *text = g_string_new (self->number);
  g_autofree char *spelt = respell (self->symbol_respell, symbol);

  g_string_replace (text, "{symbol}", spelt, 0);
  return g_string_free (text, FALSE);
}

/**
 * skh_paper_profile_format_place_day:
 * @place: (nullable): where the document is made
 * @day: its day; SKH_DATE_NONE keeps the space for it
 *
 * "Đức Phổ, ngày 05 tháng 02 năm 2023": a zero stands before days under 10 and before
 * months 1 and 2, and before no other (HD 36-HD/VPTW and NĐ 30/2020/NĐ-CP alike).
 *
 * Returns: (transfer full): the line
 */
char *
skh_paper_profile_format_place_day (const SkhPaperProfile *self,
                                    const char *place,
                                    SkhDate day)
{
  GString *text = g_string_new (day != SKH_DATE_NONE ? self->day : self->draft_day);

  if (day != SKH_DATE_NONE)
    {
      int year, month, mday;

      skh_date_get_ymd (day, &year, &month, &mday);
      replace_number (text, "{day}", mday, mday < 10);
      replace_number (text, "{month}", month, month < 3);
      replace_number (text, "{year}", year, FALSE);
    }
  if (place == NULL)
    g_string_replace (text, "{place}, ", "", 0);
  g_string_replace (text, "{place}", place != NULL ? place : "", 0);
  return g_string_free (text, FALSE);
}
