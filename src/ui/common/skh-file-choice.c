/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-file-choice.h"

#include <glib/gi18n.h>

typedef struct
{
  SkhFileChoiceFunc func;
  gpointer user_data;
  GDestroyNotify destroy; /* of user_data; or NULL */
  char *suffix;           /* added to a name typed without it; NULL: none */
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  if (choice->destroy != NULL)
    choice->destroy (choice->user_data);
  g_free (choice->suffix);
  g_free (choice);
}

static void
on_response (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL && choice->suffix != NULL && !g_str_has_suffix (path, choice->suffix))
    {
      char *named = g_strconcat (path, choice->suffix, NULL);

      g_free (path);
      path = named;
    }
  gtk_native_dialog_hide (dialog);
  if (path != NULL)
    choice->func (path, choice->user_data);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
run (GtkFileChooserNative *dialog,
     const char *suffix,
     SkhFileChoiceFunc func,
     gpointer user_data,
     GDestroyNotify destroy)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ func, user_data, destroy, g_strdup (suffix) };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), choice,
                         choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Asks for a workbook to open. */
void
skh_file_choice_open (GtkWindow *parent, SkhFileChoiceFunc func, gpointer user_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("Open a Workbook"), parent,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                   _ ("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Plan workbooks"), "*.skh");
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), "*");
  run (dialog, NULL, func, user_data, NULL);
}

static void
add_list_filter (GtkFileChooser *chooser)
{
  static const char *const patterns[] = { "*.xlsx", "*.xls", "*.csv", "*.tsv", "*.txt" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Lists (.xlsx, .xls, .csv)"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* Asks for a list to take in. */
void
skh_file_choice_open_list (GtkWindow *parent, SkhFileChoiceFunc func, gpointer user_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("Choose a List"), parent,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                   _ ("_Cancel"));

  add_list_filter (GTK_FILE_CHOOSER (dialog));
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), "*");
  run (dialog, NULL, func, user_data, NULL);
}

void
skh_file_choice_open_any (GtkWindow *parent,
                          const char *title,
                          SkhFileChoiceFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("_Open"), _ ("_Cancel"));

  run (dialog, NULL, func, user_data, destroy);
}

/* Asks for an office's own template. */
void
skh_file_choice_open_template (GtkWindow *parent,
                               SkhFileChoiceFunc func,
                               gpointer user_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("Choose a Template"), parent,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                   _ ("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Plan templates (.json)"), "*.json");
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), "*");
  run (dialog, NULL, func, user_data, NULL);
}

void
skh_file_choice_open_letter (GtkWindow *parent,
                             SkhFileChoiceFunc func,
                             gpointer user_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (_ ("Choose a Letter"), parent,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                   _ ("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Word documents (.docx)"), "*.docx");
  run (dialog, NULL, func, user_data, NULL);
}

/* Asks for a folder to write files into. */
void
skh_file_choice_folder (GtkWindow *parent,
                        const char *title,
                        SkhFileChoiceFunc func,
                        gpointer user_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                   _ ("_Select"), _ ("_Cancel"));

  run (dialog, NULL, func, user_data, NULL);
}

/* Asks where to write a file. name is what is offered; suffix (".xlsx") is kept. */
void
skh_file_choice_save (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      const char *suffix,
                      SkhFileChoiceFunc func,
                      gpointer user_data)
{
  skh_file_choice_save_owned (parent, title, name, suffix, func, user_data, NULL);
}

/* The same; destroy frees user_data, whatever comes of it. */
void
skh_file_choice_save_owned (GtkWindow *parent,
                            const char *title,
                            const char *name,
                            const char *suffix,
                            SkhFileChoiceFunc func,
                            gpointer user_data,
                            GDestroyNotify destroy)
{
  g_autofree char *pattern = g_strconcat ("*", suffix, NULL);
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                   _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_filter (GTK_FILE_CHOOSER (dialog), pattern, pattern);
  run (dialog, suffix, func, user_data, destroy);
}
