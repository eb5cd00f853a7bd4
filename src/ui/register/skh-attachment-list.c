/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-attachment-list.h"

#include "skh-file-choice.h"
#include "skh-labels.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _SkhAttachmentList
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkLabel *fault;
  GtkWidget *add_button;

  SkhSession *session;
  const char *kind, *field; /* interned */
  gint64 id;
  guint n_asked;
};

G_DEFINE_FINAL_TYPE (SkhAttachmentList, skh_attachment_list, GTK_TYPE_BOX)

enum
{
  WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say (SkhAttachmentList *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

/* — What is done to a file, on the database thread — */

typedef struct
{
  SkhAttachmentList *self;
  gint64 owner, id;
  guint number;
  char *path, *name;
  GPtrArray *attachments;
  GBytes *content;
} Job;

static Job *
job_new (SkhAttachmentList *self, gint64 id, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->owner = self->id;
  job->id = id;
  job->path = g_strdup (path);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->self);
  g_clear_pointer (&job->attachments, g_ptr_array_unref);
  g_clear_pointer (&job->content, g_bytes_unref);
  g_free (job->path);
  g_free (job->name);
  g_free (job);
}

static SkhThing
get_thing (const Job *job)
{
  return (SkhThing){ job->self->kind, job->owner };
}

static gboolean
run_list (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;
  SkhThing thing = get_thing (job);

  job->attachments = skh_attachment_store_list (db, &thing, job->self->field, error);
  return job->attachments != NULL;
}

static gboolean
run_add (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;
  SkhThing thing = get_thing (job);

  return skh_attachment_store_add (db, &thing, job->self->field, job->path, NULL, error);
}

static gboolean
run_remove (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_attachment_store_remove (db, ((Job *)data)->id, error);
}

static gboolean
run_restore (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_attachment_store_restore (db, ((Job *)data)->id, ((Job *)data)->path, error);
}

static gboolean
run_read (SkhDatabase *db, gpointer data, GError **error)
{
  Job *job = data;

  job->content = skh_attachment_store_read (db, job->id, error);
  return job->content != NULL;
}

/* A fault is said where the file was to stand. */
static void
on_applied (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  SkhAttachmentList *self = owner;

  say (self, error != NULL ? error->message : NULL);
  skh_attachment_list_show (self, self->id);
}

static void
apply (SkhAttachmentList *self, SkhWorkbookFunc func, Job *job)
{
  skh_session_apply (self->session, func, job, job_free, on_applied, self);
}

/* — Opening — */

/* A copy beside nobody else's, which may be looked at but says by its rights that what is
   written there is not kept. */
static char *
write_copy (GBytes *content, const char *name, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sokehoach-XXXXXX", error);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  if (path == NULL
      || !g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_NONE,
                                    0400, error))
    return NULL;
  return g_steal_pointer (&path);
}

static void
show_file (SkhAttachmentList *self, const Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_copy (job->content, job->name, &error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, &error) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (uri == NULL)
    say (self, error->message);
  else
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static void
on_content_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhAttachmentList) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job;

  if (skh_workbook_run_finish (SKH_WORKBOOK (source), result, &job, &error))
    show_file (self, job);
  else
    say (self, error->message);
}

static void
on_open_clicked (SkhAttachmentList *self, GtkWidget *button)
{
  const SkhAttachment *attachment = g_object_get_data (G_OBJECT (button), "attachment");
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  Job *job;

  if (workbook == NULL)
    return;
  job = job_new (self, attachment->id, NULL);
  job->name = g_strdup (attachment->name);
  skh_workbook_run_async (workbook, run_read, job, job_free, NULL, on_content_read,
                          g_object_ref (self));
}

static void
on_remove_clicked (SkhAttachmentList *self, GtkWidget *button)
{
  const SkhAttachment *attachment = g_object_get_data (G_OBJECT (button), "attachment");

  apply (self, run_remove, job_new (self, attachment->id, NULL));
}

typedef struct
{
  SkhAttachmentList *self;
  gint64 id; /* whose content is to be given back; 0: a new file */
} FileChoice;

static void
file_choice_free (gpointer data)
{
  g_object_unref (((FileChoice *)data)->self);
  g_free (data);
}

static void
on_file_chosen (const char *path, gpointer user_data)
{
  FileChoice *choice = user_data;

  if (choice->id == 0)
    skh_attachment_list_add (choice->self, path);
  else
    apply (choice->self, run_restore, job_new (choice->self, choice->id, path));
}

static void
choose_file (SkhAttachmentList *self, gint64 id)
{
  FileChoice *choice = g_new (FileChoice, 1);

  *choice = (FileChoice){ g_object_ref (self), id };
  skh_file_choice_open_any (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _ ("Attach a File"), on_file_chosen, choice,
                            file_choice_free);
}

static void
on_restore_clicked (SkhAttachmentList *self, GtkWidget *button)
{
  const SkhAttachment *attachment = g_object_get_data (G_OBJECT (button), "attachment");

  choose_file (self, attachment->id);
}

static void
on_add_clicked (SkhAttachmentList *self)
{
  choose_file (self, 0);
}

