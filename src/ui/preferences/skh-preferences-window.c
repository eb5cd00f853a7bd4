/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-preferences-window.h"

#include "skh-settings.h"

struct _SkhPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* template */
  AdwComboRow *language_row;
  AdwComboRow *style_row;
  GtkSwitch *news_switch;

  /* owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (SkhPreferencesWindow,
                     skh_preferences_window,
                     ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' models. */
static const char *const languages[] = { "vi", "en", "system", NULL };
static const char *const styles[] = { "system", "light", "dark", NULL };

static gboolean
get_choice (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *choices = user_data;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *choices = user_data;

  return g_variant_new_string (choices[g_value_get_uint (value)]);
}

static void
bind_choice (SkhPreferencesWindow *self,
             const char *key,
             AdwComboRow *row,
             const char *const *choices)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_choice, set_choice,
                                (gpointer)choices, NULL);
}

static void
skh_preferences_window_dispose (GObject *object)
{
  g_clear_object (&SKH_PREFERENCES_WINDOW (object)->settings);
  G_OBJECT_CLASS (skh_preferences_window_parent_class)->dispose (object);
}

static void
skh_preferences_window_class_init (SkhPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = skh_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class,
    "/io/github/sokehoach/SoKeHoach/ui/preferences/skh-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, SkhPreferencesWindow, style_row);
  gtk_widget_class_bind_template_child (widget_class, SkhPreferencesWindow, news_switch);
}

static void
skh_preferences_window_init (SkhPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = skh_settings_new ();
  bind_choice (self, "language", self->language_row, languages);
  bind_choice (self, "style", self->style_row, styles);
  g_settings_bind (self->settings, "tell-news", self->news_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
skh_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (SKH_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
}
