/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions: each prompt makes one edit, which is tried before it is done. */
#include "skh-organisation-private.h"

#include <glib/gi18n.h>

/* What a prompt is about, kept with it. */
typedef struct
{
  SkhOrganisationWindow *window;
  gint64 id, unit_id, group_id;
  GArray *ids; /* gint64: what the choice offers; 0 is none */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->ids);
  g_free (question);
}

static Question *
attach (SkhPrompt *prompt, SkhOrganisationWindow *window, GCallback on_accepted)
{
  Question *question = g_new0 (Question, 1);

  question->window = window;
  question->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (prompt), "question", question, question_free);
  g_signal_connect (prompt, "accepted", on_accepted, question);
  return question;
}

static SkhPrompt *
new_prompt (SkhOrganisationWindow *self, const char *title, const char *action)
{
  return skh_prompt_new (GTK_WINDOW (self), title, action);
}

static int
get_year (Question *question)
{
  return skh_date_get_year (skh_session_get_on (question->window->session));
}

static gboolean
read_days (SkhPrompt *prompt,
           Question *question,
           const char *from_key,
           SkhDate *from,
           const char *to_key,
           SkhDate *to)
{
  return skh_prompt_get_day (prompt, from_key, get_year (question), from)
         && skh_prompt_get_day (prompt, to_key, get_year (question), to);
}

/* — Choices — */

static void
add_id (Question *question, GPtrArray *names, gint64 id, const char *name)
{
  g_array_append_val (question->ids, id);
  g_ptr_array_add (names, (gpointer)name);
}

static guint
find_place (Question *question, gint64 id)
{
  for (guint i = 0; i < question->ids->len; i++)
    if (g_array_index (question->ids, gint64, i) == id)
      return i;
  return 0;
}

static void
add_choice (SkhPrompt *prompt,
            Question *question,
            const char *key,
            const char *title,
            GPtrArray *names,
            gint64 selected)
{
  g_ptr_array_add (names, NULL);
  skh_prompt_add_choice (prompt, key, title, (const char *const *)names->pdata,
                         find_place (question, selected));
}

static gint64
get_choice (SkhPrompt *prompt, Question *question, const char *key)
{
  guint place = skh_prompt_get_choice (prompt, key);

  return place < question->ids->len ? g_array_index (question->ids, gint64, place) : 0;
}

/* All units but one; none first where a unit may stand alone. */
static void
add_unit_choice (SkhPrompt *prompt,
                 Question *question,
                 const char *key,
                 const char *title,
                 const char *none,
                 gint64 but,
                 gint64 selected)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *units = question->window->organisation->units;

  if (none != NULL)
    add_id (question, names, 0, none);
  for (guint i = 0; i < units->len; i++)
    {
      const SkhUnitRecord *unit = g_ptr_array_index (units, i);

      if (unit->id != but)
        add_id (question, names, unit->id, unit->name);
    }
  add_choice (prompt, question, key, title, names, selected);
}

/* Groups of units, but one. */
static void
add_group_choice (SkhPrompt *prompt,
                  Question *question,
                  const char *key,
                  const char *title,
                  const char *none,
                  gint64 but,
                  gint64 selected)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *groups = question->window->organisation->groups;

  if (none != NULL)
    add_id (question, names, 0, none);
  for (guint i = 0; i < groups->len; i++)
    {
      const SkhGroupRecord *group = g_ptr_array_index (groups, i);

      if (group->id != but && group->base_id == 0)
        add_id (question, names, group->id, group->name);
    }
  add_choice (prompt, question, key, title, names, selected);
}

static const char *const kinds[] = { "cells", "members", "managed" };

static void
add_kind_choice (SkhPrompt *prompt, const char *title, const char *kind)
{
  const char *names[G_N_ELEMENTS (kinds) + 1] = { NULL };
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      names[i] = skh_organisation_get_kind_words (kinds[i]);
      if (g_strcmp0 (kinds[i], kind) == 0)
        selected = i;
    }
  skh_prompt_add_choice (prompt, "kind", title, names, selected);
}

/* — A unit's fields — */

