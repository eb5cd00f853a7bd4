/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-link-section.h"

#include "skh-labels.h"
#include "skh-link-finder.h"
#include "skh-suggestions.h"

#include <glib/gi18n-lib.h>

struct _SkhLinkSection
{
  GtkBox parent_instance;

  GtkLabel *heading, *fault;
  GtkListBox *list;
  GtkEntry *entry;
  SkhSuggestions *suggestions; /* borrowed from the entry */

  SkhSession *session;
  const char *kind; /* of the thing; static */
  gint64 id;        /* 0: none */
  guint n_asked;
};

G_DEFINE_FINAL_TYPE (SkhLinkSection, skh_link_section, GTK_TYPE_BOX)

static gboolean
is_document (SkhLinkSection *self)
{
  return g_strcmp0 (self->kind, "document") == 0;
}

static gboolean
is_plan_kind (const char *kind)
{
  static const char *const kinds[] = { "plan", "task", "assignment", NULL };

  return kind != NULL && g_strv_contains (kinds, kind);
}

/* What the plan is made of rests on documents and is carried out at conferences; an entry
   of a register may point to all of it. */
static gboolean
is_of_plan (SkhLinkSection *self)
{
  return is_plan_kind (self->kind);
}

static void
say (SkhLinkSection *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

/* — Acts — */

typedef struct
{
  SkhLinkSection *self;
  SkhThing thing, other;
  gint64 link_id;
  guint number;
  char *words;
  GPtrArray *links, *found;
} Job;

static Job *
job_new (SkhLinkSection *self)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->thing = (SkhThing){ self->kind, self->id };
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->self);
  g_clear_pointer (&job->links, g_ptr_array_unref);
  g_clear_pointer (&job->found, g_ptr_array_unref);
  g_free (job->words);
  g_free (job);
}

/* A link runs from what was done to the plan's things, and from these to what they rest
   on, from whichever end it was made: so it is one link. */
static int
get_rank (const char *kind)
{
  return g_str_equal (kind, "document") ? 2 : is_plan_kind (kind) ? 1 : 0;
}

static gboolean
run_add (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;
  gboolean turned = get_rank (job->thing.kind) > get_rank (job->other.kind);

  return skh_link_store_add (db, turned ? &job->other : &job->thing,
                             turned ? &job->thing : &job->other, error);
}

static gboolean
run_remove (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_link_store_remove (db, ((Job *)data)->link_id, error);
}

static void
on_applied (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  say (owner, error != NULL ? error->message : NULL);
}

static void
on_remove_clicked (SkhLinkSection *self, GtkWidget *button)
{
  const SkhLink *link = g_object_get_data (G_OBJECT (button), "link");
  Job *job = job_new (self);

  job->link_id = link->id;
  skh_session_apply (self->session, run_remove, job, job_free, on_applied, self);
}

static void
on_row_activated (SkhLinkSection *self, GtkListBoxRow *row)
{
  const SkhLink *link = g_object_get_data (G_OBJECT (row), "link");
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (link->register_id != NULL)
    skh_session_show_entry (self->session, link->register_id, link->other_id);
  else if (g_str_equal (link->kind, "task") && ledger != NULL
           && skh_ledger_find_task_by_id (ledger, link->other_id) != SKH_NO_INDEX)
    skh_session_show_task (self->session,
                           skh_ledger_find_task_by_id (ledger, link->other_id));
  else if (g_str_equal (link->kind, "assignment") && ledger != NULL
           && skh_ledger_find_assignment_by_id (ledger, link->other_id) != SKH_NO_INDEX)
    skh_session_show_assignment (self->session,
                                 skh_ledger_find_assignment_by_id (ledger,
                                                                   link->other_id));
}

/* — What may be linked — */

static gboolean
run_find (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;

  job->found = skh_link_finder_list_entries (db, job->words, error);
  return job->found != NULL;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gpointer data;
  Job *job;

  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, NULL))
    return;
  job = data;
  if (job->number != job->self->n_asked || job->self->session == NULL)
    return;
  if (!is_of_plan (job->self))
    {
      SkhLedger *ledger = skh_session_get_ledger (job->self->session);

      skh_link_finder_add_tasks (ledger, job->words, job->found);
      skh_link_finder_add_lines (ledger, job->words, job->found);
    }
  skh_suggestions_offer (job->self->suggestions, job->found);
}

/* The plan that is looked at is at hand. */
static void
offer_tasks (SkhLinkSection *self, const char *words)
{
  g_autoptr (GPtrArray) found = skh_link_finder_new_list ();

  skh_link_finder_add_tasks (skh_session_get_ledger (self->session), words, found);
  skh_suggestions_offer (self->suggestions, found);
}

static void
on_wanted (SkhLinkSection *self, const char *words)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  Job *job;

  if (is_document (self) || workbook == NULL)
    {
      offer_tasks (self, words);
      return;
    }
  job = job_new (self);
  job->words = g_strdup (words);
  job->number = ++self->n_asked;
  skh_workbook_run_async (workbook, run_find, job, job_free, NULL, on_found, NULL);
}

