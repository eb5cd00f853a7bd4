/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-registers-page.h"

#include "skh-labels.h"
#include "skh-new-register-window.h"
#include "skh-reader.h"
#include "skh-register-edit.h"
#include "skh-register-pane.h"
#include "skh-register-store.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _SkhRegistersPage
{
  GtkWidget parent_instance;

  /* template */
  GtkListBox *list;
  GtkStack *panes; /* one pane a register, made when it is first looked at; none */
  GtkWidget *side, *remove_button;

  SkhSession *session;
  GPtrArray *registers; /* SkhRegister: those in the list */
  SkhReader *reader;
  char *wanted; /* the register to be shown when it is there */
};

G_DEFINE_FINAL_TYPE (SkhRegistersPage, skh_registers_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* — The register that is shown — */

static SkhRegister *
get_selected (SkhRegistersPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && (guint)index < self->registers->len
           ? g_ptr_array_index (self->registers, index)
           : NULL;
}

static GtkWidget *
show_pane (SkhRegistersPage *self, const char *id)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->panes, id);

  if (pane == NULL)
    {
      pane = skh_register_pane_new (self->session, id);
      gtk_stack_add_named (self->panes, pane, id);
    }
  gtk_stack_set_visible_child (self->panes, pane);
  return pane;
}

/* A page that goes lets its selected row go too: then there is nothing to show. */
static void
on_row_selected (SkhRegistersPage *self)
{
  SkhRegister *reg = self->session != NULL ? get_selected (self) : NULL;

  if (self->session == NULL)
    return;
  if (reg != NULL)
    show_pane (self, skh_register_get_id (reg));
  gtk_widget_set_visible (self->remove_button,
                          reg != NULL && skh_register_get_own_id (reg) != 0
                            && skh_session_is_writable (self->session));
}

static GtkListBoxRow *
find_row (SkhRegistersPage *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->registers->len; i++)
    if (g_str_equal (skh_register_get_id (g_ptr_array_index (self->registers, i)), id))
      return gtk_list_box_get_row_at_index (self->list, (int)i);
  return NULL;
}

static void
on_show_entry (SkhRegistersPage *self, const char *register_id, gint64 id)
{
  if (skh_session_has_own_page (register_id))
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (register_id);
  gtk_list_box_select_row (self->list, find_row (self, register_id));
  skh_register_pane_show_entry (SKH_REGISTER_PANE (show_pane (self, register_id)), id);
}

/* — Which there are — */

static void
add_row (SkhRegistersPage *self, SkhRegister *reg)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (skh_register_get_title (reg));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (row, skh_register_get_help (reg));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  skh_register_get_title (reg), -1);
  gtk_list_box_append (self->list, row);
}

/* A register that is gone (an undo) takes its pane with it. */
static void
drop_lost_panes (SkhRegistersPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->panes));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (SKH_IS_REGISTER_PANE (child)
          && find_row (self, skh_register_pane_get_id (SKH_REGISTER_PANE (child)))
               == NULL)
        gtk_stack_remove (self->panes, child);
      child = next;
    }
}

static void
show_registers (SkhRegistersPage *self, GPtrArray *registers)
{
  SkhRegister *selected = get_selected (self);
  g_autofree char *id = self->wanted != NULL ? g_strdup (self->wanted)
                        : selected != NULL   ? g_strdup (skh_register_get_id (selected))
                                             : NULL;
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list);
  skh_list_box_clear (self->list);
  g_ptr_array_set_size (self->registers, 0);
  for (guint i = 0; i < registers->len; i++)
    {
      SkhRegister *reg = g_ptr_array_index (registers, i);

      if (skh_session_has_own_page (skh_register_get_id (reg)))
        continue;
      g_ptr_array_add (self->registers, skh_register_ref (reg));
      add_row (self, reg);
    }
  drop_lost_panes (self);
  gtk_widget_set_visible (self->side, self->registers->len > 0);
  row = find_row (self, id);
  if (row != NULL)
    g_clear_pointer (&self->wanted, g_free);
  else
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else
    gtk_stack_set_visible_child_name (self->panes, "none");
}

