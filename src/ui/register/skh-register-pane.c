/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-register-pane-private.h"

#include "skh-labels.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SkhRegisterPane, skh_register_pane, GTK_TYPE_WIDGET)

GtkWindow *
skh_register_pane_get_window (SkhRegisterPane *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* — The list — */

static void
on_list_counted (SkhRegisterPane *self)
{
  skh_register_pane_show_count (self);
  if (!skh_entry_list_is_complete (self->list))
    return;
  if (skh_entry_list_get_count (self->list) == 0)
    skh_register_pane_show_empty (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "table");
  /* The line of the form is the one selected, wherever the order has put it. */
  if (skh_entry_form_get_id (self->form) != 0
      && skh_register_table_get_n_selected (self->table) <= 1)
    skh_register_table_select (self->table, skh_entry_form_get_id (self->form));
}

static void
on_list_changed (SkhRegisterPane *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "table");
  skh_register_pane_show_count (self);
}

static void
on_list_failed (SkhRegisterPane *self, const char *message)
{
  skh_session_report_fault (self->session, message);
}

static void
drop_list (SkhRegisterPane *self)
{
  if (self->list == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->list, self);
  skh_entry_list_stop (self->list);
  g_clear_object (&self->list);
}

static void
make_list (SkhRegisterPane *self)
{
  g_autoptr (SkhEntrySource) source
    = skh_workbook_source_new (skh_session_get_workbook (self->session));

  drop_list (self);
  self->list = skh_entry_list_new (source);
  g_signal_connect_swapped (self->list, "counted", G_CALLBACK (on_list_counted), self);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (on_list_changed),
                            self);
  g_signal_connect_swapped (self->list, "failed", G_CALLBACK (on_list_failed), self);
  skh_register_table_show (self->table, self->list, self->query);
}

void
skh_register_pane_apply_query (SkhRegisterPane *self)
{
  skh_register_table_set_query (self->table, self->query);
  skh_entry_list_set_query (self->list, self->query);
}

/* — The query — */

int
skh_register_pane_get_year (SkhRegisterPane *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  return ledger != NULL ? skh_ledger_get_plan (ledger)->year
                        : skh_date_get_year (skh_session_get_on (self->session));
}

void
skh_register_pane_take_query (SkhRegisterPane *self, const char *text)
{
  g_autofree char *of_year
    = skh_register_query_dup_of_year (text, skh_register_pane_get_year (self));
  SkhRegisterQuery *query = skh_register_query_parse (self->reg, of_year, NULL);

  skh_filter_bar_set_query (self->filters, self->session, NULL, NULL);
  g_clear_pointer (&self->query, skh_register_query_free);
  self->query = query;
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search),
                         query->search != NULL ? query->search : "");
  self->is_updating = FALSE;
  skh_filter_bar_set_query (self->filters, self->session, query,
                            skh_register_pane_dup_own (self));
}

static void
on_search_changed (SkhRegisterPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->is_updating || self->query == NULL
      || g_strcmp0 (text, self->query->search != NULL ? self->query->search : "") == 0)
    return;
  skh_register_query_set_search (self->query, text);
  skh_register_pane_apply_query (self);
}

static void
on_filters_changed (SkhRegisterPane *self)
{
  skh_register_pane_apply_query (self);
}

static void
on_sort_chosen (SkhRegisterPane *self, guint field, gboolean descending)
{
  skh_register_query_sort_by (self->query, field, descending);
  skh_register_pane_apply_query (self);
}

/* — Views — */

static void
on_view_chosen (SkhRegisterPane *self, const char *query)
{
  if (self->reg == NULL)
    return;
  skh_register_pane_take_query (self, query);
  skh_register_pane_apply_query (self);
}

/* — Selection and form — */

static void
on_selection_changed (SkhRegisterPane *self)
{
  gint64 id = skh_register_table_get_single (self->table);

  skh_register_pane_show_count (self);
  if (id != 0)
    skh_entry_form_show (self->form, id);
}

