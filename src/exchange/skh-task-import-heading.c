/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that name a section. Offices number them as plans do: a Roman numeral for a
   chapter
   ("II", "II-", "II."), an Arabic one under it ("1.", or "II.1" written out), or a
   capital letter; in a cell of its own or before the text. */
#include "skh-task-import-private.h"

#include "skh-text.h"

#include <string.h>

static const char *
get (const SkhListRow *row, const guint *columns, SkhTaskColumn column)
{
  return skh_list_row_get_cell (row, columns[column]);
}

/* A row that says who, what for or by when is a task. */
static gboolean
has_task_cells (const SkhListRow *row, const guint *columns)
{
  static const SkhTaskColumn of_tasks[]
    = { SKH_TASK_COLUMN_LEAD,        SKH_TASK_COLUMN_WITH,      SKH_TASK_COLUMN_VIA,
        SKH_TASK_COLUMN_DELIVERABLE, SKH_TASK_COLUMN_RECIPIENT, SKH_TASK_COLUMN_WORDING };

  for (guint i = 0; i < G_N_ELEMENTS (of_tasks); i++)
    if (*get (row, columns, of_tasks[i]) != '\0')
      return TRUE;
  return FALSE;
}

static gsize
measure_roman (const char *text)
{
  return strspn (text, "IVXLC");
}

/* "II", "II.1", "II.1.2", "A"; 0 when the text begins with no such code. */
static gsize
measure_code (const char *text)
{
  gsize n = measure_roman (text);

  if (n == 0 && *text >= 'A' && *text <= 'H')
    n = 1;
  while (n > 0 && text[n] == '.' && g_ascii_isdigit (text[n + 1]))
    n += 1 + strspn (text + n + 1, "0123456789");
  return n;
}

static const char *
skip_marks (const char *at)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0 || !(g_unichar_isspace (c) || g_unichar_ispunct (c)) || c == '"'
          || c == 0x201c)
        return at;
      at = g_utf8_next_char (at);
    }
}

static gboolean
ends_code (const char *at)
{
  return *at == '\0' || *at == '.' || *at == '-' || *at == ')' || *at == ':' || *at == ' '
         || *at == '/';
}

/* The code and the text behind it. */
static gboolean
split (const char *text, char **code, const char **title)
{
  gsize n = measure_code (text);

  if (n == 0 || !ends_code (text + n))
    return FALSE;
  *title = skip_marks (text + n);
  *code = g_strndup (text, n);
  return **title != '\0';
}

/* "1.", "2)" alone in its cell, under a chapter: "II.1". */
static char *
join_number (const SkhTaskImport *self, const char *number)
{
  gsize n = strspn (number, "0123456789.");

  while (n > 0 && number[n - 1] == '.')
    n--;
  if (n == 0 || *skip_marks (number + n) != '\0')
    return NULL;
  if (self->chapter == NULL)
    return g_strndup (number, n);
  return g_strdup_printf ("%s.%.*s", self->chapter, (int)n, number);
}

static const char *
get_only_text (const SkhListRow *row)
{
  const char *text = NULL;

  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0' && text != NULL)
      return NULL;
    else if (*row->cells[i] != '\0')
      text = row->cells[i];
  return text;
}

static const SkhSectionDraft *
find_known (const SkhTaskImport *self, const char *text)
{
  static SkhSectionDraft found;
  g_autofree char *folded = skh_text_fold (text);
  guint n;
  const SkhSection *sections = skh_ledger_get_sections (self->ledger, &n);

  for (guint i = 0; !self->is_new_plan && i < n; i++)
    {
      g_autofree char *title = skh_text_fold (sections[i].title);

      if (g_str_equal (title, folded))
        {
          found = (SkhSectionDraft){ sections[i].code, sections[i].title };
          return &found;
        }
    }
  return NULL;
}

static gboolean
is_listed (const SkhTaskImport *self, const char *code)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (g_array_index (self->sections, SkhSectionDraft, i).code, code))
      return TRUE;
  return FALSE;
}

static void
enter_section (SkhTaskImport *self, const char *code, const char *title)
{
  SkhSectionDraft section = { skh_plan_draft_string (self->strings, code),
                              skh_plan_draft_string (self->strings, title) };

  if (!is_listed (self, code))
    g_array_append_val (self->sections, section);
  self->section = section.code;
  if (code[measure_roman (code)] == '\0' && *code != '\0')
    self->chapter = section.code;
}

/**
 * skh_task_import_read_heading:
 *
 * Takes a row that names a section: the rows below it stand in that.
 *
 * Returns: %FALSE when the row is none
 */
gboolean
skh_task_import_read_heading (SkhTaskImport *self,
                              const SkhListRow *row,
                              const guint *columns)
{
  const char *number = get (row, columns, SKH_TASK_COLUMN_NUMBER);
  const char *title = get (row, columns, SKH_TASK_COLUMN_TITLE);
  const char *only = get_only_text (row);
  const SkhSectionDraft *known;
  g_autofree char *code = NULL;

  if (only != NULL && (known = find_known (self, only)) != NULL)
    {
      enter_section (self, known->code, known->title);
      return TRUE;
    }
  if (only != NULL && split (only, &code, &title))
    {
      enter_section (self, code, title);
      return TRUE;
    }
  if (only != NULL || *number == '\0' || *title == '\0' || has_task_cells (row, columns))
    return FALSE;
  if (measure_code (number) > 0 && ends_code (number + measure_code (number)))
    code = g_strndup (number, measure_code (number));
  else
    code = join_number (self, number);
  if (code == NULL)
    return FALSE;
  enter_section (self, code, title);
  return TRUE;
}
