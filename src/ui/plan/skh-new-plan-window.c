/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-new-plan-window.h"

#include "skh-file-choice.h"
#include "skh-import.h"
#include "skh-input.h"
#include "skh-labels.h"
#include "skh-new-plan-list.h"
#include "skh-new-plan-next.h"
#include "skh-plan-adder.h"
#include "skh-plan-template.h"

#include <glib/gi18n-lib.h>

/* As in templates. */
#define MIN_YEAR 1990
#define MAX_YEAR 2100

/* A plan's title is longer than a window is wide. */
#define BASE_CHARS 64

/* Typing settles before a list is read for another year. */
#define YEAR_DELAY_MS 400

/* The places of the choice before the templates. */
enum
{
  BASE_EMPTY,
  BASE_SECTIONS,
  BASE_NEXT,
  BASE_LIST,
  BASE_FILE,
  N_BASES,
};

struct _SkhNewPlanWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkDropDown *base;
  GtkStack *stack;
  SkhInput *title;
  SkhInput *short_title;
  SkhInput *number;
  SkhInput *year;
  SkhNewPlanNext *next;
  SkhNewPlanList *list;
  GtkButton *choose_template;
  GtkLabel *fault;

  /* owned */
  SkhSession *session;
  GPtrArray *templates; /* SkhTemplateInfo */
  char *template_path;
  guint year_source;
  gint64 replaced_id; /* the empty plan whose place it takes; 0: none */
  gboolean title_is_typed;
};

G_DEFINE_FINAL_TYPE (SkhNewPlanWindow, skh_new_plan_window, ADW_TYPE_WINDOW)

static void
show_fault (SkhNewPlanWindow *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

/* What a person typed stays; what was only offered gives way. */
static void
offer_titles (SkhNewPlanWindow *self, const char *title, const char *short_title)
{
  if (self->title_is_typed)
    return;
  skh_input_set_text (self->title, title);
  skh_input_set_text (self->short_title, short_title);
}

static gboolean
read_year (SkhNewPlanWindow *self, int *year)
{
  g_autofree char *text = skh_input_dup_text (self->year);
  guint64 number = 0;
  gboolean is_year
    = g_ascii_string_to_unsigned (text, 10, MIN_YEAR, MAX_YEAR, &number, NULL);

  skh_input_set_fault (self->year,
                       is_year ? NULL : _ ("This is no year; write it as 2024."));
  *year = (int)number;
  return is_year;
}

static void
set_year (SkhNewPlanWindow *self, int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  skh_input_set_text (self->year, text);
}

/* — From the plan that is looked at — */

static void
roll_over (SkhNewPlanWindow *self)
{
  g_autoptr (GError) error = NULL;
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  const SkhPlanDraft *draft;
  int year;

  skh_new_plan_next_clear (self->next);
  if (ledger == NULL || !read_year (self, &year))
    return;
  if (!skh_new_plan_next_read (self->next, skh_session_get_workbook (self->session),
                               ledger, year, skh_session_get_on (self->session), &error))
    {
      show_fault (self, error->message);
      return;
    }
  draft = skh_new_plan_next_get_draft (self->next);
  offer_titles (self, draft->title, draft->short_title);
}

/* — From a list — */

static void
read_list (SkhNewPlanWindow *self)
{
  int year;

  if (!read_year (self, &year))
    return;
  skh_new_plan_list_read (self->list, skh_session_get_ledger (self->session), year);
  if (skh_new_plan_list_get_title (self->list) != NULL)
    offer_titles (self, skh_new_plan_list_get_title (self->list), NULL);
}

static void
show_name (GtkButton *button, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  gtk_button_set_label (button, name);
}

static SkhPlanDraft *
read_blank (SkhNewPlanWindow *self, gboolean keep_sections, GError **error)
{
  return skh_plan_adder_read_blank (skh_session_get_workbook (self->session),
                                    skh_session_get_plan_id (self->session),
                                    keep_sections, error);
}

static SkhPlanDraft *
make_from_list (SkhNewPlanWindow *self, GError **error)
{
  SkhPlanDraft *draft = NULL;

  if (!skh_new_plan_list_has_work (self->list))
    g_set_error (error, SKH_IMPORT_ERROR, SKH_IMPORT_ERROR_NO_HEADER,
                 _ ("Choose a list with tasks that can be taken in."));
  else
    draft = read_blank (self, FALSE, error);
  if (draft != NULL)
    skh_new_plan_list_fill_draft (self->list, draft);
  return draft;
}

/* — By a template — */

static SkhPlanDraft *
read_template (SkhNewPlanWindow *self, guint base, int year, GError **error)
{
  const SkhTemplateInfo *info;

  if (base >= N_BASES)
    {
      info = self->templates->pdata[base - N_BASES];
      return skh_plan_template_read_builtin (info->id, year, error);
    }
  if (self->template_path != NULL)
    return skh_plan_template_read_file (self->template_path, year, error);
  g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND,
               _ ("Choose the template's file."));
  return NULL;
}

