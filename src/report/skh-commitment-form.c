/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bản cam kết: one form a commitment, filled with what the registers of commitments and
   of people say; lines to write on stand where nothing is said yet. */
#include "skh-commitment-form.h"

#include "skh-register-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* To write on by hand, under each heading. */
#define BLANK_LINES 3

static const struct
{
  const char *key, *rating, *title;
} headings[] = {
  { "ideology", "ideology_rating", "Về tư tưởng chính trị" },
  { "ethics", "ethics_rating", "Về phẩm chất đạo đức, lối sống" },
  { "discipline", "discipline_rating", "Về ý thức tổ chức kỷ luật" },
  { "work_style", "work_style_rating", "Về tác phong, lề lối làm việc" },
  { "duty", "duty_rating", "Về thực hiện chức trách, nhiệm vụ" },
  { "shortcomings", "shortcomings_rating", "Về khắc phục hạn chế, khuyết điểm" },
  { "action_plan", "action_plan_rating", "Kế hoạch hành động" },
};

typedef struct
{
  const SkhRegisterQuery *query;
  const gint64 *ids;
  guint n_ids;
  GPtrArray *entries; /* SkhEntry */
  GPtrArray *people;  /* SkhEntry, NULL where the person is gone; one an entry */
} Reading;

/* — Reading — */

static gboolean
read_shown (SkhDatabase *db, Reading *reading, GError **error)
{
  g_autoptr (SkhRegisterCursor) cursor = skh_register_cursor_new ();

  reading->entries
    = skh_register_store_read_page (db, reading->query, cursor,
                                    SKH_COMMITMENT_FORMS_MAX + 1, NULL, error);
  if (reading->entries == NULL)
    return FALSE;
  if (reading->entries->len <= SKH_COMMITMENT_FORMS_MAX)
    return TRUE;
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_INVALID,
               _ ("These are more than %d forms; filter the list by a unit first."),
               SKH_COMMITMENT_FORMS_MAX);
  return FALSE;
}

static gboolean
read_people (SkhDatabase *db, Reading *reading, GError **error)
{
  g_autoptr (SkhRegister) people = skh_register_store_load_register (db, "people", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < reading->entries->len; i++)
    {
      const SkhEntry *entry = reading->entries->pdata[i];
      gint64 id = entry != NULL ? skh_entry_get_value_by_key (entry, "person")->id : 0;

      g_array_append_val (ids, id);
    }
  if (people != NULL)
    reading->people
      = skh_register_store_get_many (db, people, (const gint64 *)(gpointer)ids->data,
                                     ids->len, error);
  return reading->people != NULL;
}

static gboolean
read_all (SkhDatabase *db, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->n_ids > 0)
    reading->entries = skh_register_store_get_many (db, reading->query->reg, reading->ids,
                                                    reading->n_ids, error);
  else if (!read_shown (db, reading, error))
    return FALSE;
  return reading->entries != NULL && read_people (db, reading, error);
}

/* — One form — */

static const char *
get_text (const SkhEntry *entry, const char *key)
{
  return skh_entry_get_value_by_key (entry, key)->text;
}

static char *
dup_paper_text (const SkhEntry *entry, const char *key)
{
  SkhRegister *reg = skh_entry_get_register (entry);

  return skh_field_dup_paper_text (
    skh_register_get_field (reg, skh_register_find_field (reg, key)),
    skh_entry_get_value_by_key (entry, key));
}

/* "Chức vụ: Bí thư"; what is not known is left to be written. */
static void
add_line (SkhLetter *letter, const char *title, const char *text)
{
  g_autofree char *line
    = g_strdup_printf ("%s: %s", title, text != NULL && *text != '\0' ? text : "…………………");

  skh_letter_add_paragraph (letter, SKH_PARAGRAPH_TEXT, line);
}

static void
add_person (SkhLetter *letter, const SkhEntry *entry, const SkhEntry *person)
{
  g_autofree char *birth = person != NULL ? dup_paper_text (person, "birth") : NULL;
  g_autofree char *where
    = g_strdup_printf ("%s%s%s",
                       get_text (entry, "cell") != NULL ? get_text (entry, "cell") : "",
                       get_text (entry, "cell") != NULL ? ", " : "",
                       get_text (entry, "unit") != NULL ? get_text (entry, "unit") : "");

  add_line (letter, "Tôi tên là", get_text (entry, "person"));
  add_line (letter, "Ngày sinh", birth);
  add_line (letter, "Chức vụ", get_text (entry, "position"));
  add_line (letter, "Đơn vị", where);
}