static void
on_activated (SkhRegisterPane *self, guint position)
{
  gint64 id = skh_entry_list_get_id (self->list, position);

  if (id == 0)
    return;
  skh_entry_form_show (self->form, id);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
on_form_shown (SkhRegisterPane *self, gint64 id)
{
  gtk_widget_set_visible (GTK_WIDGET (self->form), TRUE);
  skh_link_section_set_thing (self->links, self->session,
                              g_intern_string (skh_register_get_table (self->reg)), id);
  if (id == 0)
    skh_register_table_unselect (self->table);
}

static void
on_form_stayed (SkhRegisterPane *self, gint64 id)
{
  if (id == 0 || !skh_register_table_select (self->table, id))
    skh_register_table_unselect (self->table);
}

static void
on_form_closed (SkhRegisterPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
  skh_register_table_unselect (self->table);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_form_merge_wanted (SkhRegisterPane *self, gint64 id, gint64 other)
{
  skh_register_pane_merge (self, id, other);
}

static void
on_form_remove_wanted (SkhRegisterPane *self, gint64 id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  skh_register_pane_remove (self, ids);
}

static void
on_add_clicked (SkhRegisterPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "register.add", NULL);
}

/* — Reading the register — */

typedef struct
{
  char *id;
  SkhRegister *reg;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->reg, skh_register_unref);
  g_free (load->id);
  g_free (load);
}

/* What is shown of the register is read anew with it. */
static gpointer
ask_register (gpointer owner)
{
  SkhRegisterPane *self = owner;
  Load *load = g_new0 (Load, 1);

  if (self->list != NULL)
    {
      skh_entry_list_refresh (self->list);
      skh_entry_form_reload (self->form);
    }
  load->id = g_strdup (self->id);
  return load;
}

static gboolean
read_register (SkhDatabase *db, gpointer data, GError **error)
{
  Load *load = data;

  load->reg = skh_register_store_load_register (db, load->id, error);
  return load->reg != NULL;
}

/* The register as it is now, perhaps with other fields of the office's own; what is
   looked at stays as far as it still fits. */
static void
take_register (SkhRegisterPane *self, SkhRegister *reg)
{
  g_autofree char *text
    = self->query != NULL ? skh_register_query_to_text (self->query) : NULL;
  gint64 id = skh_entry_form_get_id (self->form);
  guint n_views;
  const SkhRegisterView *views = skh_register_get_views (reg, &n_views);

  g_clear_pointer (&self->reg, skh_register_unref);
  self->reg = skh_register_ref (reg);
  skh_view_choice_set_declared (self->view_choice, views, n_views);
  skh_register_table_set_name (self->table, skh_register_get_title (reg));
  skh_register_pane_take_query (self, text != NULL
                                        ? text
                                        : skh_view_choice_get_query (self->view_choice));
  skh_register_pane_show_lacking (self);
  make_list (self);
  skh_entry_list_set_query (self->list, self->query);
  skh_entry_form_set_register (self->form, self->session, reg);
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
  if (self->wanted_id != 0)
    id = self->wanted_id;
  self->wanted_id = 0;
  if (id != 0)
    skh_entry_form_show (self->form, id);
}

static void
show_register (gpointer owner, gpointer answer)
{
  SkhRegisterPane *self = owner;
  Load *load = answer;

  if (load->reg != self->reg && !skh_entry_form_is_unsaved (self->form))
    take_register (self, load->reg);
  skh_register_pane_update_actions (self);
}

/* A register that is gone takes its pane with it: whoever made the pane knows. */
static void
on_register_failed (gpointer owner, const GError *error)
{
  if (!g_error_matches (error, SKH_STORE_ERROR, SKH_STORE_ERROR_NOT_FOUND))
    skh_session_report_fault (SKH_REGISTER_PANE (owner)->session, error->message);
}

/* Nothing of the workbook before is kept. */
static void
forget_register (gpointer owner)
{
  SkhRegisterPane *self = owner;

  drop_list (self);
  skh_filter_bar_set_query (self->filters, self->session, NULL, NULL);
  g_clear_pointer (&self->query, skh_register_query_free);
  g_clear_pointer (&self->reg, skh_register_unref);
}

static const SkhReading reading = {
  .ask = ask_register,
  .read = read_register,
  .show = show_register,
  .free_answer = load_free,
  .fail = on_register_failed,
  .leave = forget_register,
};

/* — Life — */

static void
make_columns_popover (GtkMenuButton *button, gpointer user_data)
{
  SkhRegisterPane *self = user_data;

  if (self->query != NULL)
    gtk_menu_button_set_popover (button, skh_register_pane_new_columns (self));
}

static gboolean
skh_register_pane_grab_focus (GtkWidget *widget)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->table))
         || gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
skh_register_pane_dispose (GObject *object)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (object);
  GtkWidget *child;

  g_clear_pointer (&self->reader, skh_reader_free);
  drop_list (self);
  if (self->filters != NULL)
    skh_filter_bar_set_query (self->filters, self->session, NULL, NULL);
  self->filters = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_register_pane_parent_class)->dispose (object);
}