static void
on_unit_accepted (SkhPrompt *prompt, Question *question)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_PUT_UNIT, question->id);
  SkhUnitEdit *unit = &edit->unit;

  unit->id = question->id;
  unit->parent_id = get_choice (prompt, question, "parent");
  skh_organisation_edit_set_text (&unit->name, skh_prompt_get_text (prompt, "name"));
  skh_organisation_edit_set_text (&unit->short_name,
                                  skh_prompt_get_text (prompt, "short_name"));
  skh_organisation_edit_set_text (&unit->code, skh_prompt_get_text (prompt, "code"));
  skh_organisation_edit_set_text (&unit->contact,
                                  skh_prompt_get_text (prompt, "contact"));
  if (!read_days (prompt, question, "opened", &unit->opened, "closed", &unit->closed))
    skh_organisation_edit_free (edit);
  else
    skh_organisation_window_apply (question->window, _ ("Change the unit?"), edit,
                                   prompt);
}

void
skh_organisation_ask_unit (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  SkhPrompt *prompt = unit != NULL
                        ? new_prompt (self, _ ("Change the unit"), _ ("Change"))
                        : new_prompt (self, _ ("A new unit"), _ ("Add"));
  Question *question = attach (prompt, self, G_CALLBACK (on_unit_accepted));
  const SkhUnitRecord none
    = { .parent_id
        = self->organisation->units->len > 0
            ? ((SkhUnitRecord *)g_ptr_array_index (self->organisation->units, 0))->id
            : 0,
        .opened = SKH_DATE_NONE,
        .closed = SKH_DATE_NONE };
  const SkhUnitRecord *shown = unit != NULL ? unit : &none;

  question->id = shown->id;
  skh_prompt_add_text (prompt, "name", _ ("Name"), shown->name, NULL);
  skh_prompt_add_text (prompt, "short_name", _ ("Short name"), shown->short_name,
                       _ ("For narrow places"));
  skh_prompt_add_text (prompt, "code", _ ("Code"), shown->code, NULL);
  add_unit_choice (prompt, question, "parent", _ ("Stands under"), _ ("No unit"),
                   shown->id, shown->parent_id);
  skh_prompt_add_text (prompt, "contact", _ ("Contact"), shown->contact, NULL);
  skh_prompt_add_day (prompt, "opened", _ ("First day"), shown->opened,
                      _ ("Blank: always there"));
  skh_prompt_add_day (prompt, "closed", _ ("Last day"), shown->closed,
                      _ ("Blank: still there"));
  gtk_window_present (GTK_WINDOW (prompt));
}

/* — Closing and merging — */

static gboolean
read_last_day (SkhPrompt *prompt, Question *question, SkhDate *day)
{
  if (!skh_prompt_get_day (prompt, "day", get_year (question), day))
    return FALSE;
  if (*day == SKH_DATE_NONE)
    skh_prompt_set_fault (prompt, "day", _ ("Enter the unit's last day."));
  return *day != SKH_DATE_NONE;
}

static void
on_close_accepted (SkhPrompt *prompt, Question *question)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_CLOSE_UNIT, question->id);

  if (!read_last_day (prompt, question, &edit->day))
    skh_organisation_edit_free (edit);
  else
    skh_organisation_window_apply (question->window, _ ("Close the unit?"), edit, prompt);
}

void
skh_organisation_ask_close (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  SkhPrompt *prompt = new_prompt (self, _ ("Close the unit"), _ ("Close the unit"));

  attach (prompt, self, G_CALLBACK (on_close_accepted))->id = unit->id;
  skh_prompt_add_note (prompt, unit->name);
  skh_prompt_add_day (prompt, "day", _ ("Its last day"),
                      skh_session_get_on (self->session), NULL);
  gtk_window_present (GTK_WINDOW (prompt));
}

static void
on_merge_accepted (SkhPrompt *prompt, Question *question)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_MERGE_UNIT, question->id);

  edit->other_id = get_choice (prompt, question, "into");
  if (edit->other_id == 0)
    skh_prompt_set_fault (prompt, "into", _ ("Choose the unit it merges into."));
  if (edit->other_id == 0 || !read_last_day (prompt, question, &edit->day))
    skh_organisation_edit_free (edit);
  else
    skh_organisation_window_apply (question->window, _ ("Merge the units?"), edit,
                                   prompt);
}

