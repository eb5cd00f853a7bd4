/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers, any register: their lines, a new line, lists taken in. */
#include "skh-cli-commands.h"
#include "skh-cli-output.h"
#include "skh-cli-records.h"

#include "skh-link-store.h"
#include "skh-register-import.h"
#include "skh-register-store.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define PAGE 500

/* — One entry, as scripts read it — */

static json_t *
record_files (const SkhValue *value)
{
  json_t *names = json_array ();
  g_auto (GStrv) parts = value->is_set ? g_strsplit (value->text, "; ", -1) : NULL;

  for (char **part = parts; part != NULL && *part != NULL; part++)
    json_array_append_new (names, json_string (*part));
  return names;
}

static json_t *
record_value (const SkhField *field, const SkhValue *value)
{
  g_autofree char *text = skh_field_dup_typed_text (field, value);

  if (field->type == SKH_FIELD_FILE)
    return record_files (value);
  if (!value->is_set)
    return json_null ();
  if (field->type == SKH_FIELD_NUMBER)
    return json_integer (value->number);
  if (field->type == SKH_FIELD_DAY)
    return skh_cli_record_date (value->day);
  if (field->type == SKH_FIELD_COUNT)
    return json_pack ("[I, o]", (json_int_t)value->number,
                      value->total >= 0 ? json_integer (value->total) : json_null ());
  return json_string (text);
}

static json_t *
record_entry (const SkhEntry *entry)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  json_t *record
    = json_pack ("{s:o}", "id", skh_cli_record_id (skh_entry_get_id (entry)));

  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    {
      const SkhField *field = skh_register_get_field (reg, i);

      json_object_set_new (record, field->key,
                           record_value (field, skh_entry_get_value (entry, i)));
    }
  return record;
}

/* — All of a register — */

typedef struct
{
  const char *id, *text;
  SkhRegister *reg;
  SkhRegisterQuery *query;
  SkhRegisterCursor *cursor;
  GPtrArray *page;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->page, g_ptr_array_unref);
  g_clear_pointer (&reading->cursor, skh_register_cursor_free);
  g_clear_pointer (&reading->query, skh_register_query_free);
  g_clear_pointer (&reading->reg, skh_register_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* What the query says; without one all, in the order of the register's first view. */
static gboolean
begin_reading (SkhDatabase *db, gpointer data, GError **error)
{
  Reading *reading = data;
  const SkhRegisterView *views;
  g_autofree char *text = NULL;
  guint n_views;

  reading->reg = skh_register_store_load_register (db, reading->id, error);
  if (reading->reg == NULL)
    return FALSE;
  views = skh_register_get_views (reading->reg, &n_views);
  text = reading->text != NULL ? g_strdup (reading->text)
         : n_views > 0         ? skh_register_query_dup_of_year (views[0].query, 0)
                               : NULL;
  reading->query = skh_register_query_parse (reading->reg, text, NULL);
  g_array_set_size (reading->query->columns, 0);
  reading->cursor = skh_register_cursor_new ();
  return TRUE;
}

static gboolean
read_page (SkhDatabase *db, gpointer data, GError **error)
{
  Reading *reading = data;

  g_clear_pointer (&reading->page, g_ptr_array_unref);
  reading->page = skh_register_store_read_page (db, reading->query, reading->cursor, PAGE,
                                                NULL, error);
  return reading->page != NULL;
}

static GArray *
list_columns (const SkhRegister *reg)
{
  g_autoptr (GArray) fields = skh_register_list_report_fields (reg);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SkhCliColumn));

  for (guint i = 0; i < fields->len; i++)
    {
      const SkhField *field
        = skh_register_get_field (reg, g_array_index (fields, guint, i));
      SkhCliColumn column = { skh_field_get_title (field), field->key };

      g_array_append_val (columns, column);
    }
  return columns;
}

gboolean
skh_cli_print_entries (SkhCliCall *call,
                       SkhWorkbook *workbook,
                       const char *register_id,
                       const char *query,
                       GError **error)
{
  g_auto (Reading) reading = { .id = register_id, .text = query };
  g_autoptr (GArray) columns = NULL;
  SkhCliList *list;

  if (!skh_workbook_run (workbook, begin_reading, &reading, error)
      || !skh_workbook_run (workbook, read_page, &reading, error))
    return FALSE;
  columns = list_columns (reading.reg);
  list = skh_cli_list_new (call, (SkhCliColumn *)columns->data, columns->len);
  while (reading.page != NULL && reading.page->len > 0)
    {
      for (guint i = 0; i < reading.page->len; i++)
        skh_cli_list_add (list, record_entry (reading.page->pdata[i]));
      if (!skh_workbook_run (workbook, read_page, &reading, error))
        g_clear_pointer (&reading.page, g_ptr_array_unref);
    }
  skh_cli_list_end (list);
  return reading.page != NULL;
}

