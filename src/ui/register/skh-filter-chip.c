/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-filter-chip-private.h"

#include "skh-field-row.h"
#include "skh-period-text.h"

#include <glib/gi18n-lib.h>

/* Longer words end in an ellipsis. */
#define MAX_CHARS 36

G_DEFINE_FINAL_TYPE (SkhFilterChip, skh_filter_chip, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const SkhField *
skh_filter_chip_get_field (SkhFilterChip *self)
{
  return skh_register_get_field (self->query->reg, self->field);
}

gboolean
skh_filter_chip_is_usual (const SkhField *field)
{
  return field->type == SKH_FIELD_CHOICE || field->type == SKH_FIELD_UNIT
         || field->type == SKH_FIELD_PERIOD || field->type == SKH_FIELD_DAY;
}

/* — What the chip says — */

/* A day that is filtered by a period holds a period. */
char *
skh_filter_chip_dup_value_text (const SkhField *field, const SkhFilter *filter)
{
  if (filter->op == SKH_FILTER_IN && field->type == SKH_FIELD_DAY)
    return skh_period_text_dup_short (filter->value.period);
  return skh_field_dup_text (field, &filter->value);
}

static char *
dup_filter_text (const SkhField *field, const SkhFilter *filter)
{
  g_autofree char *value
    = filter->op == SKH_FILTER_EMPTY || filter->op == SKH_FILTER_NOT_EMPTY
        ? NULL
        : skh_filter_chip_dup_value_text (field, filter);

  switch (filter->op)
    {
    case SKH_FILTER_AT_LEAST:
      return field->type == SKH_FIELD_DAY ? g_strdup_printf (_ ("from %s"), value)
                                          : g_strdup_printf ("≥ %s", value);
    case SKH_FILTER_AT_MOST:
      return field->type == SKH_FIELD_DAY ? g_strdup_printf (_ ("to %s"), value)
                                          : g_strdup_printf ("≤ %s", value);
    case SKH_FILTER_EMPTY:
      return g_strdup (_ ("none"));
    case SKH_FILTER_NOT_EMPTY:
      return g_strdup (_ ("given"));
    case SKH_FILTER_CONTAINS:
      return g_strdup_printf ("“%s”", value);
    case SKH_FILTER_IS:
    case SKH_FILTER_IN:
    case SKH_N_FILTER_OPS:
    default:
      return g_steal_pointer (&value);
    }
}

char *
skh_filter_chip_dup_words (const SkhRegisterQuery *query, guint index)
{
  const SkhField *field = skh_register_get_field (query->reg, index);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < query->filters->len; i++)
    {
      const SkhFilter *filter = &g_array_index (query->filters, SkhFilter, i);
      g_autofree char *one = NULL;

      if (filter->field != index)
        continue;
      one = dup_filter_text (field, filter);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", one);
    }
  return text->len > 0
           ? g_strdup_printf ("%s: %s", skh_field_get_title (field), text->str)
           : NULL;
}

static void
show (SkhFilterChip *self)
{
  const char *title = skh_field_get_title (skh_filter_chip_get_field (self));
  g_autofree char *filters = skh_filter_chip_dup_words (self->query, self->field);
  const char *text = filters != NULL ? filters : title;
  g_autofree char *name = g_strdup_printf (_ ("Filter by %s"), text);
  GtkWidget *inside = gtk_widget_get_first_child (GTK_WIDGET (self->button));

  gtk_label_set_label (self->label, text);
  /* A chip is as wide as its words: what does not fit is scrolled to. */
  gtk_label_set_ellipsize (self->label, g_utf8_strlen (text, -1) > MAX_CHARS
                                          ? PANGO_ELLIPSIZE_END
                                          : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->label,
                             g_utf8_strlen (text, -1) > MAX_CHARS ? MAX_CHARS : -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (filters != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "filter-on");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "filter-on");
}

void
skh_filter_chip_emit_changed (SkhFilterChip *self)
{
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
skh_filter_chip_say (SkhFilterChip *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

void
skh_filter_chip_clear (SkhFilterChip *self)
{
  skh_register_query_clear_filters (self->query, self->field);
}

/* — Choices — */

static void
on_check_toggled (SkhFilterChip *self)
{
  const SkhField *field = skh_filter_chip_get_field (self);

  if (self->is_updating)
    return;
  skh_filter_chip_clear (self);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      {
        SkhValue value = { .is_set = TRUE, .total = -1 };

        if (i == field->n_choices)
          {
            skh_register_query_add_filter (self->query, self->field, SKH_FILTER_EMPTY,
                                           NULL);
            continue;
          }
        value.text = g_strdup (field->choices[i].key);
        skh_register_query_add_filter (self->query, self->field, SKH_FILTER_IS, &value);
      }
  skh_filter_chip_emit_changed (self);
}

static gboolean
is_filtered_by (SkhFilterChip *self, const char *key)
{
  for (guint i = 0; i < self->query->filters->len; i++)
    {
      const SkhFilter *filter = &g_array_index (self->query->filters, SkhFilter, i);

      if (filter->field == self->field
          && (key != NULL
                ? filter->op == SKH_FILTER_IS && g_strcmp0 (filter->value.text, key) == 0
                : filter->op == SKH_FILTER_EMPTY))
        return TRUE;
    }
  return FALSE;
}

static void
add_check (SkhFilterChip *self, const char *title, const char *key)
{
  GtkWidget *check = gtk_check_button_new_with_label (title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_filtered_by (self, key));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_check_toggled), self);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (self->content, check);
}

