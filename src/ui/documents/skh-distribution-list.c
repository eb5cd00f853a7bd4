/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-distribution-list.h"

#include "skh-field.h"
#include "skh-labels.h"
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

/* One recipient's row; the widgets are the row's. */
typedef struct
{
  SkhDistributionList *self;
  SkhRecipient *recipient;
  GtkCheckButton *check;
  GtkEditable *name, *purpose;
} Row;

static void load (SkhDistributionList *self);

static void
row_free (gpointer data)
{
  Row *row = data;

  skh_recipient_free (row->recipient);
  g_free (row);
}

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
  g_autofree char *label = g_strdup_printf ("Nơi nhận: %s", first->name);

  if (!skh_act_begin (db, label, error))
    return FALSE;
  for (guint i = 0; i < job->recipients->len; i++)
    if (!skh_recipient_store_put (db, &job->thing, g_ptr_array_index (job->recipients, i),
                                  error))
      return FALSE;
  return skh_act_end (db, error);
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

static SkhRecipient *
copy_recipient (const SkhRecipient *recipient)
{
  SkhRecipient *copy = g_new (SkhRecipient, 1);

  *copy = *recipient;
  copy->name = g_strdup (recipient->name);
  copy->purpose = g_strdup (recipient->purpose);
  copy->sent_how = g_strdup (recipient->sent_how);
  return copy;
}

static void
keep_row (Row *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (row->name)));
  g_autofree char *purpose = g_strstrip (g_strdup (gtk_editable_get_text (row->purpose)));
  SkhRecipient *recipient;
  Job *job;

  if (row->self->session == NULL || *name == '\0'
      || (g_strcmp0 (name, row->recipient->name) == 0
          && g_strcmp0 (purpose,
                        row->recipient->purpose != NULL ? row->recipient->purpose : "")
               == 0))
    return;
  job = job_new (row->self);
  recipient = copy_recipient (row->recipient);
  g_free (recipient->name);
  g_free (recipient->purpose);
  recipient->name = g_steal_pointer (&name);
  recipient->purpose = *purpose != '\0' ? g_steal_pointer (&purpose) : NULL;
  g_ptr_array_add (job->recipients, recipient);
  apply (row->self, run_put, job);
}

static void
on_remove_clicked (Row *row)
{
  Job *job = job_new (row->self);

  g_array_append_val (job->ids, row->recipient->id);
  apply (row->self, run_remove, job);
}

static void
on_up_clicked (Row *row)
{
  Job *job = job_new (row->self);
  GtkWidget *list_row
    = gtk_widget_get_ancestor (GTK_WIDGET (row->check), GTK_TYPE_LIST_BOX_ROW);

  job->position
    = (guint)MAX (0, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (list_row)) - 1);
  g_array_append_val (job->ids, row->recipient->id);
  apply (row->self, run_move, job);
}

/* — Sending — */

/* Those that are ticked, or else all that were not sent it. */
static void
add_marked (SkhDistributionList *self, GArray *ids)
{
  for (guint only_ticked = 1; ids->len == 0 && only_ticked <= 1; only_ticked--)
    for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
      {
        const Row *row
          = g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (self->list, i)),
                               "row");

        if (only_ticked ? gtk_check_button_get_active (row->check)
                        : row->recipient->sent_on == SKH_DATE_NONE)
          g_array_append_val (ids, row->recipient->id);
      }
}

static void
mark (SkhDistributionList *self, SkhDate day)
{
  g_autofree char *how
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->how))));
  Job *job = job_new (self);

  add_marked (self, job->ids);
  job->day = day;
  job->how = day != SKH_DATE_NONE && *how != '\0' ? g_steal_pointer (&how) : NULL;
  if (job->ids->len > 0)
    apply (self, run_mark, job);
  else
    job_free (job);
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

static GtkWidget *
new_button (const char *icon, const char *name, GCallback callback, Row *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_swapped (button, "clicked", callback, row);
  return button;
}

static GtkEditable *
new_entry (Row *row, const char *text, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (entry, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep_row), row);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (keep_row), row);
  gtk_widget_add_controller (entry, focus);
  return GTK_EDITABLE (entry);
}

static char *
dup_state (const SkhRecipient *recipient)
{
  g_autofree char *day = skh_date_to_text (recipient->sent_on);

  if (recipient->sent_on == SKH_DATE_NONE)
    return g_strdup (_ ("not sent yet"));
  if (recipient->sent_how == NULL)
    return g_strdup_printf (_ ("✔ sent %s"), day);
  return g_strdup_printf (_ ("✔ sent %s, %s"), day, recipient->sent_how);
}

static GtkWidget *
new_texts (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *state = dup_state (row->recipient);
  GtkWidget *label = gtk_label_new (state);

  row->name = new_entry (row, row->recipient->name, _ ("Recipient"));
  row->purpose = new_entry (row, row->recipient->purpose, _ ("For what (to report …)"));
  gtk_widget_add_css_class (GTK_WIDGET (row->purpose), "caption");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "row-state");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->purpose));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Takes the recipient. */
static void
add_row (SkhDistributionList *self, SkhRecipient *recipient)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  Row *row = g_new0 (Row, 1);

  row->self = self;
  row->recipient = recipient;
  row->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, recipient->name, -1);
  g_object_set_data_full (G_OBJECT (list_row), "row", row, row_free);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->check));
  gtk_box_append (GTK_BOX (box), new_texts (row));
  gtk_box_append (GTK_BOX (box), new_button ("go-up-symbolic", _ ("Move up"),
                                             G_CALLBACK (on_up_clicked), row));
  gtk_box_append (GTK_BOX (box),
                  new_button ("list-remove-symbolic", _ ("Remove this recipient"),
                              G_CALLBACK (on_remove_clicked), row));
  gtk_widget_set_sensitive (box, skh_session_is_writable (self->session));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, recipient->name, -1);
  gtk_list_box_append (self->list, list_row);
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
      add_row (self, recipient);
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
