/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-view-choice.h"

#include "skh-labels.h"
#include "skh-reader.h"
#include "skh-register-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define BUTTON_CHARS 22

struct _SkhViewChoice
{
  GtkBox parent_instance;

  GtkDropDown *choice;

  /* owned */
  SkhSession *session;
  SkhReader *reader;
  char *owner;
  GPtrArray *views; /* SkhSavedView; those declared have no id */
  char *wanted;     /* the title of what is being saved: chosen when it is there */

  guint n_declared;
  gboolean updating;
};

enum
{
  CHOSEN,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhViewChoice, skh_view_choice, GTK_TYPE_BOX)

static const SkhSavedView *
get_view (SkhViewChoice *self)
{
  guint place = gtk_drop_down_get_selected (self->choice);

  return place < self->views->len ? g_ptr_array_index (self->views, place) : NULL;
}

static guint
find_view (SkhViewChoice *self, const char *title)
{
  for (guint i = 0; i < self->views->len; i++)
    if (g_str_equal (((SkhSavedView *)g_ptr_array_index (self->views, i))->title, title))
      return i;
  return 0;
}

/* What was chosen stays so by its name. */
static void
refill (SkhViewChoice *self, const char *chosen)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->views->len; i++)
    gtk_string_list_append (titles,
                            ((SkhSavedView *)g_ptr_array_index (self->views, i))->title);
  if (self->views->len == 0)
    gtk_string_list_append (titles, _ ("All"));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->choice,
                              chosen != NULL ? find_view (self, chosen) : 0);
  self->updating = FALSE;
}

/* — Reading — */

typedef struct
{
  char *owner;
  GPtrArray *views;
} Saved;

static gpointer
ask_saved (gpointer owner)
{
  Saved *saved = g_new0 (Saved, 1);

  saved->owner = g_strdup (SKH_VIEW_CHOICE (owner)->owner);
  return saved;
}

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_clear_pointer (&saved->views, g_ptr_array_unref);
  g_free (saved->owner);
  g_free (saved);
}

static gboolean
read_saved (SkhDatabase *db, gpointer data, GError **error)
{
  Saved *saved = data;

  saved->views = skh_register_edit_list_views (db, saved->owner, error);
  return saved->views != NULL;
}

static void
show_saved (gpointer owner, gpointer answer)
{
  SkhViewChoice *self = owner;
  GPtrArray *views = ((Saved *)answer)->views;
  const SkhSavedView *view = get_view (self);
  g_autofree char *chosen = g_strdup (view != NULL ? view->title : NULL);

  g_ptr_array_set_size (self->views, (int)self->n_declared);
  for (guint i = 0; i < views->len; i++)
    {
      const SkhSavedView *saved = g_ptr_array_index (views, i);
      SkhSavedView *copy = g_new (SkhSavedView, 1);

      *copy
        = (SkhSavedView){ saved->id, g_strdup (saved->title), g_strdup (saved->query) };
      g_ptr_array_add (self->views, copy);
      if (g_strcmp0 (saved->title, self->wanted) == 0)
        {
          g_free (chosen);
          chosen = g_steal_pointer (&self->wanted);
        }
    }
  refill (self, chosen);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget_saved (gpointer owner)
{
  SkhViewChoice *self = owner;

  g_ptr_array_set_size (self->views, (int)self->n_declared);
  refill (self, NULL);
}

static const SkhReading reading = {
  .ask = ask_saved,
  .read = read_saved,
  .show = show_saved,
  .free_answer = saved_free,
  .leave = forget_saved,
};

void
skh_view_choice_set_owner (SkhViewChoice *self, SkhSession *session, const char *owner)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->owner = g_strdup (owner);
  self->reader = skh_reader_new (session, &reading, self);
}

/* — What is chosen — */

void
skh_view_choice_set_declared (SkhViewChoice *self,
                              const SkhRegisterView *views,
                              guint n_views)
{
  const SkhSavedView *view = get_view (self);
  g_autofree char *chosen = g_strdup (view != NULL ? view->title : NULL);

  if (self->n_declared > 0)
    g_ptr_array_remove_range (self->views, 0, self->n_declared);
  self->n_declared = n_views;
  for (guint i = 0; i < n_views; i++)
    {
      SkhSavedView *declared = g_new0 (SkhSavedView, 1);

      declared->title = g_strdup (g_dgettext (GETTEXT_PACKAGE, views[i].title));
      declared->query = g_strdup (views[i].query);
      g_ptr_array_insert (self->views, (int)i, declared);
    }
  refill (self, chosen);
}

const char *
skh_view_choice_get_query (SkhViewChoice *self)
{
  const SkhSavedView *view = get_view (self);

  return view != NULL ? view->query : "";
}

gboolean
skh_view_choice_is_saved (SkhViewChoice *self)
{
  const SkhSavedView *view = get_view (self);

  return view != NULL && view->id != 0;
}