static void
on_chosen (SkhLinkSection *self, const SkhSuggestion *suggestion)
{
  Job *job = job_new (self);

  job->other = (SkhThing){ g_intern_string (suggestion->code), suggestion->id };
  skh_suggestions_set_text (self->suggestions, "");
  skh_session_apply (self->session, run_add, job, job_free, on_applied, self);
}

/* — Showing — */

/* The office's own registers are called by their titles, which their pages say. */
static const char *
get_register_words (const char *id)
{
  const SkhRegisterDeclaration *declared = skh_registers_find_declared (id);

  return declared != NULL ? g_dgettext (GETTEXT_PACKAGE, declared->one)
                          : _ ("Line of a register");
}

static const char *
get_kind_words (const SkhLink *link)
{
  static const char *const words[][2] = {
    { "plan", N_ ("Plan") },
    { "task", N_ ("Task") },
    { "assignment", N_ ("Line of a checklist") },
    { "document", N_ ("Document") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (link->kind, words[i][0]))
      return _ (words[i][1]);
  return link->register_id != NULL ? get_register_words (link->register_id) : "";
}

static GtkWidget *
new_texts (const SkhLink *link)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *kind = gtk_label_new (get_kind_words (link));
  GtkWidget *text = gtk_label_new (
    link->text != NULL ? link->text : _ ("It is not in the workbook any more."));

  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (text), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 28);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), kind);
  return box;
}

/* Takes the link. */
static void
add_row (SkhLinkSection *self, SkhLink *link)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *name = g_strdup_printf ("%s: %s", get_kind_words (link),
                                           link->text != NULL ? link->text : "");

  g_object_set_data_full (G_OBJECT (row), "link", link, (GDestroyNotify)skh_link_free);
  gtk_box_append (GTK_BOX (box), new_texts (link));
  if (skh_session_is_writable (self->session))
    {
      GtkWidget *button
        = skh_icon_button_new ("list-remove-symbolic", _ ("Take the link away"));

      g_object_set_data (G_OBJECT (button), "link", link);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove_clicked), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_list_box_append (self->list, row);
}

static gboolean
run_list (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;

  job->links = skh_link_store_list (db, &job->thing, NULL, error);
  return job->links != NULL;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gpointer data;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, &error);
  Job *job = data;
  SkhLinkSection *self = job->self;

  if (self->session == NULL || job->thing.id != self->id)
    return;
  if (!done)
    {
      say (self, error->message);
      return;
    }
  skh_list_box_clear (self->list);
  g_ptr_array_set_free_func (job->links, NULL);
  for (guint i = 0; i < job->links->len; i++)
    add_row (self, g_ptr_array_index (job->links, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), job->links->len > 0);
}

static void
load (SkhLinkSection *self)
{
  SkhWorkbook *workbook
    = self->session != NULL ? skh_session_get_workbook (self->session) : NULL;
  Job *job;

  if (self->id == 0 || workbook == NULL)
    {
      skh_list_box_clear (self->list);
      gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
      return;
    }
  job = job_new (self);
  skh_workbook_run_async (workbook, run_list, job, job_free, NULL, on_listed, NULL);
}

static void
update_words (SkhLinkSection *self)
{
  const char *hint = is_document (self) ? _ ("Link to a task…")
                     : is_of_plan (self)
                       ? _ ("Link a document, a conference…")
                       : _ ("Link to a task, a unit’s line, a document, a conference…");

  gtk_label_set_label (self->heading, is_document (self) ? _ ("Linked From")
                                      : is_of_plan (self)
                                        ? _ ("Documents and Conferences")
                                        : _ ("Links"));
  gtk_entry_set_placeholder_text (self->entry, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->heading), -1);
}

/**
 * skh_link_section_set_thing:
 * @kind: the noun of the thing, such as "task"; static
 * @id: 0 for none, and then the section is hidden
 */
void
skh_link_section_set_thing (SkhLinkSection *self,
                            SkhSession *session,
                            const char *kind,
                            gint64 id)
{
  if (self->session != session)
    {
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_func (self->session, load, self);
      g_set_object (&self->session, session);
      g_signal_connect_object (session, "changed", G_CALLBACK (load), self,
                               G_CONNECT_SWAPPED);
    }
  if (id != self->id)
    say (self, NULL);
  self->kind = kind;
  self->id = id;
  gtk_widget_set_visible (GTK_WIDGET (self), id != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), skh_session_is_writable (session));
  update_words (self);
  load (self);
}

/* — Life — */

static void
skh_link_section_dispose (GObject *object)
{
  g_clear_object (&SKH_LINK_SECTION (object)->session);
  G_OBJECT_CLASS (skh_link_section_parent_class)->dispose (object);
}

static void
skh_link_section_class_init (SkhLinkSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_link_section_dispose;
}

static void
make_entry (SkhLinkSection *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  self->suggestions = skh_suggestions_new (self->entry);
  skh_suggestions_add_button (self->suggestions, _ ("Show all"));
  g_signal_connect_object (self->suggestions, "wanted", G_CALLBACK (on_wanted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
}

static void
skh_link_section_init (SkhLinkSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "dim-label");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "compact-list");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated),
                            self);
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->fault, 0);
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "fault");
  make_entry (self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
}

GtkWidget *
skh_link_section_new (void)
{
  return g_object_new (SKH_TYPE_LINK_SECTION, NULL);
}