static void
add_headings (SkhLetter *letter, const SkhEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, headings[i].title);
      const char *text = get_text (entry, headings[i].key);

      skh_letter_add_paragraph (letter, SKH_PARAGRAPH_HEADING, title);
      if (text != NULL)
        skh_letter_add_paragraph (letter, SKH_PARAGRAPH_TEXT, text);
      else
        skh_letter_add_dots (letter, BLANK_LINES);
    }
}

static gboolean
has_year_end (const SkhEntry *entry)
{
  gboolean has = get_text (entry, "final") != NULL
                 || get_text (entry, "conclusion") != NULL
                 || get_text (entry, "follow_up") != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    has = has || get_text (entry, headings[i].rating) != NULL;
  return has;
}

/* Only what is known: a form of January says nothing of December. */
static void
add_if_said (SkhLetter *letter, const SkhEntry *entry, const char *title, const char *key)
{
  g_autofree char *text = dup_paper_text (entry, key);

  if (*text != '\0')
    add_line (letter, title, text);
}

static void
add_year_end (SkhLetter *letter, const SkhEntry *entry)
{
  if (!has_year_end (entry))
    return;
  skh_letter_add_paragraph (letter, SKH_PARAGRAPH_HEADING,
                            "Kết quả thực hiện cam kết cuối năm");
  add_if_said (letter, entry, "Theo dõi thực hiện", "follow_up");
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_if_said (letter, entry, headings[i].title, headings[i].rating);
  add_if_said (letter, entry, "Xếp loại cuối năm", "final");
  add_if_said (letter, entry, "Kết luận của Ban Thường vụ", "conclusion");
}

static void
fill_title (SkhTitleBlock *title, SkhLedger *ledger, const SkhEntry *entry)
{
  const SkhValue *written = skh_entry_get_value_by_key (entry, "written_on");
  const char *cell = get_text (entry, "cell"), *unit = get_text (entry, "unit");

  title->superior
    = g_strdup (cell != NULL ? unit : skh_ledger_get_plan (ledger)->organisation);
  title->organisation = g_strdup (cell != NULL ? cell : unit);
  title->place = g_strdup (skh_ledger_get_plan (ledger)->place);
  title->day = written->is_set ? written->day : SKH_DATE_NONE;
  title->kind = g_strdup ("BẢN CAM KẾT");
  title->abstract = g_strdup_printf (
    "thực hiện các nghị quyết, quy định của Đảng gắn với học tập và làm theo"
    " tư tưởng, đạo đức, phong cách Hồ Chí Minh năm %d",
    skh_entry_get_value_by_key (entry, "year")->period.year);
  title->witness = g_strdup ("XÁC NHẬN CỦA CHI BỘ");
  title->authority = g_strdup ("NGƯỜI CAM KẾT");
  title->signer = g_strdup (get_text (entry, "person"));
}

static SkhLetter *
make_letter (SkhLedger *ledger, const SkhEntry *entry, const SkhEntry *person)
{
  SkhLetter *letter = skh_letter_new ();

  fill_title (&letter->title, ledger, entry);
  add_person (letter, entry, person);
  skh_letter_add_paragraph (letter, SKH_PARAGRAPH_TEXT,
                            "Tôi xin cam kết thực hiện những nội dung sau đây:");
  add_headings (letter, entry);
  add_year_end (letter, entry);
  return letter;
}

/* What a PDF calls itself. */
static void
name_report (SkhReport *report, SkhLedger *ledger)
{
  SkhTitleBlock *title = skh_report_get_title_block (report);

  title->organisation = g_strdup (skh_ledger_get_plan (ledger)->organisation);
  title->kind = g_strdup ("Bản cam kết");
}

/**
 * skh_commitment_form_new:
 * @query: of the register of commitments: whose forms, in which order
 * @ids: (nullable): these entries instead
 *
 * Returns: (transfer full): a report of letters, or %NULL with an error of the store,
 *   %SKH_STORE_ERROR_INVALID when they are too many
 */
SkhReport *
skh_commitment_form_new (SkhWorkbook *workbook,
                         SkhLedger *ledger,
                         const SkhRegisterQuery *query,
                         const gint64 *ids,
                         guint n_ids,
                         GError **error)
{
  Reading reading = { .query = query, .ids = ids, .n_ids = n_ids };
  SkhReport *report = NULL;

  if (skh_workbook_run (workbook, read_all, &reading, error))
    {
      report = skh_report_new ();
      skh_report_set_paper_size (report, SKH_PAPER_A4_UPRIGHT);
      name_report (report, ledger);
      for (guint i = 0; i < reading.entries->len; i++)
        if (reading.entries->pdata[i] != NULL)
          skh_report_add_letter (report, make_letter (ledger, reading.entries->pdata[i],
                                                      reading.people->pdata[i]));
    }
  g_clear_pointer (&reading.entries, g_ptr_array_unref);
  g_clear_pointer (&reading.people, g_ptr_array_unref);
  return report;
}
