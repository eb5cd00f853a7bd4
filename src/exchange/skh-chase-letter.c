/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-letter.h"

#include "skh-chase-text.h"
#include "skh-link-store.h"
#include "skh-paper-profile.h"
#include "skh-stores.h"
#include "skh-templates-resources.h"
#include "skh-text.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define BUILTIN "/io/github/sokehoach/SoKeHoach/letters/cong-van-don-doc.docx"
#define BUILTIN_NAME "cong-van-don-doc.docx"

/* The office: there is one, so its number says nothing. */
static const SkhThing office = { "organisation", 0 };
#define FIELD "chase-letter"

/* What a line of the list is filled with; the first is the line in one sentence. */
static const char *const line_fields[]
  = { "DANH SÁCH", "TT",         "NHIỆM VỤ",   "MỤC", "THỜI HẠN",
      "HẠN CUỐI",  "TÌNH TRẠNG", "ĐÃ ĐÔN ĐỐC", NULL };

/* — What one letter says — */

static void
set_number (SkhDocxLetter *letter, const char *field, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  skh_docx_letter_set (letter, field, text);
}

static void
add_line (SkhDocxLetter *letter, SkhChaseList *list, guint index, guint number)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  SkhDate on = skh_chase_list_get_on (list);
  const SkhAssignment *line = &skh_ledger_get_assignments (ledger, NULL)[index];
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  SkhChased chased = skh_ledger_get_chased (ledger, line, on);
  char *values[] = {
    skh_chase_text_dup_line (ledger, line, on),
    g_strdup_printf ("%u", number),
    skh_chase_text_dup_task (ledger, line),
    g_strdup (task->clause),
    g_strdup (task->wording),
    skh_date_to_text (line->line.due),
    skh_chase_text_dup_status (skh_ledger_get_status (ledger, line, on)),
    skh_chase_text_dup_chased (&chased),
  };

  skh_docx_letter_begin_line (letter);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      skh_docx_letter_set_in_line (letter, line_fields[i], values[i]);
      g_free (values[i]);
    }
}

/* The letterhead, as the office's paper format writes it. "CV" is a letter's kind. */
static gboolean
set_letterhead (SkhDocxLetter *letter, SkhLedger *ledger, SkhDate on, GError **error)
{
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  const char *setting = skh_ledger_get_setting (ledger, "paper_profile");
  g_autofree char *id
    = setting != NULL ? g_strdup (setting) : skh_paper_profile_dup_id_for_day (on);
  g_autoptr (SkhPaperProfile) profile = skh_paper_profile_load (id, error);
  const char *slash = plan->symbol != NULL ? strchr (plan->symbol, '/') : NULL;
  g_autofree char *symbol = g_strconcat ("CV", slash, NULL);
  g_autofree char *number = NULL, *place_day = NULL, *day = NULL;

  if (profile == NULL)
    return FALSE;
  number = skh_paper_profile_format_number (profile, symbol);
  place_day = skh_paper_profile_format_place_day (profile, plan->place, on);
  day = skh_paper_profile_format_place_day (profile, NULL, on);
  skh_docx_letter_set (letter, "CẤP TRÊN", plan->superior);
  skh_docx_letter_set (letter, "CƠ QUAN", plan->organisation);
  skh_docx_letter_set (letter, "SỐ, KÝ HIỆU", number);
  skh_docx_letter_set (letter, "ĐỊA DANH, NGÀY", place_day);
  skh_docx_letter_set (letter, "NGÀY", day);
  skh_docx_letter_set (letter, "THẨM QUYỀN", plan->authority);
  skh_docx_letter_set (letter, "CHỨC VỤ", plan->position);
  skh_docx_letter_set (letter, "NGƯỜI KÝ", plan->signer);
  return TRUE;
}

