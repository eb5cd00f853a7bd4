/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of a plan from end to end. How a row is read is in skh-task-import-row.c,
   how a section's heading is in skh-task-import-heading.c, how a task is known again in
   skh-task-import-match.c. */
#include "skh-task-import-private.h"

#include "skh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const SkhListColumn columns_of_a_list[SKH_N_TASK_COLUMNS] = {
  [SKH_TASK_COLUMN_NUMBER]
  = { "no", { "no", "TT", "STT", "Số TT", "Số thứ tự", "Số", "No." } },
  [SKH_TASK_COLUMN_SECTION] = { "section", { "section", "Mục", "Phần" } },
  [SKH_TASK_COLUMN_TITLE]
  = { "title",
      { "title", "task", "Nội dung", "Nội dung nhiệm vụ", "Nhiệm vụ", "Tên nhiệm vụ",
        "Nội dung công việc", "Công việc", "Nội dung thực hiện", "Nội dung, nhiệm vụ",
        "Nội dung công việc, nhiệm vụ" } },
  [SKH_TASK_COLUMN_LEAD]
  = { "lead",
      { "lead", "Chủ trì", "Đơn vị chủ trì", "Cơ quan chủ trì", "Cơ quan, đơn vị chủ trì",
        "Đơn vị thực hiện", "Cơ quan thực hiện", "Cơ quan, đơn vị thực hiện",
        "Chủ trì thực hiện", "Phân công thực hiện", "Đơn vị, cá nhân chủ trì" } },
  [SKH_TASK_COLUMN_WITH] = { "with",
                             { "with", "Phối hợp", "Đơn vị phối hợp", "Cơ quan phối hợp",
                               "Cơ quan, đơn vị phối hợp", "Phối hợp thực hiện" } },
  [SKH_TASK_COLUMN_VIA] = { "via", { "via", "Qua", "Gửi qua", "Thông qua" } },
  [SKH_TASK_COLUMN_DELIVERABLE]
  = { "deliverable",
      { "deliverable", "Sản phẩm", "Sản phẩm, kết quả", "Kết quả", "Kết quả, sản phẩm",
        "Sản phẩm đầu ra", "Sản phẩm dự kiến", "Hình thức văn bản" } },
  [SKH_TASK_COLUMN_RECIPIENT]
  = { "recipient", { "recipient", "Nơi nhận", "Gửi", "Báo cáo", "Cấp trình" } },
  [SKH_TASK_COLUMN_WORDING]
  = { "wording",
      { "wording", "Thời hạn", "Thời gian hoàn thành", "Thời hạn hoàn thành",
        "Thời gian thực hiện", "Thời gian", "Theo Kế hoạch", "Hạn", "Hạn hoàn thành",
        "Tiến độ", "Thời hạn, tiến độ", "Thời gian, tiến độ" } },
  [SKH_TASK_COLUMN_LAST_DAY] = { "last_day", { "last_day", "Ngày cuối" } },
  [SKH_TASK_COLUMN_NEXT_DAY]
  = { "next_working_day", { "next_working_day", "Ngày làm việc kế tiếp" } },
  [SKH_TASK_COLUMN_NOTE] = { "note", { "note", "Ghi chú" } },
};

static SkhTaskImport *
create (SkhLedger *ledger, gboolean is_new_plan, int year)
{
  SkhTaskImport *self = g_new0 (SkhTaskImport, 1);

  self->ledger = skh_ledger_ref (ledger);
  self->is_new_plan = is_new_plan;
  self->year = year;
  self->names = skh_name_finder_new (ledger);
  self->strings = skh_plan_draft_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (SkhTaskImportEntry));
  self->sections = g_array_new (FALSE, TRUE, sizeof (SkhSectionDraft));
  skh_import_result_init (&self->result);
  return self;
}

/**
 * skh_task_import_new:
 * @ledger: the plan that the list goes into, as it is
 *
 * Returns: (transfer full): an import without sources
 */
SkhTaskImport *
skh_task_import_new (SkhLedger *ledger)
{
  return create (ledger, FALSE, skh_ledger_get_plan (ledger)->year);
}

/**
 * skh_task_import_new_plan:
 * @ledger: any plan of the workbook, for its units and groups
 * @year: of the new plan
 *
 * Returns: (transfer full): an import of one plan more; see skh_task_import_fill_draft()
 */
