/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-distribution-list.h"

#include "skh-field.h"
#include "skh-labels.h"
#include "skh-recipient-row.h"
#include "skh-stores.h"

#include <glib/gi18n-lib.h>

struct _SkhDistributionList
{
  GtkBox parent_instance;

  /* template */
  GtkListBox *list;
  GtkEntry *name, *day, *how;
  GtkLabel *summary, *fault;
  GtkWidget *writing, *sending;

  SkhSession *session;
  const char *kind; /* static */
  gint64 id;
};

G_DEFINE_FINAL_TYPE (SkhDistributionList, skh_distribution_list, GTK_TYPE_BOX)

static void load (SkhDistributionList *self);

static void
say (SkhDistributionList *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

/* — Acts — */

typedef struct
{
  SkhDistributionList *self;
  SkhThing thing;
  GPtrArray *recipients; /* SkhRecipient: to put, or as listed */
  GArray *ids;           /* gint64 */
  SkhDate day;
  char *how;
  guint position;
} Job;

static Job *
job_new (SkhDistributionList *self)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->thing = (SkhThing){ self->kind, self->id };
  job->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_recipient_free);
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->self);
  g_ptr_array_unref (job->recipients);
  g_array_unref (job->ids);
  g_free (job->how);
  g_free (job);
}

/* Several pasted lines are several recipients, and one act. */
static gboolean
run_put (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;
  const SkhRecipient *first = g_ptr_array_index (job->recipients, 0);
  g_autofree char *label = g_strdup_printf (_ ("Recipient: %s"), first->name);
  gboolean done = TRUE;

  if (!skh_act_begin (db, label, error))
    return FALSE;
  for (guint i = 0; done && i < job->recipients->len; i++)
    done = skh_recipient_store_put (db, &job->thing,
                                    g_ptr_array_index (job->recipients, i), error);
  if (done)
    return skh_act_end (db, error);
  skh_act_cancel (db);
  return FALSE;
}

static gboolean
run_mark (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;

  return skh_recipient_store_mark_sent (db, (const gint64 *)(gpointer)job->ids->data,
                                        job->ids->len, job->day, job->how, error);
}

static gboolean
run_remove (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_recipient_store_remove (db, g_array_index (((Job *)data)->ids, gint64, 0),
                                     error);
}

static gboolean
run_move (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;

  return skh_recipient_store_move (db, g_array_index (job->ids, gint64, 0), job->position,
                                   error);
}

static void
on_applied (SkhSession *session, gpointer data, const GError *error, gpointer owner)
{
  SkhDistributionList *self = owner;

  say (self, error != NULL ? error->message : NULL);
  if (self->session != NULL)
    load (self);
}

static void
apply (SkhDistributionList *self, SkhWorkbookFunc func, Job *job)
{
  skh_session_apply (self->session, func, job, job_free, on_applied, self);
}

/* — Recipients — */

static void
on_name_activated (SkhDistributionList *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_auto (GStrv) names = g_strsplit_set (text, ";\n", -1);
  Job *job;

  if (self->id == 0 || *g_strstrip (text) == '\0')
    return;
  job = job_new (self);
  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      {
        SkhRecipient *recipient = g_new0 (SkhRecipient, 1);

        recipient->name = g_strdup (names[i]);
        recipient->sent_on = SKH_DATE_NONE;
        g_ptr_array_add (job->recipients, recipient);
      }
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  apply (self, run_put, job);
}

static void
on_row_edited (SkhDistributionList *self, SkhRecipientRow *row)
{
  Job *job;

  if (self->session == NULL)
    return;
  job = job_new (self);
  g_ptr_array_add (job->recipients, skh_recipient_row_dup_edited (row));
  apply (self, run_put, job);
}

static void
on_row_removed (SkhDistributionList *self, SkhRecipientRow *row)
{
  Job *job = job_new (self);

  g_array_append_val (job->ids, skh_recipient_row_get_recipient (row)->id);
  apply (self, run_remove, job);
}

static void
on_row_raised (SkhDistributionList *self, SkhRecipientRow *row)
{
  Job *job = job_new (self);

  job->position = (guint)MAX (0, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) - 1);
  g_array_append_val (job->ids, skh_recipient_row_get_recipient (row)->id);
  apply (self, run_move, job);
}

/* — Sending — */

typedef gboolean (*IsMeantFunc) (SkhRecipientRow *row);

static gboolean
is_unsent (SkhRecipientRow *row)
{
  return skh_recipient_row_get_recipient (row)->sent_on == SKH_DATE_NONE;
}

static void
add_marked (SkhDistributionList *self, IsMeantFunc is_meant, GArray *ids)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_meant (SKH_RECIPIENT_ROW (row)))
      g_array_append_val (ids,
                          skh_recipient_row_get_recipient (SKH_RECIPIENT_ROW (row))->id);
}