static SkhDocxLetter *
make_letter (SkhChaseList *list, const SkhChaseUnit *run, GError **error)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  const SkhPlanInfo *plan = skh_ledger_get_plan (ledger);
  g_autoptr (SkhDocxLetter) letter = skh_docx_letter_new (line_fields);
  SkhDate on = skh_chase_list_get_on (list);
  g_autofree char *on_text = skh_date_to_text (on);
  g_autofree char *counts
    = skh_chase_text_dup_counts (run->n_overdue, run->n - run->n_overdue);

  skh_docx_letter_set (letter, "ĐƠN VỊ",
                       skh_ledger_get_units (ledger, NULL)[run->unit].name);
  if (!set_letterhead (letter, ledger, on, error))
    return NULL;
  skh_docx_letter_set (letter, "TÍNH ĐẾN NGÀY", on_text);
  skh_docx_letter_set (letter, "KẾ HOẠCH", plan->title);
  skh_docx_letter_set (letter, "TÊN GỌN KẾ HOẠCH", plan->short_title);
  skh_docx_letter_set (letter, "SỐ LIỆU", counts);
  set_number (letter, "SỐ NHIỆM VỤ", run->n);
  set_number (letter, "SỐ QUÁ HẠN", run->n_overdue);
  set_number (letter, "SỐ SẮP ĐẾN HẠN", run->n - run->n_overdue);
  for (guint i = 0; i < run->n; i++)
    add_line (letter, list, skh_chase_list_get_lines (list, NULL)[run->first + i], i + 1);
  return g_steal_pointer (&letter);
}

/* — The document — */

/* Names every field without a workbook: what a document may ask for. */
static SkhDocxLetter *
make_vocabulary (void)
{
  static const char *const fields[] = {
    "ĐƠN VỊ",         "CẤP TRÊN",      "CƠ QUAN",    "SỐ, KÝ HIỆU",
    "ĐỊA DANH, NGÀY", "NGÀY",          "THẨM QUYỀN", "CHỨC VỤ",
    "NGƯỜI KÝ",       "TÍNH ĐẾN NGÀY", "KẾ HOẠCH",   "TÊN GỌN KẾ HOẠCH",
    "SỐ LIỆU",        "SỐ NHIỆM VỤ",   "SỐ QUÁ HẠN", "SỐ SẮP ĐẾN HẠN",
  };
  SkhDocxLetter *letter = skh_docx_letter_new (line_fields);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    skh_docx_letter_set (letter, fields[i], NULL);
  return letter;
}

static SkhDocx *
make_document (GBytes *data, const char *name, GError **error)
{
  g_autoptr (SkhDocx) docx = skh_docx_new (data, name, error);
  g_autoptr (SkhDocxLetter) vocabulary = make_vocabulary ();

  if (docx == NULL || !skh_docx_check (docx, vocabulary, error))
    return NULL;
  return g_steal_pointer (&docx);
}

SkhDocx *
skh_chase_letter_read_template (const char *path, GError **error)
{
  g_autoptr (GBytes) data = NULL;
  g_autofree char *name = g_filename_display_name (path);
  char *contents;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, error))
    return NULL;
  data = g_bytes_new_take (contents, size);
  return make_document (data, name, error);
}