static void
offer_template (SkhNewPlanWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPlanDraft) draft = NULL;
  guint base = gtk_drop_down_get_selected (self->base);
  int year;

  if ((base == BASE_FILE && self->template_path == NULL) || !read_year (self, &year))
    return;
  draft = read_template (self, base, year, &error);
  if (draft != NULL)
    offer_titles (self, draft->title, draft->short_title);
  show_fault (self, draft == NULL ? error->message : NULL);
}

static void
on_template_chosen (const char *path, gpointer user_data)
{
  SkhNewPlanWindow *self = user_data;

  g_free (self->template_path);
  self->template_path = g_strdup (path);
  show_name (self->choose_template, path);
  offer_template (self);
}

static void
on_choose_template_clicked (SkhNewPlanWindow *self)
{
  skh_file_choice_open_template (GTK_WINDOW (self), on_template_chosen, self);
}

/* — The choice — */

static const char *
get_page (guint base)
{
  switch (base)
    {
    case BASE_NEXT:
      return "next";
    case BASE_LIST:
      return "list";
    case BASE_FILE:
      return "file";
    default:
      return "none";
    }
}

static void
refresh (SkhNewPlanWindow *self)
{
  guint base = gtk_drop_down_get_selected (self->base);

  show_fault (self, NULL);
  if (base == BASE_NEXT)
    roll_over (self);
  else if (base == BASE_LIST)
    read_list (self);
  else if (base >= BASE_FILE)
    offer_template (self);
  else
    offer_titles (self, NULL, NULL);
}

static void
on_base_changed (SkhNewPlanWindow *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  guint base = gtk_drop_down_get_selected (self->base);

  gtk_stack_set_visible_child_name (self->stack, get_page (base));
  if (ledger != NULL)
    set_year (self, skh_ledger_get_plan (ledger)->year + (base == BASE_NEXT));
  refresh (self);
}

static gboolean
on_year_settled (gpointer user_data)
{
  SkhNewPlanWindow *self = user_data;

  self->year_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_year_edited (SkhNewPlanWindow *self)
{
  g_clear_handle_id (&self->year_source, g_source_remove);
  self->year_source = g_timeout_add (YEAR_DELAY_MS, on_year_settled, self);
}

static void
on_title_edited (SkhNewPlanWindow *self)
{
  self->title_is_typed = TRUE;
}

/* — Adding — */

static SkhPlanDraft *
make_draft (SkhNewPlanWindow *self, int year, GError **error)
{
  guint base = gtk_drop_down_get_selected (self->base);

  if (base == BASE_EMPTY || base == BASE_SECTIONS)
    return read_blank (self, base == BASE_SECTIONS, error);
  if (base == BASE_NEXT)
    return skh_new_plan_next_take_draft (self->next, error);
  return base == BASE_LIST ? make_from_list (self, error)
                           : read_template (self, base, year, error);
}

static gboolean
check_title (SkhNewPlanWindow *self)
{
  g_autofree char *title = skh_input_dup_text (self->title);

  skh_input_set_fault (self->title, *title == '\0' ? _ ("A plan needs a title.") : NULL);
  return *title != '\0';
}

static void
fill_head (SkhNewPlanWindow *self, SkhPlanDraft *draft, int year)
{
  g_autofree char *title = skh_input_dup_text (self->title);
  g_autofree char *short_title = skh_input_dup_text (self->short_title);
  g_autofree char *number = skh_input_dup_text (self->number);

  draft->year = year;
  draft->title = skh_plan_draft_string (draft, title);
  draft->short_title
    = skh_plan_draft_string (draft, *short_title != '\0' ? short_title : title);
  draft->number = *number != '\0' ? skh_plan_draft_string (draft, number) : NULL;
}

static void
on_added (SkhSession *session, gpointer edit, const GError *error, gpointer owner)
{
  const SkhPlanAdding *adding = edit;
  SkhNewPlanWindow *self = owner;

  if (error != NULL)
    {
      /* The plan that was to be added is gone with the attempt. */
      refresh (self);
      show_fault (self, error->message);
      return;
    }
  skh_session_set_plan (session, adding->plan_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_add_clicked (SkhNewPlanWindow *self)
{
  g_autoptr (GError) error = NULL;
  SkhPlanDraft *draft;
  SkhPlanAdding *adding;
  int year;
  gboolean is_right = check_title (self);

  if (!read_year (self, &year) || !is_right)
    return;
  if (self->year_source != 0)
    {
      g_clear_handle_id (&self->year_source, g_source_remove);
      refresh (self);
    }
  draft = make_draft (self, year, &error);
  if (draft == NULL)
    {
      show_fault (self, error->message);
      return;
    }
  fill_head (self, draft, year);
  adding = skh_plan_adding_new (draft);
  adding->replaced_id = self->replaced_id;
  skh_session_apply (self->session, skh_plan_adding_run, adding, skh_plan_adding_free,
                     on_added, self);
}

/* — The window — */

static void
skh_new_plan_window_dispose (GObject *object)
{
  SkhNewPlanWindow *self = SKH_NEW_PLAN_WINDOW (object);

  g_clear_handle_id (&self->year_source, g_source_remove);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->template_path, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_new_plan_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, base);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, short_title);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, number);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, year);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, next);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, choose_template);
  gtk_widget_class_bind_template_child (widget_class, SkhNewPlanWindow, fault);
}