gboolean
skh_cli_run_register (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);

  return workbook != NULL
         && skh_cli_print_entries (call, workbook, call->arguments[1], NULL, error);
}

/* — One more line — */

typedef struct
{
  const char *id;
  char **values; /* FIELD=VALUE */
  SkhDate on;
  SkhEntry *entry;
} Adding;

static void
adding_clear (Adding *adding)
{
  g_clear_pointer (&adding->entry, skh_entry_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Adding, adding_clear)

static gboolean
split_argument (SkhRegister *reg, const char *argument, guint *field, GError **error)
{
  const char *equals = strchr (argument, '=');
  g_autofree char *key
    = equals != NULL ? g_strndup (argument, (gsize)(equals - argument)) : NULL;
  GString *keys;

  if (key == NULL)
    return skh_cli_fail_usage (error, _ ("“%s” is no field; write FIELD=VALUE."),
                               argument);
  *field = skh_register_find_field (reg, key);
  if (*field != SKH_NO_FIELD)
    return TRUE;
  keys = g_string_new (NULL);
  for (guint i = 0; i < skh_register_get_n_fields (reg); i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "",
                            skh_register_get_field (reg, i)->key);
  skh_cli_fail_usage (error, _ ("There is no field “%s”; there are: %s."), key,
                      keys->str);
  g_string_free (keys, TRUE);
  return FALSE;
}

static gboolean
take_argument (Adding *adding, const char *argument, GError **error)
{
  SkhRegister *reg = skh_entry_get_register (adding->entry);
  const SkhField *of;
  g_autofree char *fault = NULL;
  guint field;
  int year;

  if (!split_argument (reg, argument, &field, error))
    return FALSE;
  of = skh_register_get_field (reg, field);
  if (of->type == SKH_FIELD_FILE)
    return TRUE;
  if (!skh_field_is_typed (of))
    return skh_cli_refuse (error, _ ("“%s” is computed; it can't be given."), of->key);
  year = skh_date_get_year (adding->on);
  return skh_entry_set_typed (adding->entry, field, strchr (argument, '=') + 1, year,
                              &fault)
         || skh_cli_refuse (error, "“%s”: %s", argument, fault);
}

static gboolean
attach_argument (SkhDatabase *db, Adding *adding, const char *argument, GError **error)
{
  SkhRegister *reg = skh_entry_get_register (adding->entry);
  SkhThing thing = { skh_register_get_table (reg), skh_entry_get_id (adding->entry) };
  guint field;

  if (!split_argument (reg, argument, &field, error))
    return FALSE;
  if (skh_register_get_field (reg, field)->type != SKH_FIELD_FILE)
    return TRUE;
  return skh_attachment_store_add (db, &thing, skh_register_get_field (reg, field)->key,
                                   strchr (argument, '=') + 1, NULL, error);
}

/* The line and its files are one act. A store that fails ends the act it joined. */
static gboolean
put_with_files (SkhDatabase *db, Adding *adding, GError **error)
{
  g_autofree char *name = skh_entry_dup_label (adding->entry);
  g_autofree char *label = g_strdup_printf (_ ("%s added: %s"),
                                            skh_register_get_one_title (
                                              skh_entry_get_register (adding->entry)),
                                            name);

  if (!skh_act_begin (db, label, error)
      || !skh_register_store_put (db, adding->entry, error))
    return FALSE;
  for (char **value = adding->values; *value != NULL; value++)
    if (!attach_argument (db, adding, *value, error))
      return FALSE;
  return skh_act_end (db, error);
}

static gboolean
add_entry (SkhDatabase *db, gpointer data, GError **error)
{
  Adding *adding = data;
  g_autoptr (SkhRegister) reg = skh_register_store_load_register (db, adding->id, error);
  SkhEntry *again;

  if (reg == NULL)
    return FALSE;
  adding->entry = skh_entry_new (reg);
  for (char **value = adding->values; *value != NULL; value++)
    if (!take_argument (adding, *value, error))
      return FALSE;
  if (!put_with_files (db, adding, error))
    return FALSE;
  again = skh_register_store_get (db, reg, skh_entry_get_id (adding->entry), error);
  g_clear_pointer (&adding->entry, skh_entry_unref);
  adding->entry = again;
  return again != NULL;
}

static gboolean
run_add (SkhCliCall *call, Adding *adding, GError **error)
{
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_WRITE, error);

  return workbook != NULL && skh_workbook_run (workbook, add_entry, adding, error);
}