static void
skh_register_pane_finalize (GObject *object)
{
  SkhRegisterPane *self = SKH_REGISTER_PANE (object);

  g_clear_pointer (&self->query, skh_register_query_free);
  g_clear_pointer (&self->reg, skh_register_unref);
  g_free (self->id);
  G_OBJECT_CLASS (skh_register_pane_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, view_choice);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, search);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, add_button);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, columns_button);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, menu_button);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, filters);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, stack);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, table);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, empty_title);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, empty_help);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, empty_buttons);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, first_button);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, clear_button);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, count);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, lacking);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, selected_buttons);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, merge_button);
  gtk_widget_class_bind_template_child (class, SkhRegisterPane, form);
}

static void
bind_callbacks (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_callback (class, on_view_chosen);
  gtk_widget_class_bind_template_callback (class, skh_register_pane_update_actions);
  gtk_widget_class_bind_template_callback (class, on_search_changed);
  gtk_widget_class_bind_template_callback (class, on_add_clicked);
  gtk_widget_class_bind_template_callback (class, on_filters_changed);
  gtk_widget_class_bind_template_callback (class, skh_register_pane_clear);
  gtk_widget_class_bind_template_callback (class, on_sort_chosen);
  gtk_widget_class_bind_template_callback (class, on_selection_changed);
  gtk_widget_class_bind_template_callback (class, on_activated);
  gtk_widget_class_bind_template_callback (class, on_form_shown);
  gtk_widget_class_bind_template_callback (class, on_form_stayed);
  gtk_widget_class_bind_template_callback (class, on_form_closed);
  gtk_widget_class_bind_template_callback (class, on_form_remove_wanted);
  gtk_widget_class_bind_template_callback (class, on_form_merge_wanted);
}

static void
skh_register_pane_class_init (SkhRegisterPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = skh_register_pane_dispose;
  object_class->finalize = skh_register_pane_finalize;
  widget_class->grab_focus = skh_register_pane_grab_focus;
  g_type_ensure (SKH_TYPE_VIEW_CHOICE);
  g_type_ensure (SKH_TYPE_FILTER_BAR);
  g_type_ensure (SKH_TYPE_REGISTER_TABLE);
  g_type_ensure (SKH_TYPE_ENTRY_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/register/skh-register-pane.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_children (widget_class);
  bind_callbacks (widget_class);
  skh_register_pane_install_actions (widget_class);
}

static void
skh_register_pane_init (SkhRegisterPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->links = SKH_LINK_SECTION (skh_link_section_new ());
  skh_entry_form_add_section (self->form, GTK_WIDGET (self->links));
  gtk_menu_button_set_create_popup_func (self->columns_button, make_columns_popover, self,
                                         NULL);
  skh_menu_button_set_name (self->menu_button, _ ("More acts on this register"));
}

/**
 * skh_register_pane_new:
 * @register_id: such as "documents"
 *
 * Returns: (transfer floating): the list and form of one register
 */
GtkWidget *
skh_register_pane_new (SkhSession *session, const char *register_id)
{
  SkhRegisterPane *self = g_object_new (SKH_TYPE_REGISTER_PANE, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (register_id);
  skh_view_choice_set_owner (self->view_choice, session, register_id);
  g_signal_connect_object (session, "changed",
                           G_CALLBACK (skh_register_pane_show_lacking), self,
                           G_CONNECT_SWAPPED);
  self->reader = skh_reader_new (session, &reading, self);
  return GTK_WIDGET (self);
}

const char *
skh_register_pane_get_id (SkhRegisterPane *self)
{
  return self->id;
}

SkhEntryForm *
skh_register_pane_get_form (SkhRegisterPane *self)
{
  return self->form;
}

void
skh_register_pane_show_entry (SkhRegisterPane *self, gint64 id)
{
  if (self->reg == NULL)
    {
      self->wanted_id = id;
      return;
    }
  skh_entry_form_show (self->form, id);
  skh_register_table_select (self->table, id);
}

void
skh_register_pane_show_view (SkhRegisterPane *self, guint index)
{
  skh_view_choice_choose (self->view_choice, index);
}

SkhRegisterQuery *
skh_register_pane_dup_query (SkhRegisterPane *self)
{
  return self->query != NULL ? skh_register_query_copy (self->query) : NULL;
}

GArray *
skh_register_pane_list_selected (SkhRegisterPane *self)
{
  return skh_register_table_list_selected (self->table);
}