static void
skh_new_plan_window_class_init (SkhNewPlanWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = skh_new_plan_window_dispose;
  g_type_ensure (SKH_TYPE_INPUT);
  g_type_ensure (SKH_TYPE_NEW_PLAN_LIST);
  g_type_ensure (SKH_TYPE_NEW_PLAN_NEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/plan/skh-new-plan-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_base_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_year_edited);
  gtk_widget_class_bind_template_callback (widget_class, read_list);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_template_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
skh_new_plan_window_init (SkhNewPlanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->templates = skh_plan_template_list (NULL);
}

static void
fill_bases (SkhNewPlanWindow *self, int year)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  skh_drop_down_keep_narrow (self->base, BASE_CHARS);
  gtk_string_list_append (names, _ ("Nothing: sections and tasks are written anew"));
  gtk_string_list_append (names, _ ("The sections of the plan shown now"));
  gtk_string_list_take (names,
                        g_strdup_printf (_ ("The plan of %d, moved to another year"),
                                         year));
  gtk_string_list_append (names, _ ("A list in Excel (.xlsx, .xls, .csv)"));
  gtk_string_list_append (names, _ ("A template file (.json)"));
  for (guint i = 0; self->templates != NULL && i < self->templates->len; i++)
    {
      const SkhTemplateInfo *info = self->templates->pdata[i];

      gtk_string_list_take (names, g_strdup_printf (_ ("Template: %s"), info->title));
    }
  gtk_drop_down_set_model (self->base, G_LIST_MODEL (names));
}

/**
 * skh_new_plan_window_new:
 * @session: has a ledger
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_new_plan_window_new (GtkWindow *parent, SkhSession *session)
{
  SkhNewPlanWindow *self
    = g_object_new (SKH_TYPE_NEW_PLAN_WINDOW, "transient-for", parent, NULL);
  int year = skh_ledger_get_plan (skh_session_get_ledger (session))->year;

  self->session = g_object_ref (session);
  fill_bases (self, year);
  set_year (self, year);
  return GTK_WINDOW (self);
}

/**
 * skh_new_plan_window_new_from_list:
 * @session: looks at an empty plan
 *
 * As skh_new_plan_window_new(), at the list to begin with; the new plan takes the place
 * of the empty one.
 *
 * Returns: (transfer none): the window, which lives until it is closed
 */
GtkWindow *
skh_new_plan_window_new_from_list (GtkWindow *parent, SkhSession *session)
{
  SkhNewPlanWindow *self
    = SKH_NEW_PLAN_WINDOW (skh_new_plan_window_new (parent, session));

  self->replaced_id = skh_ledger_get_plan (skh_session_get_ledger (session))->id;
  gtk_drop_down_set_selected (self->base, BASE_LIST);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->list));
  return GTK_WINDOW (self);
}