gboolean
skh_cli_run_register_add (SkhCliCall *call, GError **error)
{
  g_auto (Adding) adding
    = { .id = call->arguments[1], .values = call->arguments + 2, .on = call->on };
  g_autofree char *label = NULL;

  if (!run_add (call, &adding, error))
    return FALSE;
  label = skh_entry_dup_label (adding.entry);
  if (call->json)
    skh_cli_print_json (record_entry (adding.entry));
  else
    fprintf (stdout, _ ("Added: %s\n"), label);
  return TRUE;
}

/* — Conferences, which have a command of their own — */

#define CONFERENCES "conferences"

static gboolean
check_conference (SkhCliCall *call, GError **error)
{
  if (call->title == NULL)
    return skh_cli_fail_usage (error, _ ("“%s” needs --%s."), "conference add", "title");
  return call->on_text != NULL
         || skh_cli_fail_usage (error, _ ("“%s” needs --%s."), "conference add", "on");
}

static char **
dup_conference_values (SkhCliCall *call)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autofree char *title = g_strdup_printf ("title=%s", call->title);
  g_autofree char *day = g_strdup_printf ("day=%s", call->on_text);
  g_autofree char *place
    = call->place != NULL ? g_strdup_printf ("place=%s", call->place) : NULL;

  g_strv_builder_add (values, title);
  g_strv_builder_add (values, day);
  if (place != NULL)
    g_strv_builder_add (values, place);
  return g_strv_builder_end (values);
}

/* Its id alone, which scripts keep. */
static gboolean
add_conference (SkhCliCall *call, GError **error)
{
  g_auto (GStrv) values = NULL;
  g_auto (Adding) adding = { .id = CONFERENCES, .on = call->on };

  if (!check_conference (call, error))
    return FALSE;
  values = dup_conference_values (call);
  adding.values = values;
  if (!run_add (call, &adding, error))
    return FALSE;
  if (call->json)
    skh_cli_print_json (record_entry (adding.entry));
  else
    fprintf (stdout, "%" G_GINT64_FORMAT "\n", skh_entry_get_id (adding.entry));
  return TRUE;
}

static gboolean
list_conferences (SkhCliCall *call, GError **error)
{
  g_autoptr (SkhWorkbook) workbook
    = skh_cli_call_open (call, SKH_WORKBOOK_OPEN_READ, error);

  return workbook != NULL
         && skh_cli_print_entries (call, workbook, CONFERENCES, NULL, error);
}

gboolean
skh_cli_run_conference (SkhCliCall *call, GError **error)
{
  if (g_str_equal (call->arguments[1], "add"))
    return add_conference (call, error);
  if (g_str_equal (call->arguments[1], "list"))
    return list_conferences (call, error);
  return skh_cli_fail_usage (error, _ ("“%s” is not add or list."), call->arguments[1]);
}

/* — Lists — */

static SkhRegisterImport *
read_sources (SkhCliCall *call, SkhWorkbook *workbook, const char *id, GError **error)
{
  g_autoptr (SkhRegisterImport) import
    = skh_register_import_new (workbook, id, skh_date_get_year (call->on), error);

  if (import == NULL)
    return NULL;
  for (guint i = 2; i < call->n_arguments; i++)
    if (!skh_register_import_add_file (import, call->arguments[i], call->sheet, error))
      return NULL;
  return skh_register_import_preview (import, error) ? g_steal_pointer (&import) : NULL;
}

gboolean
skh_cli_run_import_register (SkhCliCall *call, GError **error)
{
  SkhWorkbookOpenMode mode
    = call->dry_run ? SKH_WORKBOOK_OPEN_READ : SKH_WORKBOOK_OPEN_WRITE;
  char *id = call->arguments[0];
  g_autoptr (SkhWorkbook) workbook = NULL;
  g_autoptr (SkhRegisterImport) import = NULL;

  /* All commands find the workbook first among their arguments. */
  call->arguments[0] = call->arguments[1];
  call->arguments[1] = id;
  workbook = skh_cli_call_open (call, mode, error);
  import = workbook != NULL ? read_sources (call, workbook, id, error) : NULL;
  if (import == NULL || (!call->dry_run && !skh_register_import_apply (import, error)))
    return FALSE;
  skh_cli_print_import (call, skh_register_import_get_result (import));
  return TRUE;
}
