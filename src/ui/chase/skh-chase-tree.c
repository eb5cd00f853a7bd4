/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Model chain: a list store of units → a tree list, whose branches are the stores of
   their lines → a single selection, whose unit is the one the message goes to. */
#include "skh-chase-tree.h"

#include <glib/gi18n.h>

#include "skh-labels.h"
#include "skh-line-words.h"

/* — Rows — */

static char *
dup_line_title (SkhLedger *ledger, const SkhAssignment *line)
{
  const SkhTask *task = &skh_ledger_get_tasks (ledger, NULL)[line->task];
  const SkhSection *section = &skh_ledger_get_sections (ledger, NULL)[task->section];
  g_autofree char *period = skh_line_dup_period_text (&line->line);

  return period != NULL
           ? g_strdup_printf ("%s · %s (%s)", section->code, task->short_title, period)
           : g_strdup_printf ("%s · %s", section->code, task->short_title);
}

static char *
dup_line_note (SkhLedger *ledger, const SkhAssignment *line, SkhDate on)
{
  SkhStatus status = skh_ledger_get_status (ledger, line, on);
  SkhChased chased = skh_ledger_get_chased (ledger, line, on);
  g_autofree char *words = skh_status_dup_words (status, line->line.delivered_on);
  g_autofree char *told = skh_chased_dup_words (&chased);

  return told != NULL ? g_strdup_printf ("%s · %s", words, told)
                      : g_steal_pointer (&words);
}

static char *
dup_unit_note (const SkhChaseUnit *run)
{
  guint n_soon = run->n - run->n_overdue;
  g_autofree char *overdue
    = g_strdup_printf (ngettext ("%u overdue", "%u overdue", run->n_overdue),
                       run->n_overdue);
  g_autofree char *soon
    = g_strdup_printf (ngettext ("%u due soon", "%u due soon", n_soon), n_soon);

  if (run->n_overdue > 0 && n_soon > 0)
    return g_strdup_printf ("%s · %s", overdue, soon);
  return g_strdup (n_soon > 0 ? soon : overdue);
}

/* "Remove: 14/4/2023 · by letter · Sample Name" */
static char *
dup_record_label (const SkhChase *chase)
{
  static const char *const hows[] = {
    [SKH_CHASE_LETTER] = N_ ("by letter"),     [SKH_CHASE_PHONE] = N_ ("by telephone"),
    [SKH_CHASE_ZALO] = N_ ("by Zalo"),         [SKH_CHASE_EMAIL] = N_ ("by e-mail"),
    [SKH_CHASE_MEETING] = N_ ("at a meeting"),
  };
  g_autofree char *day = skh_date_to_text (chase->day);
  g_autofree char *text = g_strdup_printf ("%s · %s", day, gettext (hows[chase->how]));
  gboolean has_who = chase->who != NULL && *chase->who != '\0';
  g_autofree char *whole
    = has_who ? g_strdup_printf ("%s · %s", text, chase->who) : g_steal_pointer (&text);

  return g_strdup_printf (_ ("Remove: %s"), whole);
}

static GMenuModel *
list_records (SkhLedger *ledger, const SkhAssignment *line)
{
  guint n;
  const SkhChase *chases = skh_ledger_get_chases (ledger, line, &n);
  GMenu *menu = n > 0 ? g_menu_new () : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = dup_record_label (&chases[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "chase.remove", "x", chases[i].id);
      g_menu_append_item (menu, item);
    }
  return menu != NULL ? G_MENU_MODEL (menu) : NULL;
}

GListStore *
skh_chase_tree_build (SkhChaseList *list, SkhChaseFilter is_chosen, gpointer data)
{
  SkhLedger *ledger = skh_chase_list_get_ledger (list);
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, NULL);
  const SkhUnit *units = skh_ledger_get_units (ledger, NULL);
  GListStore *store = g_list_store_new (SKH_TYPE_CHASE_ITEM);
  guint n;
  const SkhChaseUnit *runs = skh_chase_list_get_units (list, &n);

  for (guint i = 0; i < n; i++)
    {
      const SkhUnit *unit = &units[runs[i].unit];
      g_autoptr (SkhChaseItem) item
        = skh_chase_item_new_unit (runs[i].unit, unit->id, g_strdup (unit->name),
                                   dup_unit_note (&runs[i]));

      for (guint j = runs[i].first; j < runs[i].first + runs[i].n; j++)
        {
          guint line = skh_chase_list_get_lines (list, NULL)[j];

          skh_chase_item_add_line (
            item, line, lines[line].id, dup_line_title (ledger, &lines[line]),
            dup_line_note (ledger, &lines[line], skh_chase_list_get_on (list)),
            list_records (ledger, &lines[line]), is_chosen (ledger, line, data));
        }
      g_list_store_append (store, item);
    }
  return store;
}

/* — Widgets — */

#define ITEM "skh-item"   /* of a check button: what it ticks */
#define SHOWN "skh-shown" /* the handler that follows the item */

