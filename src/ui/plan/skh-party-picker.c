/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-party-picker.h"

#include "skh-labels.h"
#include "skh-text.h"

#include <glib/gi18n-lib.h>

struct _SkhPartyPicker
{
  GtkBox parent_instance;

  /* built here */
  GtkLabel *title, *names, *fault;
  GtkMenuButton *button;
  GtkSearchEntry *search;
  GtkListBox *list; /* NULL until the popover is first opened */

  /* owned */
  SkhLedger *ledger;
  GPtrArray *codes; /* NULL-terminated */
  char *words;      /* searched for, folded */
};

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkhPartyPicker, skh_party_picker, GTK_TYPE_BOX)

static guint
find_code (SkhPartyPicker *self, const char *code)
{
  for (guint i = 0; i + 1 < self->codes->len; i++)
    if (g_str_equal (self->codes->pdata[i], code))
      return i;

  return SKH_NO_INDEX;
}

static void
show_names (SkhPartyPicker *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *label = NULL;

  for (guint i = 0; i + 1 < self->codes->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                            skh_ledger_get_party_name (self->ledger,
                                                       self->codes->pdata[i]));
  label = g_strdup_printf ("%s: %s", gtk_label_get_text (self->title),
                           names->len > 0 ? names->str : _ ("nobody"));
  gtk_label_set_text (self->names, names->len > 0 ? names->str : _ ("Choose…"));
  skh_menu_button_set_name (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               names->len > 0 ? names->str : NULL);
}

/* — The popover — */

static void
on_toggled (SkhPartyPicker *self, GtkCheckButton *check)
{
  const char *code = gtk_widget_get_name (GTK_WIDGET (check));
  guint place = find_code (self, code);

  if (gtk_check_button_get_active (check) == (place != SKH_NO_INDEX))
    return;
  if (place != SKH_NO_INDEX)
    g_ptr_array_remove_index (self->codes, place);
  else
    g_ptr_array_insert (self->codes, (int)self->codes->len - 1, g_strdup (code));
  skh_party_picker_set_fault (self, NULL);
  show_names (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* The row carries what is searched, and the heading it stands under. */
static void
append_choice (SkhPartyPicker *self,
               const char *code,
               const char *name,
               const char *short_name,
               const char *heading)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *searched = g_strdup_printf ("%s %s", name, short_name);

  gtk_widget_set_name (check, code);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               find_code (self, code) != SKH_NO_INDEX);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "searched", skh_text_fold (searched), g_free);
  g_object_set_data (G_OBJECT (row), "heading", (gpointer)heading);
  gtk_list_box_append (self->list, row);
}

static void
fill_list (SkhPartyPicker *self)
{
  guint n_groups, n_units;
  const SkhGroup *groups = skh_ledger_get_groups (self->ledger, &n_groups);
  const SkhUnit *units = skh_ledger_get_units (self->ledger, &n_units);

  skh_list_box_clear (self->list);
  for (guint i = 0; i < n_groups; i++)
    append_choice (self, groups[i].code, groups[i].name, groups[i].short_name,
                   _ ("Groups"));
  for (guint i = 0; i < n_units; i++)
    if (units[i].closed == SKH_DATE_NONE
        || find_code (self, units[i].code) != SKH_NO_INDEX)
      append_choice (self, units[i].code, units[i].name, units[i].short_name,
                     _ ("Units"));
}

static gboolean
is_searched (GtkListBoxRow *row, gpointer data)
{
  SkhPartyPicker *self = data;

  return skh_text_matches (g_object_get_data (G_OBJECT (row), "searched"), self->words);
}

static void
show_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), "heading");
  GtkWidget *label;

  if (before != NULL && g_object_get_data (G_OBJECT (before), "heading") == heading)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
on_search_changed (SkhPartyPicker *self)
{
  g_free (self->words);
  self->words = skh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

/* Enter takes the first that is found, and the next can be looked for. */
static void
on_search_activated (SkhPartyPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (*self->words != '\0' && is_searched (row, self))
      {
        GtkWidget *check = gtk_list_box_row_get_child (row);

        gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                     !gtk_check_button_get_active (
                                       GTK_CHECK_BUTTON (check)));
        gtk_editable_set_text (GTK_EDITABLE (self->search), "");
        return;
      }
}

static GtkWidget *
make_list (SkhPartyPicker *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, is_searched, self, NULL);
  gtk_list_box_set_header_func (self->list, show_heading, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "results");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 400, 320);
  return scroller;
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  SkhPartyPicker *self = data;
  GtkWidget *box, *popover;

  if (self->list == NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      popover = gtk_popover_new ();
      self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Find a unit or a group"), -1);
      g_signal_connect_swapped (self->search, "search-changed",
                                G_CALLBACK (on_search_changed), self);
      g_signal_connect_swapped (self->search, "activate",
                                G_CALLBACK (on_search_activated), self);
      g_signal_connect_swapped (self->search, "stop-search",
                                G_CALLBACK (gtk_menu_button_popdown), button);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
      gtk_box_append (GTK_BOX (box), make_list (self));
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      gtk_menu_button_set_popover (button, popover);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
}

/* — Life — */

static void
skh_party_picker_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  gtk_label_set_text (SKH_PARTY_PICKER (object)->title, g_value_get_string (value));
}

static void
skh_party_picker_dispose (GObject *object)
{
  SkhPartyPicker *self = SKH_PARTY_PICKER (object);

  g_clear_pointer (&self->ledger, skh_ledger_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (skh_party_picker_parent_class)->dispose (object);
}

static gboolean
skh_party_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_PARTY_PICKER (widget)->button));
}

static void
skh_party_picker_class_init (SkhPartyPickerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = skh_party_picker_set_property;
  object_class->dispose = skh_party_picker_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = skh_party_picker_grab_focus;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[EDITED] = g_signal_new ("edited", SKH_TYPE_PARTY_PICKER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }
  return GTK_LABEL (label);
}

/* A menu button keeps its child in the middle; names read from the left. */
static void
spread_names (SkhPartyPicker *self)
{
  GtkWidget *inside = gtk_widget_get_parent (GTK_WIDGET (self->names));

  gtk_widget_set_hexpand (GTK_WIDGET (self->names), TRUE);
  for (; inside != NULL && !GTK_IS_BUTTON (inside);
       inside = gtk_widget_get_parent (inside))
    gtk_widget_set_halign (inside, GTK_ALIGN_FILL);
}

static void
skh_party_picker_init (SkhPartyPicker *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->codes, NULL);
  self->words = g_strdup ("");
  self->title = make_label ("dim-label");
  self->names = make_label (NULL);
  self->fault = make_label ("error");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_label_set_max_width_chars (self->names, 70);
  gtk_label_set_ellipsize (self->names, PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (self->names, 2);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->names));
  spread_names (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "party-button");
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault));
}

void
skh_party_picker_show (SkhPartyPicker *self, SkhLedger *ledger, const char *const *codes)
{
  g_clear_pointer (&self->ledger, skh_ledger_unref);
  self->ledger = skh_ledger_ref (ledger);
  g_ptr_array_set_size (self->codes, 0);
  for (; codes != NULL && *codes != NULL; codes++)
    g_ptr_array_add (self->codes, g_strdup (*codes));
  g_ptr_array_add (self->codes, NULL);
  skh_party_picker_set_fault (self, NULL);
  show_names (self);
}

const char *const *
skh_party_picker_get_codes (SkhPartyPicker *self)
{
  return (const char *const *)self->codes->pdata;
}

void
skh_party_picker_set_fault (SkhPartyPicker *self, const char *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}