/* Those that are ticked; to be marked as sent, or else all that were not sent it. */
static void
mark (SkhDistributionList *self, SkhDate day)
{
  g_autofree char *how
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->how))));
  Job *job = job_new (self);

  add_marked (self, skh_recipient_row_is_ticked, job->ids);
  if (job->ids->len == 0 && day != SKH_DATE_NONE)
    add_marked (self, is_unsent, job->ids);
  job->day = day;
  job->how = day != SKH_DATE_NONE && *how != '\0' ? g_steal_pointer (&how) : NULL;
  if (job->ids->len > 0)
    {
      apply (self, run_mark, job);
      return;
    }
  job_free (job);
  say (self, day != SKH_DATE_NONE
               ? _ ("All were sent it. Tick those whose day is to change.")
               : _ ("Tick those that were not sent it."));
}

static void
on_mark_clicked (SkhDistributionList *self)
{
  const SkhField as_day = { .key = "day", .type = SKH_FIELD_DAY };
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  SkhDate on = skh_session_get_on (self->session);
  g_autofree char *fault = NULL;
  SkhValue value;

  if (!skh_field_parse (&as_day, gtk_editable_get_text (GTK_EDITABLE (self->day)),
                        ledger != NULL ? skh_ledger_get_plan (ledger)->year
                                       : skh_date_get_year (on),
                        &value, &fault))
    {
      say (self, fault);
      gtk_widget_grab_focus (GTK_WIDGET (self->day));
      return;
    }
  say (self, NULL);
  mark (self, value.is_set ? value.day : on);
}

static void
on_unmark_clicked (SkhDistributionList *self)
{
  mark (self, SKH_DATE_NONE);
}

/* — Showing — */

/* Takes the recipient. */
static void
add_row (SkhDistributionList *self, SkhRecipient *recipient, gboolean is_first)
{
  GtkWidget *row = skh_recipient_row_new (recipient, is_first);

  gtk_widget_set_sensitive (row, skh_session_is_writable (self->session));
  g_signal_connect_swapped (row, "edited", G_CALLBACK (on_row_edited), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (on_row_removed), self);
  g_signal_connect_swapped (row, "raised", G_CALLBACK (on_row_raised), self);
  gtk_list_box_append (self->list, row);
}

static void
show_recipients (SkhDistributionList *self, GPtrArray *recipients)
{
  guint n_sent = 0;
  g_autofree char *text = NULL;

  skh_list_box_clear (self->list);
  g_ptr_array_set_free_func (recipients, NULL);
  for (guint i = 0; i < recipients->len; i++)
    {
      SkhRecipient *recipient = g_ptr_array_index (recipients, i);

      n_sent += recipient->sent_on != SKH_DATE_NONE;
      add_row (self, recipient, i == 0);
    }
  text = recipients->len > 0 ? g_strdup_printf (_ ("Recipients · sent to %u of %u"),
                                                n_sent, recipients->len)
                             : g_strdup (_ ("Recipients"));
  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), recipients->len > 0);
  gtk_widget_set_visible (self->sending,
                          recipients->len > 0 && skh_session_is_writable (self->session));
  gtk_widget_set_visible (self->writing, skh_session_is_writable (self->session));
}

static gboolean
run_list (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;

  g_ptr_array_unref (job->recipients);
  job->recipients = skh_recipient_store_list (db, &job->thing, error);
  if (job->recipients != NULL)
    return TRUE;
  job->recipients = g_ptr_array_new ();
  return FALSE;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gpointer data;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, &error);
  Job *job = data;
  SkhDistributionList *self = job->self;

  if (self->session == NULL || job->thing.id != self->id)
    return;
  if (done)
    show_recipients (self, job->recipients);
  else
    say (self, error->message);
}

static gboolean
has_focus_inside (SkhDistributionList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
load (SkhDistributionList *self)
{
  SkhWorkbook *workbook
    = self->session != NULL ? skh_session_get_workbook (self->session) : NULL;

  if (self->id != 0 && workbook != NULL)
    skh_workbook_run_async (workbook, run_list, job_new (self), job_free, NULL, on_listed,
                            NULL);
}

/* What is being typed in a row is not taken away by what changed elsewhere. */
static void
on_session_changed (SkhDistributionList *self)
{
  if (!has_focus_inside (self))
    load (self);
}

void
skh_distribution_list_set_thing (SkhDistributionList *self,
                                 SkhSession *session,
                                 const char *kind,
                                 gint64 id)
{
  if (self->session != session)
    {
      g_set_object (&self->session, session);
      g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                               G_CONNECT_SWAPPED);
    }
  if (id != self->id)
    {
      say (self, NULL);
      skh_list_box_clear (self->list);
    }
  self->kind = kind;
  self->id = id;
  gtk_widget_set_visible (GTK_WIDGET (self), id != 0);
  load (self);
}

/* — Life — */

static void
skh_distribution_list_dispose (GObject *object)
{
  g_clear_object (&SKH_DISTRIBUTION_LIST (object)->session);
  G_OBJECT_CLASS (skh_distribution_list_parent_class)->dispose (object);
}

static void
skh_distribution_list_class_init (SkhDistributionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_distribution_list_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/documents/skh-distribution-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, list);
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, name);
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, day);
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, how);
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, summary);
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, fault);
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, writing);
  gtk_widget_class_bind_template_child (widget_class, SkhDistributionList, sending);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_unmark_clicked);
}

static void
skh_distribution_list_init (SkhDistributionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
skh_distribution_list_new (void)
{
  return g_object_new (SKH_TYPE_DISTRIBUTION_LIST, NULL);
}