static SkhChaseItem *
get_item (GtkListItem *list_item)
{
  return gtk_tree_list_row_get_item (
    GTK_TREE_LIST_ROW (gtk_list_item_get_item (list_item)));
}

static void
on_check_toggled (GtkCheckButton *check)
{
  SkhChaseItem *item = g_object_get_data (G_OBJECT (check), ITEM);
  gboolean is_active = gtk_check_button_get_active (check);

  if (item != NULL
      && (skh_chase_item_get_chosen (item) == SKH_CHOSEN_WHOLLY) != is_active)
    skh_chase_item_choose (item, is_active);
}

static void
show_chosen (GtkCheckButton *check)
{
  SkhChaseItem *item = g_object_get_data (G_OBJECT (check), ITEM);
  SkhChosen chosen = skh_chase_item_get_chosen (item);

  g_signal_handlers_block_by_func (check, on_check_toggled, NULL);
  gtk_check_button_set_inconsistent (check, chosen == SKH_CHOSEN_PARTLY);
  gtk_check_button_set_active (check, chosen == SKH_CHOSEN_WHOLLY);
  g_signal_handlers_unblock_by_func (check, on_check_toggled, NULL);
}

static GtkWidget *
new_records_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Records of chasing"));
  skh_menu_button_set_name (GTK_MENU_BUTTON (button), _ ("Records of chasing"));
  return button;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled), NULL);
  gtk_box_append (GTK_BOX (texts), skh_label_new ("", "row-title"));
  gtk_box_append (GTK_BOX (texts), skh_label_new ("", "row-note"));
  gtk_box_append (GTK_BOX (box), check);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), new_records_button ());
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
fill_texts (GtkWidget *texts, SkhChaseItem *item)
{
  GtkWidget *title = gtk_widget_get_first_child (texts);

  gtk_inscription_set_text (GTK_INSCRIPTION (title), skh_chase_item_get_title (item));
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (title)),
                            skh_chase_item_get_note (item));
  gtk_widget_set_tooltip_text (texts, skh_chase_item_get_title (item));
  if (skh_chase_item_get_lines (item) != NULL)
    gtk_widget_add_css_class (title, "row-title");
  else
    gtk_widget_remove_css_class (title, "row-title");
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  GtkWidget *check = gtk_widget_get_first_child (box);
  GtkWidget *records;
  SkhChaseItem *item = get_item (list_item);
  g_autofree char *name = g_strdup_printf ("%s, %s", skh_chase_item_get_title (item),
                                           skh_chase_item_get_note (item));
  gulong handler
    = g_signal_connect_swapped (item, "notify::chosen", G_CALLBACK (show_chosen), check);

  gtk_tree_expander_set_list_row (expander, gtk_list_item_get_item (list_item));
  fill_texts (gtk_widget_get_next_sibling (check), item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  records = gtk_widget_get_last_child (box);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (records),
                                  skh_chase_item_get_records (item));
  gtk_widget_set_visible (records, skh_chase_item_get_records (item) != NULL);
  g_object_set_data_full (G_OBJECT (check), ITEM, item, g_object_unref);
  g_object_set_data (G_OBJECT (check), SHOWN, GSIZE_TO_POINTER (handler));
  show_chosen (GTK_CHECK_BUTTON (check));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkWidget *check = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  SkhChaseItem *item = g_object_get_data (G_OBJECT (check), ITEM);
  gulong handler = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (check), SHOWN));

  g_signal_handler_disconnect (item, handler);
  gtk_tree_expander_set_list_row (expander, NULL);
  g_object_set_data (G_OBJECT (check), ITEM, NULL);
}

static GListModel *
get_branch (gpointer item, gpointer data)
{
  GListModel *lines = skh_chase_item_get_lines (item);

  return lines != NULL ? g_object_ref (lines) : NULL;
}

void
skh_chase_tree_show (GtkListView *view, GListStore *units, guint open)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (G_LIST_MODEL (units), FALSE, FALSE,
                                                    get_branch, NULL, NULL);
  GtkSingleSelection *selection
    = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (tree)));
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tree, open);

  if (gtk_list_view_get_factory (view) == NULL)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
      gtk_list_view_set_factory (view, factory);
    }
  if (row != NULL)
    {
      gtk_single_selection_set_selected (selection, gtk_tree_list_row_get_position (row));
      gtk_tree_list_row_set_expanded (row, TRUE);
    }
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_object_unref (tree);
}

SkhChaseItem *
skh_chase_tree_dup_selected_unit (GtkListView *view)
{
  GtkSelectionModel *model = gtk_list_view_get_model (view);
  GtkTreeListRow *row
    = model != NULL
        ? gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model))
        : NULL;
  g_autoptr (SkhChaseItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (item == NULL || skh_chase_item_get_unit (item) == NULL)
    return g_steal_pointer (&item);
  return g_object_ref (skh_chase_item_get_unit (item));
}
