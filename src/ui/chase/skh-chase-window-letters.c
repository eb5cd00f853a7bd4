/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters of the window, and the document they are filled in from. */
#include "skh-chase-window-private.h"

#include <glib/gi18n.h>

#include "skh-chase-letter.h"
#include "skh-file-choice.h"

/* — Writing — */

/* Filled on the database thread, where the office's own document is. */
typedef struct
{
  SkhChaseWindow *window;
  SkhChaseList *list;
  char *path;
  gboolean in_one;
} Letters;

static void
letters_free (gpointer data)
{
  Letters *letters = data;

  skh_chase_list_unref (letters->list);
  g_object_unref (letters->window);
  g_free (letters->path);
  g_free (letters);
}

static gboolean
write_letters (SkhDatabase *db, gpointer data, GError **error)
{
  const Letters *letters = data;
  g_autoptr (SkhDocx) docx = skh_chase_letter_load_template (db, error);
  g_autoptr (GPtrArray) paths = NULL;

  if (docx == NULL)
    return FALSE;
  if (letters->in_one)
    return skh_chase_letter_write (docx, letters->list, letters->path, error);
  paths = skh_chase_letter_write_folder (docx, letters->list, letters->path, error);
  return paths != NULL;
}

static void
on_letters_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Letters *letters = user_data;
  SkhChaseWindow *self = letters->window;
  g_autofree char *name = g_filename_display_basename (letters->path);
  g_autoptr (GError) error = NULL;
  gboolean done = skh_workbook_run_finish (SKH_WORKBOOK (source), result, NULL, &error);

  if (self->session != NULL)
    {
      skh_chase_window_set_busy (self, FALSE);
      if (done)
        skh_chase_window_offer (self, SKH_CHASE_LETTER, name);
      else
        skh_session_report_fault (self->session, error->message);
    }
  letters_free (letters);
}

static void
start_letters (SkhChaseWindow *self, const char *path, gboolean in_one)
{
  Letters *letters = g_new0 (Letters, 1);

  letters->window = g_object_ref (self);
  letters->list = skh_chase_list_ref (self->chosen);
  letters->path = g_strdup (path);
  letters->in_one = in_one;
  skh_chase_window_set_busy (self, TRUE);
  skh_workbook_run_async (skh_session_get_workbook (self->session), write_letters,
                          letters, NULL, NULL, on_letters_written, letters);
}

static void
on_one_chosen (const char *path, gpointer user_data)
{
  start_letters (user_data, path, TRUE);
}

static void
on_folder_chosen (const char *path, gpointer user_data)
{
  start_letters (user_data, path, FALSE);
}

static void
on_letters_in_one (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SkhChaseWindow *self = SKH_CHASE_WINDOW (widget);
  g_autofree char *day = skh_date_to_iso (skh_chase_list_get_on (self->chosen));
  g_autofree char *file = g_strdup_printf ("Cong van don doc %s.docx", day);

  skh_file_choice_save (GTK_WINDOW (self), _ ("Write the Letters"), file, ".docx",
                        on_one_chosen, self);
}

static void
on_letters_each (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_file_choice_folder (GTK_WINDOW (widget), _ ("Write the Letters into a Folder"),
                          on_folder_chosen, widget);
}

/* — The document — */

static gboolean
set_template (SkhDatabase *db, gpointer path, GError **error)
{
  return skh_chase_letter_set_template (db, path, error);
}

static void
on_template_chosen (const char *path, gpointer user_data)
{
  SkhChaseWindow *self = user_data;

  skh_session_apply (self->session, set_template, g_strdup (path), g_free, NULL, self);
}

static void
on_choose_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_file_choice_open_letter (GTK_WINDOW (widget), on_template_chosen, widget);
}

static void
on_drop_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_session_apply (SKH_CHASE_WINDOW (widget)->session, set_template, NULL, NULL, NULL,
                     widget);
}

static gboolean
save_template (SkhDatabase *db, gpointer path, GError **error)
{
  return skh_chase_letter_save_template (db, path, error);
}

static void
on_template_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhSession) session = user_data;
  g_autoptr (GError) error = NULL;
  gpointer path;

  if (skh_workbook_run_finish (SKH_WORKBOOK (source), result, &path, &error))
    skh_session_report_exported (session, path);
  else
    skh_session_report_fault (session, error->message);
}

static void
on_template_place_chosen (const char *path, gpointer user_data)
{
  SkhChaseWindow *self = user_data;

  skh_workbook_run_async (skh_session_get_workbook (self->session), save_template,
                          g_strdup (path), g_free, NULL, on_template_saved,
                          g_object_ref (self->session));
}

static void
on_save_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skh_file_choice_save (GTK_WINDOW (widget), _ ("Save the Letter to Change It in Word"),
                        "Mau cong van don doc.docx", ".docx", on_template_place_chosen,
                        widget);
}

/* Who may only read keeps the document as it is. */
void
skh_chase_window_update_letters (SkhChaseWindow *self)
{
  gboolean writable = skh_session_is_writable (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chase.choose-template", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chase.drop-template", writable);
}

void
skh_chase_window_install_letters (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "chase.letters-in-one", NULL,
                                   on_letters_in_one);
  gtk_widget_class_install_action (class, "chase.letters-each", NULL, on_letters_each);
  gtk_widget_class_install_action (class, "chase.save-template", NULL, on_save_template);
  gtk_widget_class_install_action (class, "chase.choose-template", NULL,
                                   on_choose_template);
  gtk_widget_class_install_action (class, "chase.drop-template", NULL, on_drop_template);
}