typedef struct
{
  GPtrArray *registers;
} Listing;

static gpointer
ask_registers (gpointer owner)
{
  return g_new0 (Listing, 1);
}

static void
listing_free (gpointer data)
{
  g_clear_pointer (&((Listing *)data)->registers, g_ptr_array_unref);
  g_free (data);
}

static gboolean
read_registers (SkhDatabase *db, gpointer data, GError **error)
{
  Listing *listing = data;

  listing->registers = skh_register_store_list_registers (db, error);
  return listing->registers != NULL;
}

static gboolean
are_shown (SkhRegistersPage *self, GPtrArray *registers)
{
  guint n = 0;

  for (guint i = 0; i < registers->len; i++)
    {
      SkhRegister *reg = g_ptr_array_index (registers, i);

      if (skh_session_has_own_page (skh_register_get_id (reg)))
        continue;
      if (n >= self->registers->len || g_ptr_array_index (self->registers, n) != reg)
        return FALSE;
      n++;
    }
  return n == self->registers->len && (n > 0 || self->wanted == NULL)
         && gtk_stack_get_visible_child (self->panes) != NULL;
}

static void
show_if_other (gpointer owner, gpointer answer)
{
  GPtrArray *registers = ((Listing *)answer)->registers;

  if (!are_shown (owner, registers))
    show_registers (owner, registers);
}

static const SkhReading reading = {
  .ask = ask_registers,
  .read = read_registers,
  .show = show_if_other,
  .free_answer = listing_free,
};

/* — Acts — */

static void
on_new_clicked (SkhRegistersPage *self)
{
  if (skh_session_is_writable (self->session))
    gtk_window_present (
      skh_new_register_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   self->session));
}

static gboolean
run_remove (SkhDatabase *db, gpointer data, GError **error)
{
  return skh_register_edit_remove_register (db, data, error);
}

/* The store refuses while there are entries, and an undo brings it back: no question. */
static void
on_remove_clicked (SkhRegistersPage *self)
{
  SkhRegister *reg = get_selected (self);

  if (reg != NULL)
    skh_session_apply (self->session, run_remove, g_strdup (skh_register_get_id (reg)),
                       g_free, NULL, NULL);
}

/* — Life — */

static void
skh_registers_page_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  SkhRegistersPage *self = SKH_REGISTERS_PAGE (object);

  self->session = g_value_dup_object (value);
  g_signal_connect_object (self->session, "show-entry", G_CALLBACK (on_show_entry), self,
                           G_CONNECT_SWAPPED);
  self->reader = skh_reader_new (self->session, &reading, self);
}

static gboolean
skh_registers_page_grab_focus (GtkWidget *widget)
{
  SkhRegistersPage *self = SKH_REGISTERS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
skh_registers_page_dispose (GObject *object)
{
  SkhRegistersPage *self = SKH_REGISTERS_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->reader, skh_reader_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_registers_page_parent_class)->dispose (object);
}

static void
skh_registers_page_finalize (GObject *object)
{
  SkhRegistersPage *self = SKH_REGISTERS_PAGE (object);

  g_ptr_array_unref (self->registers);
  g_free (self->wanted);
  G_OBJECT_CLASS (skh_registers_page_parent_class)->finalize (object);
}

static void
skh_registers_page_class_init (SkhRegistersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = skh_registers_page_dispose;
  object_class->finalize = skh_registers_page_finalize;
  object_class->set_property = skh_registers_page_set_property;
  widget_class->grab_focus = skh_registers_page_grab_focus;
  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/register/skh-registers-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SkhRegistersPage, list);
  gtk_widget_class_bind_template_child (widget_class, SkhRegistersPage, panes);
  gtk_widget_class_bind_template_child (widget_class, SkhRegistersPage, side);
  gtk_widget_class_bind_template_child (widget_class, SkhRegistersPage, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
skh_registers_page_init (SkhRegistersPage *self)
{
  self->registers = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_register_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