static gboolean
on_dropped (SkhAttachmentList *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = files; file != NULL; file = file->next)
    {
      g_autofree char *path = g_file_get_path (file->data);

      if (path != NULL)
        skh_attachment_list_add (self, path);
    }
  return files != NULL;
}

/* — Showing — */

/* Takes the name. */
static GtkWidget *
new_button (SkhAttachmentList *self,
            SkhAttachment *attachment,
            const char *icon,
            char *name,
            GCallback callback)
{
  GtkWidget *button = skh_icon_button_new (icon, name);

  g_object_set_data (G_OBJECT (button), "attachment", attachment);
  g_signal_connect_swapped (button, "clicked", callback, self);
  g_free (name);
  return button;
}

static GtkWidget *
new_texts (const SkhAttachment *attachment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (attachment->name);
  g_autofree char *size = g_format_size ((guint64)attachment->size);
  GtkWidget *note = gtk_label_new (
    attachment->is_missing ? _ ("The workbook does not hold this file any more. Choose "
                                "it again to give it back.")
                           : size);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, attachment->is_missing ? "fault" : "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

/* Takes the attachment. */
static void
add_row (SkhAttachmentList *self, SkhAttachment *attachment)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gboolean writable = skh_session_is_writable (self->session);

  g_object_set_data_full (G_OBJECT (row), "attachment", attachment,
                          (GDestroyNotify)skh_attachment_free);
  gtk_box_append (GTK_BOX (box), new_texts (attachment));
  if (!attachment->is_missing)
    gtk_box_append (GTK_BOX (box),
                    new_button (self, attachment, "document-open-symbolic",
                                g_strdup_printf (_ ("Open “%s”"), attachment->name),
                                G_CALLBACK (on_open_clicked)));
  else if (writable)
    gtk_box_append (GTK_BOX (box),
                    new_button (self, attachment, "view-refresh-symbolic",
                                g_strdup_printf (_ ("Give “%s” back…"), attachment->name),
                                G_CALLBACK (on_restore_clicked)));
  if (writable)
    gtk_box_append (GTK_BOX (box),
                    new_button (self, attachment, "user-trash-symbolic",
                                g_strdup_printf (_ ("Remove “%s”"), attachment->name),
                                G_CALLBACK (on_remove_clicked)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  attachment->name, -1);
  gtk_list_box_append (self->list, row);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhAttachmentList) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data;
  Job *job;

  if (!skh_workbook_run_finish (SKH_WORKBOOK (source), result, &data, &error))
    {
      say (self, error->message);
      return;
    }
  job = data;
  if (job->number != self->n_asked || self->session == NULL)
    return;
  skh_list_box_clear (self->list);
  g_ptr_array_set_free_func (job->attachments, NULL);
  for (guint i = 0; i < job->attachments->len; i++)
    add_row (self, g_ptr_array_index (job->attachments, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), job->attachments->len > 0);
}

void
skh_attachment_list_show (SkhAttachmentList *self, gint64 id)
{
  SkhWorkbook *workbook = skh_session_get_workbook (self->session);
  Job *job;

  if (id != self->id)
    say (self, NULL);
  self->id = id;
  self->n_asked++;
  gtk_widget_set_sensitive (self->add_button, skh_session_is_writable (self->session));
  if (id == 0 || workbook == NULL)
    {
      skh_list_box_clear (self->list);
      gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
      return;
    }
  job = job_new (self, 0, NULL);
  job->number = self->n_asked;
  skh_workbook_run_async (workbook, run_list, job, job_free, NULL, on_listed,
                          g_object_ref (self));
}

/**
 * skh_attachment_list_add:
 *
 * Attaches a file. When the thing is not kept yet, `wanted` asks for that first.
 */
void
skh_attachment_list_add (SkhAttachmentList *self, const char *path)
{
  if (self->id == 0)
    g_signal_emit (self, signals[WANTED], 0, path);
  else
    apply (self, run_add, job_new (self, 0, path));
}

/* — Life — */

static gboolean
skh_attachment_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SKH_ATTACHMENT_LIST (widget)->add_button);
}

static void
skh_attachment_list_dispose (GObject *object)
{
  g_clear_object (&SKH_ATTACHMENT_LIST (object)->session);
  G_OBJECT_CLASS (skh_attachment_list_parent_class)->dispose (object);
}

static void
skh_attachment_list_class_init (SkhAttachmentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_attachment_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = skh_attachment_list_grab_focus;
  signals[WANTED] = g_signal_new ("wanted", SKH_TYPE_ATTACHMENT_LIST, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkLabel *
new_caption (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
skh_attachment_list_init (SkhAttachmentList *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "compact-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  self->add_button = gtk_button_new_with_label (_ ("Attach a File…"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (on_add_clicked),
                            self);
  self->fault = new_caption ("", "fault");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
skh_attachment_list_new (SkhSession *session,
                         const char *title,
                         const char *kind,
                         const char *field)
{
  SkhAttachmentList *self = g_object_new (SKH_TYPE_ATTACHMENT_LIST, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->field = field;
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (new_caption (title, "dim-label")));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->add_button);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}