void
skh_view_choice_reset (SkhViewChoice *self)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->choice, 0);
  self->updating = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selected (SkhViewChoice *self)
{
  if (self->updating || self->session == NULL)
    return;
  g_signal_emit (self, signals[CHOSEN], 0, skh_view_choice_get_query (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
skh_view_choice_choose (SkhViewChoice *self, guint place)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->choice, place);
  self->updating = FALSE;
  on_selected (self);
}

/* — Saving and taking away — */

typedef struct
{
  SkhViewChoice *choice;
  GtkEditable *entry; /* borrowed: the dialog's */
  gint64 id;
  char *title, *query, *owner;
} ViewEdit;

static void
view_edit_free (gpointer data)
{
  ViewEdit *edit = data;

  g_object_unref (edit->choice);
  g_free (edit->title);
  g_free (edit->query);
  g_free (edit->owner);
  g_free (edit);
}

static ViewEdit *
view_edit_new (SkhViewChoice *self, const char *query)
{
  ViewEdit *edit = g_new0 (ViewEdit, 1);

  edit->choice = g_object_ref (self);
  edit->owner = g_strdup (self->owner);
  edit->query = g_strdup (query);
  return edit;
}

static gboolean
run_put_view (SkhDatabase *db, gpointer data, GError **error)
{
  ViewEdit *edit = data;

  return skh_register_edit_put_view (db, edit->owner, &edit->id, edit->title, edit->query,
                                     error);
}

static gboolean
run_remove_view (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_register_edit_remove_view (db, ((ViewEdit *)data)->id, error);
}

/* A view saved under a name that is there takes its place. */
static gint64
find_saved (SkhViewChoice *self, const char *title)
{
  for (guint i = self->n_declared; i < self->views->len; i++)
    {
      const SkhSavedView *view = g_ptr_array_index (self->views, i);

      if (g_str_equal (view->title, title))
        return view->id;
    }
  return 0;
}

static void
on_named (AdwMessageDialog *dialog, const char *response, ViewEdit *edit)
{
  SkhViewChoice *self = edit->choice;

  edit->title = g_strstrip (g_strdup (gtk_editable_get_text (edit->entry)));
  if (!g_str_equal (response, "save") || *edit->title == '\0' || self->session == NULL)
    {
      view_edit_free (edit);
      return;
    }
  edit->id = find_saved (self, edit->title);
  g_free (self->wanted);
  self->wanted = g_strdup (edit->title);
  skh_session_apply (self->session, run_put_view, edit, view_edit_free, NULL, NULL);
}

static GtkWidget *
new_name_entry (SkhViewChoice *self)
{
  GtkWidget *entry = gtk_entry_new ();
  const SkhSavedView *view = get_view (self);

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the view"), -1);
  gtk_editable_set_text (GTK_EDITABLE (entry),
                         view != NULL && view->id != 0 ? view->title : "");
  return entry;
}

void
skh_view_choice_save (SkhViewChoice *self, const char *query)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *entry = new_name_entry (self);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
    GTK_WINDOW (root), _ ("Save This View"),
    _ ("What is chosen, and in what order, can be shown again under this name.")));
  ViewEdit *edit = view_edit_new (self, query);

  edit->entry = GTK_EDITABLE (entry);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "save", _ ("Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_named), edit);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

void
skh_view_choice_remove (SkhViewChoice *self)
{
  const SkhSavedView *view = get_view (self);
  ViewEdit *edit;

  if (view == NULL || view->id == 0)
    return;
  edit = view_edit_new (self, view->query);
  edit->id = view->id;
  gtk_drop_down_set_selected (self->choice, 0);
  skh_session_apply (self->session, run_remove_view, edit, view_edit_free, NULL, NULL);
}

/* — Life — */

static void
skh_view_choice_dispose (GObject *object)
{
  SkhViewChoice *self = SKH_VIEW_CHOICE (object);

  g_clear_pointer (&self->reader, skh_reader_free);
  self->updating = TRUE;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_view_choice_parent_class)->dispose (object);
}

static void
skh_view_choice_finalize (GObject *object)
{
  SkhViewChoice *self = SKH_VIEW_CHOICE (object);

  g_ptr_array_unref (self->views);
  g_free (self->owner);
  g_free (self->wanted);
  G_OBJECT_CLASS (skh_view_choice_parent_class)->finalize (object);
}

static void
skh_view_choice_class_init (SkhViewChoiceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = skh_view_choice_dispose;
  G_OBJECT_CLASS (class)->finalize = skh_view_choice_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", SKH_TYPE_VIEW_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", SKH_TYPE_VIEW_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_view_choice_init (SkhViewChoice *self)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_saved_view_free);
  self->choice = GTK_DROP_DOWN (choice);
  skh_drop_down_keep_narrow (self->choice, BUTTON_CHARS);
  gtk_widget_set_tooltip_text (choice, _ ("View"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("View"), -1);
  refill (self, NULL);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_box_append (GTK_BOX (self), choice);
}