void
skh_organisation_ask_merge (SkhOrganisationWindow *self, const SkhUnitRecord *unit)
{
  SkhPrompt *prompt = new_prompt (self, _ ("Merge into another unit"), _ ("Merge"));
  Question *question = attach (prompt, self, G_CALLBACK (on_merge_accepted));
  g_autofree char *note = g_strdup_printf (
    _ ("%s closes on its last day. From the day after, the other unit owes what it owed, "
       "and its totals are added to the other's. What it delivered stays its own."),
    unit->name);

  question->id = unit->id;
  skh_prompt_add_note (prompt, note);
  add_unit_choice (prompt, question, "into", _ ("Merges into"), _ ("Choose a unit"),
                   unit->id, 0);
  skh_prompt_add_day (prompt, "day", _ ("Its last day"),
                      skh_session_get_on (self->session), NULL);
  gtk_window_present (GTK_WINDOW (prompt));
}

/* — Groups — */

static void
on_group_accepted (SkhPrompt *prompt, Question *question)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_PUT_GROUP, question->id);
  const SkhGroupRecord *was
    = skh_organisation_find_group (question->window->organisation, question->id);
  SkhGroupEdit *group = &edit->group;

  if (was != NULL)
    skh_organisation_edit_take_group (edit, was);
  group->base_id = get_choice (prompt, question, "base");
  skh_organisation_edit_set_text (&group->name, skh_prompt_get_text (prompt, "name"));
  skh_organisation_edit_set_text (&group->short_name,
                                  skh_prompt_get_text (prompt, "short_name"));
  skh_organisation_edit_set_text (&group->code, skh_prompt_get_text (prompt, "code"));
  skh_organisation_edit_set_text (&group->counts,
                                  group->base_id != 0
                                    ? kinds[skh_prompt_get_choice (prompt, "kind")]
                                    : NULL);
  skh_organisation_window_apply (question->window, _ ("Change the group?"), edit, prompt);
}

void
skh_organisation_ask_group (SkhOrganisationWindow *self, const SkhGroupRecord *group)
{
  SkhPrompt *prompt = group != NULL
                        ? new_prompt (self, _ ("Change the group"), _ ("Change"))
                        : new_prompt (self, _ ("A new group"), _ ("Add"));
  Question *question = attach (prompt, self, G_CALLBACK (on_group_accepted));
  const SkhGroupRecord none = { 0 };
  const SkhGroupRecord *shown = group != NULL ? group : &none;

  question->id = shown->id;
  skh_prompt_add_text (prompt, "name", _ ("Name"), shown->name, NULL);
  skh_prompt_add_text (prompt, "short_name", _ ("Short name"), shown->short_name,
                       _ ("For narrow places"));
  skh_prompt_add_text (prompt, "code", _ ("Code"), shown->code, NULL);
  add_group_choice (prompt, question, "base", _ ("Counted at each unit of"),
                    _ ("Not counted: a group of units"), shown->id, shown->base_id);
  add_kind_choice (prompt, _ ("Counts, if so"), shown->counts);
  gtk_window_present (GTK_WINDOW (prompt));
}

static void
on_include_accepted (SkhPrompt *prompt, Question *question)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_PUT_GROUP, question->id);
  gint64 other = get_choice (prompt, question, "includes");

  skh_organisation_edit_take_group (
    edit, skh_organisation_find_group (question->window->organisation, question->id));
  g_array_append_val (edit->includes, other);
  skh_organisation_window_apply (question->window, _ ("Include the group?"), edit,
                                 prompt);
}

void
skh_organisation_ask_include (SkhOrganisationWindow *self, const SkhGroupRecord *group)
{
  SkhPrompt *prompt = new_prompt (self, _ ("Include a group"), _ ("Add"));
  Question *question = attach (prompt, self, G_CALLBACK (on_include_accepted));

  question->id = group->id;
  skh_prompt_add_note (prompt, group->name);
  add_group_choice (prompt, question, "includes", _ ("Group"), NULL, group->id, 0);
  gtk_window_present (GTK_WINDOW (prompt));
}