static GBytes *
load_builtin (void)
{
  g_resources_register (skh_templates_get_resource ());
  return g_resources_lookup_data (BUILTIN, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* The office's own stands last; id 0: it has none. */
static gboolean
find_own (SkhDatabase *db, gint64 *id, char **name, GError **error)
{
  g_autoptr (GPtrArray) kept = skh_attachment_store_list (db, &office, FIELD, error);
  const SkhAttachment *own
    = kept != NULL && kept->len > 0 ? g_ptr_array_index (kept, kept->len - 1) : NULL;

  *id = own != NULL ? own->id : 0;
  *name = own != NULL ? g_strdup (own->name) : NULL;
  return kept != NULL;
}

static GBytes *
load_data (SkhDatabase *db, char **name, GError **error)
{
  gint64 id;

  if (!find_own (db, &id, name, error))
    return NULL;
  if (id != 0)
    return skh_attachment_store_read (db, id, error);
  *name = g_strdup (BUILTIN_NAME);
  return load_builtin ();
}

SkhDocx *
skh_chase_letter_load_template (SkhDatabase *db, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) data = load_data (db, &name, error);

  return data != NULL ? make_document (data, name, error) : NULL;
}

char *
skh_chase_letter_dup_template_name (SkhDatabase *db, GError **error)
{
  gint64 id;
  char *name = NULL;

  return find_own (db, &id, &name, error) ? name : NULL;
}

static gboolean
replace_own (SkhDatabase *db, const char *path, GError **error)
{
  g_autofree char *name = NULL;
  gint64 id;

  return find_own (db, &id, &name, error)
         && (path == NULL
             || skh_attachment_store_add (db, &office, FIELD, path, NULL, error))
         && (id == 0 || skh_attachment_store_remove (db, id, error));
}

/**
 * skh_chase_letter_set_template:
 * @path: (nullable): a Word document; %NULL takes the office's own away
 *
 * Keeps the document in the workbook as the office's own. Refused, and nothing changed,
 * when it is no Word document or asks for what is not known.
 */
gboolean
skh_chase_letter_set_template (SkhDatabase *db, const char *path, GError **error)
{
  g_autoptr (SkhDocx) docx
    = path != NULL ? skh_chase_letter_read_template (path, error) : NULL;
  gboolean ok;

  if ((path != NULL && docx == NULL)
      || !skh_act_begin (db,
                         path != NULL ? _ ("Letter changed: chasing")
                                      : _ ("Letter as it was: chasing"),
                         error))
    return FALSE;
  ok = replace_own (db, path, error);
  if (ok)
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return FALSE;
}

gboolean
skh_chase_letter_save_template (SkhDatabase *db, const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) data = load_data (db, &name, error);
  gsize size;
  const char *bytes = data != NULL ? g_bytes_get_data (data, &size) : NULL;

  return bytes != NULL
         && g_file_set_contents_full (path, bytes, (gssize)size,
                                      G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

/* — Files — */

static gboolean
fail_empty (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("There is nothing to chase, so no letter was written."));
  return FALSE;
}

/**
 * skh_chase_letter_write:
 *
 * Returns: %FALSE when the list is empty, the document can't be filled in, or the file
 *   can't be written
 */
gboolean
skh_chase_letter_write (SkhDocx *docx,
                        SkhChaseList *list,
                        const char *path,
                        GError **error)
{
  g_autoptr (GPtrArray) letters
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_docx_letter_free);
  guint n;
  const SkhChaseUnit *units = skh_chase_list_get_units (list, &n);

  for (guint i = 0; i < n; i++)
    {
      SkhDocxLetter *letter = make_letter (list, &units[i], error);

      if (letter == NULL)
        return FALSE;
      g_ptr_array_add (letters, letter);
    }
  return n > 0 ? skh_docx_write (docx, letters, path, error) : fail_empty (error);
}

/* "Cong van don doc 2023-04-15 DANG-UY-XA-MAU-MOT.docx": plain letters, for files travel
   to old desks. A name that is there gets a number. */
static char *
make_path (SkhChaseList *list, const SkhChaseUnit *run, const char *folder)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  g_autofree char *day = skh_date_to_iso (skh_chase_list_get_on (list));
  g_autofree char *unit
    = skh_text_make_code (skh_ledger_get_units (ledger, NULL)[run->unit].name);
  char *path = NULL;

  for (guint i = 1; path == NULL || g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *again = i > 1 ? g_strdup_printf (" (%u)", i) : g_strdup ("");
      g_autofree char *name
        = g_strdup_printf ("Cong van don doc %s %s%s.docx", day, unit, again);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }
  return path;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("The folder “%s” could not be made; choose another."), folder);
  return FALSE;
}

static gboolean
write_one (SkhDocx *docx,
           SkhChaseList *list,
           const SkhChaseUnit *run,
           const char *path,
           GError **error)
{
  g_autoptr (GPtrArray) letters
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_docx_letter_free);
  SkhDocxLetter *letter = make_letter (list, run, error);

  if (letter == NULL)
    return FALSE;
  g_ptr_array_add (letters, letter);
  return skh_docx_write (docx, letters, path, error);
}

/**
 * skh_chase_letter_write_folder:
 *
 * Returns: (transfer full) (element-type filename): what was written, or %NULL; letters
 *   that were written before a fault stay
 */
GPtrArray *
skh_chase_letter_write_folder (SkhDocx *docx,
                               SkhChaseList *list,
                               const char *folder,
                               GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const SkhChaseUnit *units = skh_chase_list_get_units (list, &n);

  if ((n == 0 && !fail_empty (error)) || !make_folder (folder, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = make_path (list, &units[i], folder);

      if (!write_one (docx, list, &units[i], path, error))
        return NULL;
      g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return g_steal_pointer (&paths);
}