/* "None" cannot be an alternative of a choice: filters of different kinds must all hold,
   so it takes the choices' place. */
static void
on_none_toggled (SkhFilterChip *self, GtkCheckButton *none)
{
  guint n = skh_filter_chip_get_field (self)->n_choices;

  if (self->is_updating)
    return;
  self->is_updating = TRUE;
  for (guint i = 0; i < n; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (none))
        gtk_check_button_set_active (check, FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (check), !gtk_check_button_get_active (none));
    }
  self->is_updating = FALSE;
}

static void
add_choices (SkhFilterChip *self)
{
  const SkhField *field = skh_filter_chip_get_field (self);

  for (guint i = 0; i < field->n_choices; i++)
    add_check (self, skh_choice_get_title (&field->choices[i]), field->choices[i].key);
  if (field->flags & SKH_FIELD_REQUIRED)
    return;
  add_check (self, _ ("none"), NULL);
  g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->checks,
                                                           field->n_choices),
                                        on_check_toggled, self);
  g_signal_connect_swapped (g_ptr_array_index (self->checks, field->n_choices), "toggled",
                            G_CALLBACK (on_none_toggled), self);
  g_signal_connect_swapped (g_ptr_array_index (self->checks, field->n_choices), "toggled",
                            G_CALLBACK (on_check_toggled), self);
}

/* — Units — */

static void
on_unit_kept (SkhFilterChip *self, SkhFieldRow *row)
{
  g_auto (SkhValue) value = { 0 };

  if (!skh_field_row_is_edited (row) || !skh_field_row_read (row, &value))
    return;
  if (value.is_set && value.id == 0)
    {
      skh_field_row_show_fault (row, _ ("Choose a unit from the list."));
      return;
    }
  skh_field_row_set_value (row, &value);
  skh_filter_chip_clear (self);
  if (value.is_set)
    {
      SkhValue taken = value;

      value = (SkhValue){ 0 };
      skh_register_query_add_filter (self->query, self->field, SKH_FILTER_IN, &taken);
    }
  skh_filter_chip_emit_changed (self);
  gtk_menu_button_popdown (self->button);
}

static void
add_unit (SkhFilterChip *self)
{
  self->unit = skh_field_row_new (self->session, self->query->reg, self->field);
  g_signal_connect_object (self->unit, "kept", G_CALLBACK (on_unit_kept), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->content, self->unit);
}

/* — What stands under the button — */

static void
on_clear_clicked (SkhFilterChip *self)
{
  skh_filter_chip_clear (self);
  skh_filter_chip_say (self, NULL);
  skh_filter_chip_emit_changed (self);
  gtk_menu_button_popdown (self->button);
}

static void
fill (SkhFilterChip *self)
{
  GtkWidget *child;
  GtkWidget *clear_button = gtk_button_new_with_label (_ ("Do not filter by this"));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  g_ptr_array_set_size (self->checks, 0);
  self->period = self->first = self->last = NULL;
  self->unit = NULL;
  if (skh_filter_chip_get_field (self)->type == SKH_FIELD_CHOICE)
    add_choices (self);
  else if (skh_filter_chip_get_field (self)->type == SKH_FIELD_UNIT)
    add_unit (self);
  else if (skh_filter_chip_is_usual (skh_filter_chip_get_field (self)))
    skh_filter_chip_add_periods (self);
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_xalign (self->fault, 0);
  gtk_label_set_max_width_chars (self->fault, 34);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "fault");
  gtk_box_append (self->content, GTK_WIDGET (self->fault));
  skh_filter_chip_say (self, NULL);
  g_signal_connect_swapped (clear_button, "clicked", G_CALLBACK (on_clear_clicked), self);
  gtk_box_append (self->content, clear_button);
}

/* Made when it is first opened: a form of thirty fields has thirty chips. */
static void
make_popover (GtkMenuButton *button, gpointer user_data)
{
  SkhFilterChip *self = user_data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      popover = gtk_popover_new ();
      self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
      gtk_widget_set_size_request (GTK_WIDGET (self->content), 280, -1);
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->content));
      gtk_menu_button_set_popover (button, popover);
    }
  self->is_updating = TRUE;
  fill (self);
  self->is_updating = FALSE;
}

static void
skh_filter_chip_dispose (GObject *object)
{
  SkhFilterChip *self = SKH_FILTER_CHIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_filter_chip_parent_class)->dispose (object);
}

static void
skh_filter_chip_finalize (GObject *object)
{
  g_ptr_array_unref (SKH_FILTER_CHIP (object)->checks);
  G_OBJECT_CLASS (skh_filter_chip_parent_class)->finalize (object);
}

static void
skh_filter_chip_class_init (SkhFilterChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_filter_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = skh_filter_chip_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", SKH_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
skh_filter_chip_init (SkhFilterChip *self)
{
  self->checks = g_ptr_array_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_max_width_chars (self->label, MAX_CHARS);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-chip");
}

GtkWidget *
skh_filter_chip_new (SkhSession *session, SkhRegisterQuery *query, guint field)
{
  SkhFilterChip *self = g_object_new (SKH_TYPE_FILTER_CHIP, NULL);

  self->session = g_object_ref (session);
  self->query = query;
  self->field = field;
  show (self);
  return GTK_WIDGET (self);
}