SkhTaskImport *
skh_task_import_new_plan (SkhLedger *ledger, int year)
{
  return create (ledger, TRUE, year);
}

void
skh_task_import_free (SkhTaskImport *self)
{
  skh_ledger_unref (self->ledger);
  skh_name_finder_free (self->names);
  skh_plan_draft_free (self->strings);
  g_array_unref (self->entries);
  g_array_unref (self->sections);
  skh_import_result_clear (&self->result);
  g_free (self);
}

/* — Faults and notes — */

static SkhImportFault *
new_fault (const SkhTaskImportEntry *entry,
           SkhTaskColumn column,
           const char *value,
           char *why)
{
  SkhImportFault *fault = g_new0 (SkhImportFault, 1);
  guint at = entry->columns[column];

  fault->file = g_strdup (entry->row.file);
  fault->sheet = g_strdup (entry->row.sheet);
  fault->cell = skh_list_cell_name (entry->row.number, at != SKH_LIST_NO_COLUMN ? at : 0);
  fault->value = g_strdup (value);
  fault->why = why;
  return fault;
}

/**
 * skh_task_import_refuse:
 * @column: where the fault is
 *
 * Notes a fault of an entry, which is then refused. The first fault of a row is enough to
 * refuse it; all are told.
 */
void
skh_task_import_refuse (SkhTaskImport *self,
                        SkhTaskImportEntry *entry,
                        SkhTaskColumn column,
                        const char *value,
                        const char *format,
                        ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->result.faults, new_fault (entry, column, value,
                                                   g_strdup_vprintf (format, arguments)));
  va_end (arguments);
  entry->row.outcome = SKH_IMPORT_REFUSED;
}

/**
 * skh_task_import_note:
 *
 * Says what is to be looked at of a row that is taken in.
 */
void
skh_task_import_note (SkhTaskImport *self,
                      const SkhTaskImportEntry *entry,
                      SkhTaskColumn column,
                      const char *value,
                      const char *format,
                      ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->result.notes, new_fault (entry, column, value,
                                                  g_strdup_vprintf (format, arguments)));
  va_end (arguments);
}

/* — Sources — */

/* The header comes again at the top of each printed page. */
static gboolean
repeats_header (const SkhListRow *row, const SkhListRow *header, const guint *columns)
{
  for (guint i = 0; i < SKH_N_TASK_COLUMNS; i++)
    if (columns[i] != SKH_LIST_NO_COLUMN
        && !g_str_equal (skh_list_row_get_cell (row, columns[i]),
                         skh_list_row_get_cell (header, columns[i])))
      return FALSE;
  return TRUE;
}

/* A row that numbers the columns: (1) (2) (3). */
static gboolean
numbers_columns (const SkhListRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const char *cell = row->cells[i];

      if (*cell != '\0' && cell[strspn (cell, "0123456789()")] != '\0')
        return FALSE;
      n += *cell != '\0';
    }
  return n > 2;
}

/* The first line above the list that is long enough to say what the plan is. */
static void
find_title (SkhTaskImport *self, const SkhListSource *source, guint header)
{
  for (guint i = 0; i < header && self->title == NULL; i++)
    {
      const SkhListRow *row = source->rows->pdata[i];

      for (guint column = 0; column < row->n_cells; column++)
        {
          g_autofree char *folded = skh_text_fold (row->cells[column]);

          if (g_str_has_prefix (folded, "ke hoach ") && strlen (folded) > 20)
            self->title = skh_plan_draft_string (self->strings, row->cells[column]);
        }
    }
}

static void
read_rows (SkhTaskImport *self,
           const SkhListSource *source,
           const guint *columns,
           guint header)
{
  SkhTaskImportEntry place = { 0 };

  place.row.file = skh_plan_draft_string (self->strings, source->file);
  place.row.sheet = skh_plan_draft_string (self->strings, source->sheet);
  memcpy (place.columns, columns, sizeof place.columns);
  self->section = self->chapter = NULL;
  for (guint i = header + 1; i < source->rows->len; i++)
    {
      const SkhListRow *row = source->rows->pdata[i];

      place.row.number = row->number;
      if (repeats_header (row, source->rows->pdata[header], columns)
          || numbers_columns (row) || skh_task_import_read_heading (self, row, columns))
        self->result.n_skipped++;
      else
        skh_task_import_read_row (self, &place, row);
    }
}

