/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-register-table.h"

#include "skh-register-cell.h"

#include <string.h>

/* The column that takes what room is left never takes less. */
#define MIN_CHARS 22

/* One column: a field under its title. */
typedef struct
{
  SkhRegisterTable *table; /* borrowed; the view's columns do not outlive it */
  guint index;             /* of the field */
  SkhRegister *reg;
} Column;

/* SkhEntryList → GtkMultiSelection → GtkColumnView. No sort model between them: the
   store sorts, and a click on a heading only says by what. */
struct _SkhRegisterTable
{
  GtkWidget parent_instance;

  GtkColumnView *view;
  GtkMultiSelection *selection;

  SkhEntryList *list;
  SkhRegister *reg;
  GArray *fields;    /* guint: of the columns that are there */
  GHashTable *cells; /* GtkListItem, borrowed: those that exist */
  gboolean is_updating;
  guint probed; /* the field whose sorter was asked first */
};

G_DEFINE_FINAL_TYPE (SkhRegisterTable, skh_register_table, GTK_TYPE_WIDGET)

enum
{
  SORT_CHOSEN,
  SELECTION_CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  skh_register_unref (column->reg);
  g_free (column);
}

static Column *
column_new (SkhRegisterTable *self, guint index)
{
  Column *column = g_new (Column, 1);

  *column = (Column){ self, index, skh_register_ref (self->reg) };
  return column;
}

/* — Cells — */

static void
update_cell (GtkListItem *item, const Column *column)
{
  SkhEntryRow *row = gtk_list_item_get_item (item);
  SkhEntry *entry = row != NULL ? skh_entry_row_get_entry (row) : NULL;

  if (entry != NULL && skh_entry_get_register (entry) != column->reg)
    entry = NULL;
  skh_register_cell_show (gtk_list_item_get_child (item), entry, column->index);
}

static void
on_cell_setup (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  const SkhField *field = skh_register_get_field (column->reg, column->index);

  gtk_list_item_set_child (item, skh_register_cell_new (field, MIN_CHARS));
  g_hash_table_insert (column->table->cells, item, column);
}

static void
on_cell_bind (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  update_cell (item, column);
}

static void
on_cell_teardown (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  g_hash_table_remove (column->table->cells, item);
}

/* What was a placeholder, or changed, is written again where it stands. */
static void
on_list_loaded (SkhRegisterTable *self)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, &column))
    update_cell (item, column);
}

/* — Columns — */

/* GTK 4.8 does not say by which column a view is sorted. The view's sorter asks its
   columns' sorters, the first one first, and turns the answer round where the order is
   descending; so a question of no meaning tells both. */
static int
answer_probe (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Column *column = user_data;

  column->table->probed = column->index;
  return -1;
}

static void
on_sorter_changed (SkhRegisterTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering ordering;

  if (self->is_updating)
    return;
  self->probed = SKH_NO_FIELD;
  ordering = gtk_sorter_compare (sorter, self->view, self->selection);
  if (self->probed != SKH_NO_FIELD)
    g_signal_emit (self, signals[SORT_CHOSEN], 0, self->probed,
                   ordering == GTK_ORDERING_LARGER);
}

static void
free_column (gpointer data)
{
  column_free (data, NULL);
}

static GtkSorter *
new_sorter (SkhRegisterTable *self, guint index)
{
  return GTK_SORTER (
    gtk_custom_sorter_new (answer_probe, column_new (self, index), free_column));
}

static GtkListItemFactory *
new_factory (SkhRegisterTable *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = column_new (self, index);

  g_signal_connect_data (factory, "setup", G_CALLBACK (on_cell_setup), column,
                         column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (on_cell_teardown), column);
  return factory;
}

/* Characters to pixels, with room for the sign of the order in the heading. */
static int
get_pixels (const SkhField *field)
{
  if (field->type == SKH_FIELD_FILE)
    return 90;
  return (int)CLAMP (skh_field_get_width (field) * 6.5 + 22, 84, 320);
}

static void
append_column (SkhRegisterTable *self, guint index, gboolean expands)
{
  const SkhField *field = skh_register_get_field (self->reg, index);
  g_autoptr (GtkColumnViewColumn) column
    = gtk_column_view_column_new (skh_field_get_title (field), new_factory (self, index));
  g_autoptr (GtkSorter) sorter
    = skh_field_is_sortable (field) ? new_sorter (self, index) : NULL;

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, expands);
  gtk_column_view_column_set_fixed_width (column, expands ? -1 : get_pixels (field));
  g_object_set_data (G_OBJECT (column), "field", GUINT_TO_POINTER (index));
  gtk_column_view_append_column (self->view, column);
}

static guint
find_widest (SkhRegisterTable *self)
{
  guint widest = 0;

  for (guint i = 1; i < self->fields->len; i++)
    if (skh_field_get_width (
          skh_register_get_field (self->reg, g_array_index (self->fields, guint, i)))
        > skh_field_get_width (
          skh_register_get_field (self->reg,
                                  g_array_index (self->fields, guint, widest))))
      widest = i;
  return widest;
}

