/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-grid-cell.h"

/* SkhGridCell: the one cell of a drawn grid that assistive technology meets. It stands
   where the cursor stands, holds the keyboard focus and says the cell's sentence; what is
   seen of the cell, the grid paints. */
struct _SkhGridCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SkhGridCell, skh_grid_cell, GTK_TYPE_WIDGET)

static void
skh_grid_cell_class_init (SkhGridCellClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "gridcell");
}

static void
skh_grid_cell_init (SkhGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* clicks are the grid's */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, TRUE,
                               -1);
}

GtkWidget *
skh_grid_cell_new (void)
{
  return g_object_new (SKH_TYPE_GRID_CELL, NULL);
}

/* Says what the cell is. row and column count from 0, the row's head being column -1. */
void
skh_grid_cell_set_name (SkhGridCell *self, const char *name, int row, int column)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 2, -1);
}

/* Says whether the row it heads is open or closed, which a screen reader adds to the
 * name.
 */
void
skh_grid_cell_set_fold (SkhGridCell *self, SkhGridFold fold)
{
  if (fold == SKH_GRID_FOLD_NONE)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
  else
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 fold == SKH_GRID_FOLD_OPEN, -1);
}

/* Says what is selected beside the cell; NULL: nothing. */
void
skh_grid_cell_set_description (SkhGridCell *self, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}