/**
 * skh_task_import_add_source:
 * @source: a list with a header that names at least the column of tasks
 *
 * Reads the rows of one more list.
 *
 * Returns: %FALSE with %SKH_IMPORT_ERROR_NO_HEADER, and nothing of @source taken
 */
gboolean
skh_task_import_add_source (SkhTaskImport *self,
                            const SkhListSource *source,
                            GError **error)
{
  guint columns[SKH_N_TASK_COLUMNS];
  guint header;

  if (!skh_list_source_find_header (source, columns_of_a_list, SKH_N_TASK_COLUMNS,
                                    columns, &header)
      || columns[SKH_TASK_COLUMN_TITLE] == SKH_LIST_NO_COLUMN)
    {
      g_set_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_HEADER,
                   _ ("“%s” has no header row with “Nội dung” or “Nhiệm vụ” in its first "
                      "twenty rows. Add one above the list."),
                   source->file);
      return FALSE;
    }
  skh_import_result_note_source (&self->result, source);
  find_title (self, source, header);
  read_rows (self, source, columns, header);
  return TRUE;
}

/**
 * skh_task_import_add_file:
 * @path: see skh_list_source_read_best()
 *
 * Reads the rows of one more list.
 *
 * Returns: %FALSE with %SKH_IMPORT_ERROR or %SKH_LIST_ERROR, and nothing taken
 */
gboolean
skh_task_import_add_file (SkhTaskImport *self,
                          const char *path,
                          const char *sheet,
                          GError **error)
{
  g_autoptr (SkhListSource) source
    = skh_list_source_read_best (path, sheet, columns_of_a_list, SKH_N_TASK_COLUMNS,
                                 error);

  return source != NULL && skh_task_import_add_source (self, source, error);
}

/* — Preview — */

/* A list without headings stands in the plan's only section, or in one of its own. */
static void
place_in_section (SkhTaskImport *self, SkhTaskImportEntry *entry)
{
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (self->ledger, &n);
  SkhSectionDraft own = { "I", "Nội dung nhiệm vụ" };

  if (entry->row.task.section != NULL || entry->known != SKH_NO_INDEX
      || entry->row.outcome == SKH_IMPORT_REFUSED)
    return;
  if (!self->is_new_plan && n > 0)
    {
      entry->row.task.section = sections[n - 1].code;
      if (n > 1)
        skh_task_import_note (self, entry, SKH_TASK_COLUMN_TITLE, entry->row.task.title,
                              _ ("The list does not say in which section this stands; it "
                                 "goes into the last one, %s."),
                              sections[n - 1].code);
      return;
    }
  entry->row.task.section = own.code;
  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (g_array_index (self->sections, SkhSectionDraft, i).code, own.code))
      return;
  g_array_append_val (self->sections, own);
}

/**
 * skh_task_import_preview:
 *
 * Finds what becomes of every row, once all sources are added. Writes nothing.
 */
void
skh_task_import_preview (SkhTaskImport *self)
{
  skh_task_import_match (self);
  memset (self->result.counts, 0, sizeof self->result.counts);
  self->result.n_rows = self->entries->len;
  for (guint i = 0; i < self->entries->len; i++)
    {
      SkhTaskImportEntry *entry = skh_task_import_get_entry (self, i);

      place_in_section (self, entry);
      if (entry->row.outcome != SKH_IMPORT_REFUSED)
        entry->row.outcome = entry->known == SKH_NO_INDEX            ? SKH_IMPORT_ADDED
                             : skh_task_import_differs (self, entry) ? SKH_IMPORT_CHANGED
                                                                     : SKH_IMPORT_SAME;
      self->result.counts[entry->row.outcome]++;
    }
}

/* — What came of it — */

const SkhImportResult *
skh_task_import_get_result (SkhTaskImport *self)
{
  return &self->result;
}

guint
skh_task_import_get_n_rows (SkhTaskImport *self)
{
  return self->entries->len;
}

const SkhTaskImportRow *
skh_task_import_get_row (SkhTaskImport *self, guint index)
{
  return &skh_task_import_get_entry (self, index)->row;
}

const char *
skh_task_import_get_title (SkhTaskImport *self)
{
  return self->title;
}
