/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every declared register holds together, and what its fields say of each other is so. */
#include "skh-register-query.h"

#include <string.h>

static void
assert_keys (SkhRegister *reg, const char *const *keys, guint n)
{
  for (guint i = 0; i < n && keys[i] != NULL; i++)
    g_assert_cmpuint (skh_register_find_field (reg, keys[i]), !=, SKH_NO_FIELD);
}

static void
assert_report (SkhRegister *reg, const char *report)
{
  g_auto (GStrv) keys = g_strsplit (report, " ", -1);

  g_assert_cmpuint (g_strv_length (keys), >=, 4);
  assert_keys (reg, (const char *const *)keys, g_strv_length (keys));
}

static void
assert_field (const SkhField *field)
{
  g_assert_cmpstr (field->name, !=, NULL);
  g_assert_cmpstr (field->title, !=, NULL);
  g_assert_cmpint (field->type == SKH_FIELD_CHOICE, ==, field->n_choices > 0);
  g_assert_true (!(field->flags & SKH_FIELD_DERIVED) || field->derive != NULL);
  for (guint i = 0; i < field->n_choices; i++)
    g_assert_true (skh_field_find_choice (field, field->choices[i].key)
                   == &field->choices[i]);
}

static void
assert_declaration (const SkhRegisterDeclaration *declared)
{
  g_autoptr (SkhRegister) reg = skh_register_new (declared, NULL, 0);

  for (guint i = 0; i < declared->n_fields; i++)
    {
      assert_field (&declared->fields[i]);
      g_assert_cmpuint (skh_register_find_field (reg, declared->fields[i].key), ==, i);
    }
  assert_keys (reg, declared->label, SKH_REGISTER_MAX_LABEL);
  for (guint i = 0; i < SKH_REGISTER_N_IDENTITIES; i++)
    assert_keys (reg, declared->identity[i], SKH_REGISTER_MAX_IDENTITY);
  assert_report (reg, declared->report);
  if (declared->state != NULL)
    g_assert_cmpint (
      skh_register_get_field (reg, skh_register_find_field (reg, declared->state))->type,
      ==, SKH_FIELD_CHOICE);
  g_assert_cmpuint (declared->n_views, >, 0);
  for (guint i = 0; i < declared->n_views; i++)
    {
      guint n_left_out = 0;
      g_autofree char *text
        = skh_register_query_dup_of_year (declared->views[i].query, 2023);
      g_autoptr (SkhRegisterQuery) query
        = skh_register_query_parse (reg, text, &n_left_out);

      if (n_left_out > 0)
        g_error ("%s: “%s” does not fit", declared->id, declared->views[i].query);
      g_assert_cmpuint (query->columns->len, >, 0);
      g_assert_cmpuint (query->n_sort, >, 0);
    }
}

static void
test_declarations (void)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const SkhRegisterDeclaration *const *all = skh_registers_get_declared (&n);

  g_assert_cmpuint (n, ==, 13);
  for (guint i = 0; i < n; i++)
    {
      assert_declaration (all[i]);
      g_assert_true (g_hash_table_add (tables, (gpointer)all[i]->table));
      g_assert_true (skh_registers_find_declared (all[i]->id) == all[i]);
    }
}

/* Fields as typed, and what follows: the state, or the field at which a fault is shown.
 */
typedef struct
{
  const char *reg;
  const char *typed[12]; /* key, text … */
  const char *state;
  const char *fault_at;
} Row;