/* — Memberships — */

static void
on_membership_accepted (SkhPrompt *prompt, Question *question)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_PUT_MEMBERSHIP, question->id);
  SkhMembership *membership = &edit->membership;

  membership->id = question->id;
  membership->unit_id
    = question->unit_id != 0 ? question->unit_id : get_choice (prompt, question, "unit");
  membership->group_id = question->group_id != 0 ? question->group_id
                                                 : get_choice (prompt, question, "group");
  if (!read_days (prompt, question, "from", &membership->from, "to", &membership->to))
    skh_organisation_edit_free (edit);
  else
    skh_organisation_window_apply (question->window, _ ("Change who is in the group?"),
                                   edit, prompt);
}

/* A unit or a group that is known is said, and the other one asked for. */
void
skh_organisation_ask_membership (SkhOrganisationWindow *self,
                                 const SkhMembership *membership,
                                 gint64 unit_id,
                                 gint64 group_id)
{
  SkhPrompt *prompt = membership != NULL
                        ? new_prompt (self, _ ("Days in the group"), _ ("Change"))
                        : new_prompt (self, _ ("Into a group"), _ ("Add"));
  Question *question = attach (prompt, self, G_CALLBACK (on_membership_accepted));

  question->id = membership != NULL ? membership->id : 0;
  question->unit_id = unit_id;
  question->group_id = group_id;
  if (unit_id != 0)
    skh_prompt_add_note (prompt,
                         skh_organisation_find_unit (self->organisation, unit_id)->name);
  else
    add_unit_choice (prompt, question, "unit", _ ("Unit"), NULL, 0, 0);
  if (group_id != 0)
    skh_prompt_add_note (
      prompt, skh_organisation_find_group (self->organisation, group_id)->name);
  else
    add_group_choice (prompt, question, "group", _ ("Group"), NULL, 0, 0);
  skh_prompt_add_day (prompt, "from", _ ("From day"),
                      membership != NULL ? membership->from : SKH_DATE_NONE,
                      _ ("Blank: from the beginning"));
  skh_prompt_add_day (prompt, "to", _ ("To day"),
                      membership != NULL ? membership->to : SKH_DATE_NONE,
                      _ ("Blank: without end"));
  gtk_window_present (GTK_WINDOW (prompt));
}

/* — Totals — */

static void
on_total_accepted (SkhPrompt *prompt, Question *question)
{
  SkhOrganisationEdit *edit
    = skh_organisation_edit_new (SKH_ORGANISATION_PUT_TOTAL, question->id);
  SkhTotalEdit *total = &edit->total;

  total->id = question->id;
  total->unit_id = question->unit_id;
  skh_organisation_edit_set_text (&total->kind,
                                  kinds[skh_prompt_get_choice (prompt, "kind")]);
  if (!skh_prompt_get_number (prompt, "total", &total->total)
      || !skh_prompt_get_day (prompt, "from", get_year (question), &total->from))
    skh_organisation_edit_free (edit);
  else
    skh_organisation_window_apply (question->window, _ ("Change the total?"), edit,
                                   prompt);
}

void
skh_organisation_ask_total (SkhOrganisationWindow *self,
                            const SkhTotalRecord *total,
                            gint64 unit_id)
{
  SkhPrompt *prompt
    = new_prompt (self, _ ("A total"), total != NULL ? _ ("Change") : _ ("Add"));
  Question *question = attach (prompt, self, G_CALLBACK (on_total_accepted));
  g_autofree char *number
    = total != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, total->total) : NULL;

  question->id = total != NULL ? total->id : 0;
  question->unit_id = unit_id;
  skh_prompt_add_note (prompt,
                       skh_organisation_find_unit (self->organisation, unit_id)->name);
  add_kind_choice (prompt, _ ("Counts"), total != NULL ? total->kind : NULL);
  skh_prompt_add_text (prompt, "total", _ ("Number"), number, NULL);
  skh_prompt_add_day (prompt, "from", _ ("Holds from"),
                      total != NULL ? total->from : skh_session_get_on (self->session),
                      _ ("Blank: from the beginning"));
  gtk_window_present (GTK_WINDOW (prompt));
}