static void
clear_columns (SkhRegisterTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
make_columns (SkhRegisterTable *self, GArray *fields)
{
  guint widest;

  clear_columns (self);
  g_array_unref (self->fields);
  self->fields = g_array_ref (fields);
  widest = find_widest (self);
  for (guint i = 0; i < fields->len; i++)
    append_column (self, g_array_index (fields, guint, i), i == widest);
}

/* The arrow in the heading. */
static void
show_order (SkhRegisterTable *self, const SkhRegisterQuery *query)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *sorted = NULL;

  for (guint i = 0; query->n_sort > 0 && i < self->fields->len; i++)
    if (g_array_index (self->fields, guint, i) == query->sort[0].field)
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

        sorted = column;
      }
  gtk_column_view_sort_by_column (self->view, sorted,
                                  query->n_sort > 0 && query->sort[0].descending
                                    ? GTK_SORT_DESCENDING
                                    : GTK_SORT_ASCENDING);
}

static gboolean
are_same_fields (GArray *a, GArray *b)
{
  return a->len == b->len
         && memcmp (a->data, b->data, a->len * g_array_get_element_size (a)) == 0;
}

GArray *
skh_register_table_list_columns (const SkhRegisterQuery *query)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  if (query->columns->len > 0)
    return g_array_append_vals (fields, query->columns->data, query->columns->len);
  for (guint i = 0; i < skh_register_get_n_fields (query->reg); i++)
    {
      const SkhField *field = skh_register_get_field (query->reg, i);

      if (field->type != SKH_FIELD_LONG_TEXT && field->derive == NULL)
        g_array_append_val (fields, i);
    }
  return fields;
}

void
skh_register_table_set_query (SkhRegisterTable *self, const SkhRegisterQuery *query)
{
  g_autoptr (GArray) fields = skh_register_table_list_columns (query);

  self->is_updating = TRUE;
  if (query->reg != self->reg || !are_same_fields (fields, self->fields))
    {
      if (query->reg != self->reg)
        {
          clear_columns (self);
          g_clear_pointer (&self->reg, skh_register_unref);
          self->reg = skh_register_ref (query->reg);
        }
      make_columns (self, fields);
    }
  show_order (self, query);
  self->is_updating = FALSE;
}

/* — Selection — */

static void
on_selection_changed (SkhRegisterTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_activated (SkhRegisterTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

void
skh_register_table_show (SkhRegisterTable *self,
                         SkhEntryList *list,
                         const SkhRegisterQuery *query)
{
  skh_register_table_set_query (self, query);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_list_loaded, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "loaded", G_CALLBACK (on_list_loaded), self,
                             G_CONNECT_SWAPPED);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (list));
}

void
skh_register_table_set_name (SkhRegisterTable *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkBitset *
get_selected (SkhRegisterTable *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

gint64
skh_register_table_get_n_selected (SkhRegisterTable *self)
{
  g_autoptr (GtkBitset) selected = get_selected (self);

  return (gint64)gtk_bitset_get_size (selected);
}

gint64
skh_register_table_get_single (SkhRegisterTable *self)
{
  g_autoptr (GtkBitset) selected = get_selected (self);

  return self->list != NULL && gtk_bitset_get_size (selected) == 1
           ? skh_entry_list_get_id (self->list, gtk_bitset_get_minimum (selected))
           : 0;
}

GArray *
skh_register_table_list_selected (SkhRegisterTable *self)
{
  g_autoptr (GtkBitset) selected = get_selected (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = skh_entry_list_get_id (self->list, position);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

void
skh_register_table_select_all (SkhRegisterTable *self)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

void
skh_register_table_unselect (SkhRegisterTable *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/* GTK 4.8 has no call to scroll a column view; its list has an action for it. */
static void
scroll_to (SkhRegisterTable *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

gboolean
skh_register_table_select (SkhRegisterTable *self, gint64 id)
{
  guint position = self->list != NULL ? skh_entry_list_find (self->list, id) : G_MAXUINT;

  if (position == G_MAXUINT)
    return FALSE;
  if (skh_register_table_get_single (self) != id)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position,
                                     TRUE);
  scroll_to (self, position);
  return TRUE;
}

/* — Life — */

static gboolean
skh_register_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (SKH_REGISTER_TABLE (widget)->view),
                                 GTK_DIR_TAB_FORWARD);
}

static void
skh_register_table_dispose (GObject *object)
{
  SkhRegisterTable *self = SKH_REGISTER_TABLE (object);
  GtkWidget *child;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_list_loaded, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (skh_register_table_parent_class)->dispose (object);
}

static void
skh_register_table_finalize (GObject *object)
{
  SkhRegisterTable *self = SKH_REGISTER_TABLE (object);

  g_array_unref (self->fields);
  g_hash_table_unref (self->cells);
  g_clear_pointer (&self->reg, skh_register_unref);
  G_OBJECT_CLASS (skh_register_table_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n, GType first, GType second)
{
  return g_signal_new (name, SKH_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       NULL, G_TYPE_NONE, n, first, second);
}

static void
skh_register_table_class_init (SkhRegisterTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = skh_register_table_dispose;
  object_class->finalize = skh_register_table_finalize;
  widget_class->grab_focus = skh_register_table_grab_focus;
  signals[SORT_CHOSEN] = add_signal ("sort-chosen", 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[SELECTION_CHANGED] = add_signal ("selection-changed", 0, 0, 0);
  signals[ACTIVATED] = add_signal ("activated", 1, G_TYPE_UINT, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
skh_register_table_init (SkhRegisterTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells = g_hash_table_new (NULL, NULL);
  self->selection = gtk_multi_selection_new (NULL);
  self->view = GTK_COLUMN_VIEW (
    gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activated), self);
}