static const Row rows[] = {
  { "commitments", { NULL }, "expected", NULL },
  { "commitments", { "written_on", "5/2" }, "written", NULL },
  { "commitments",
    { "written_on", "5/2", "received_by_cell_on", "9/2" },
    "received_by_cell",
    NULL },
  { "commitments",
    { "written_on", "5/2", "received_by_btg_on", "9/2" },
    "received",
    NULL },
  { "commitments",
    { "written_on", "5/2", "received_by_tcnv_on", "9/2" },
    "received",
    NULL },
  { "commitments",
    { "written_on", "5/2", "received_by_cell_on", "9/2", "final", "good" },
    "rated",
    NULL },
  { "commitments",
    { "written_on", "5/2", "received_by_tcnv_on", "4/2" },
    "received",
    "received_by_tcnv_on" },
  { "commitments", { "written_on", "5/2", "received_by_cell_on", "5/2" }, NULL, NULL },
  { "ethics-standards", { NULL }, "missing", NULL },
  { "ethics-standards", { "built", "2022" }, "built", NULL },
  { "ethics-standards",
    { "built", "2022", "supplemented", "2023" },
    "supplemented",
    NULL },
  { "ethics-standards",
    { "built", "2023", "supplemented", "2022" },
    "supplemented",
    "supplemented" },
  { "pressing-issues", { "arose_on", "1/3" }, "open", NULL },
  { "pressing-issues", { "arose_on", "1/3", "solved_on", "2/3" }, "solved", NULL },
  { "pressing-issues",
    { "arose_on", "1/3", "solved_on", "28/2" },
    "solved",
    "solved_on" },
  { "dialogues", { "solved", "9/12" }, "open", NULL },
  { "dialogues", { "solved", "12/12" }, "solved", NULL },
  { "conferences", { "day", "3/4" }, "called", NULL },
  { "conferences", { "day", "3/4", "last_day", "2/4" }, "called", "last_day" },
  { "conferences", { "form", "in-person", "sites", "3" }, "called", "sites" },
  { "conferences", { "form", "both", "sites", "3" }, "called", NULL },
  { "conferences", { "present", "48/52" }, "counted", NULL },
  { "conferences", { "present", "48/52", "excused", "3" }, "counted", NULL },
  { "conferences", { "present", "48/52", "excused", "5" }, "counted", "excused" },
  { "conferences", { "present", "48/52", "unexcused", "5" }, "counted", "unexcused" },
  { "conferences",
    { "present", "48/52", "excused", "3", "unexcused", "1" },
    "counted",
    NULL },
  { "conferences",
    { "present", "48/52", "excused", "2", "unexcused", "1" },
    "counted",
    "unexcused" },
  { "inspections", { NULL }, "planned", NULL },
  { "inspections", { "day", "3/4" }, "held", NULL },
  { "inspections", { "day", "3/4", "conclusion", "Đạt yêu cầu" }, "concluded", NULL },
  { "people", { "from_day", "1/3", "to_day", "1/3" }, NULL, NULL },
  { "people", { "from_day", "2/3", "to_day", "1/3" }, NULL, "to_day" },
  { "thematic-meetings", { "day", "2/3", "reported_on", "1/3" }, NULL, "reported_on" },
  { "model-initiatives",
    { "registered_on", "2/3", "recognised_on", "1/3" },
    NULL,
    "recognised_on" },
  { "communication", { "pieces", "3" }, NULL, "unit" },
  { "communication", { "outlet", "Trang mẫu" }, NULL, NULL },
  { "commendations", { "kind", "individual" }, NULL, "person" },
  { "commendations", { "kind", "collective" }, NULL, NULL },
};

static void
type_all (SkhEntry *entry, const char *const *typed)
{
  SkhRegister *reg = skh_entry_get_register (entry);
  char *fault = NULL;

  for (guint i = 0; typed[i] != NULL; i += 2)
    if (!skh_entry_set_typed (entry, skh_register_find_field (reg, typed[i]),
                              typed[i + 1], 2023, &fault))
      g_error ("%s = %s: %s", typed[i], typed[i + 1], fault);
}

/* The field a fault is shown at, of those that are not merely missing. */
static const char *
find_fault (const SkhEntry *entry)
{
  g_autoptr (GPtrArray) faults = skh_entry_check (entry);
  SkhRegister *reg = skh_entry_get_register (entry);
  const char *found = NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      const SkhEntryFault *fault = g_ptr_array_index (faults, i);
      const SkhField *field = skh_register_get_field (reg, fault->field);

      if (skh_entry_get_value (entry, fault->field)->is_set
          || !(field->flags & SKH_FIELD_REQUIRED))
        found = field->key;
    }
  return found;
}

static void
test_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SkhRegister) reg
        = skh_register_new (skh_registers_find_declared (rows[i].reg), NULL, 0);
      g_autoptr (SkhEntry) entry = skh_entry_new (reg);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].reg);
      type_all (entry, rows[i].typed);
      skh_entry_derive (entry);
      if (rows[i].state != NULL)
        g_assert_cmpstr (skh_entry_get_value_by_key (entry, "state")->text, ==,
                         rows[i].state);
      g_assert_cmpstr (find_fault (entry), ==, rows[i].fault_at);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-declarations/hold-together", test_declarations);
  g_test_add_func ("/register-declarations/rules", test_rules);
  return g_test_run ();
}
