/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-news-bar.h"

#include <glib/gi18n.h>

#include "skh-chase-list.h"
#include "skh-settings.h"

struct _SkhNewsBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkLabel *label;

  SkhSession *session; /* borrowed: the page's */
  gboolean has_looked;
};

G_DEFINE_FINAL_TYPE (SkhNewsBar, skh_news_bar, ADW_TYPE_BIN)

/* — What was told when — */

#define TOLD_DAYS "told-days" /* path of a workbook → day */

static SkhDate
get_told_day (GSettings *settings, const char *path)
{
  g_autoptr (GVariant) days = g_settings_get_value (settings, TOLD_DAYS);
  const char *day;

  return g_variant_lookup (days, path, "&s", &day) ? skh_date_parse_iso (day)
                                                   : SKH_DATE_NONE;
}

static void
set_told_day (GSettings *settings, const char *path, SkhDate day)
{
  g_autoptr (GVariant) days = g_settings_get_value (settings, TOLD_DAYS);
  g_autofree char *text = skh_date_to_iso (day);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, days);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, path) && g_file_test (key, G_FILE_TEST_EXISTS))
      g_variant_builder_add (&builder, "{ss}", key, value);
  g_variant_builder_add (&builder, "{ss}", path, text);
  g_settings_set_value (settings, TOLD_DAYS, g_variant_builder_end (&builder));
}

/* — Telling — */

static char *
dup_words (SkhChaseNews news)
{
  g_autofree char *overdue
    = g_strdup_printf (ngettext ("%u task is newly overdue", "%u tasks are newly overdue",
                                 news.n_overdue),
                       news.n_overdue);
  g_autofree char *soon
    = g_strdup_printf (ngettext ("%u task falls due soon", "%u tasks fall due soon",
                                 news.n_soon),
                       news.n_soon);

  if (news.n_overdue > 0 && news.n_soon > 0)
    return g_strdup_printf ("%s · %s", overdue, soon);
  return g_strdup (news.n_overdue > 0 ? overdue : soon);
}

static void
notify_desk (SkhNewsBar *self)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GNotification) notification
    = g_notification_new (gtk_label_get_text (self->label));
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (application == NULL || ledger == NULL)
    return;
  g_notification_set_body (notification, skh_ledger_get_plan (ledger)->short_title);
  g_application_send_notification (application, "chase-news", notification);
}

static void
on_service_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhNewsBar) self = user_data;
  g_autoptr (GVariant) reply
    = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  gboolean has_service = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &has_service);
  if (self->bar == NULL || self->session == NULL)
    return;
  if (has_service)
    notify_desk (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhNewsBar) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                            "org.freedesktop.DBus", "NameHasOwner",
                            g_variant_new ("(s)", "org.freedesktop.Notifications"),
                            G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                            on_service_known, g_object_ref (self));
  else if (self->bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
tell (SkhNewsBar *self, SkhChaseNews news)
{
  g_autofree char *text = dup_words (news);

  gtk_label_set_label (self->label, text);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, g_object_ref (self));
}

/* A plan looked at from another day has no news of today. */
static void
look (SkhNewsBar *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  SkhDate today = skh_session_get_clock_day ();
  g_autoptr (GSettings) settings = skh_settings_new ();
  const char *path;
  SkhChaseNews news;

  if (ledger == NULL || self->has_looked)
    return;
  self->has_looked = TRUE;
  if (skh_session_get_on (self->session) != today
      || !g_settings_get_boolean (settings, "tell-news"))
    return;
  path = skh_workbook_get_path (skh_session_get_workbook (self->session));
  news = skh_chase_news_get (ledger, get_told_day (settings, path), today);
  set_told_day (settings, path, today);
  if (news.n_overdue + news.n_soon > 0)
    tell (self, news);
}

static void
on_session_opened (SkhNewsBar *self)
{
  self->has_looked = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_response (SkhNewsBar *self, int response)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (response == GTK_RESPONSE_ACCEPT)
    skh_session_show_chase (self->session, SKH_NO_INDEX, SKH_NO_INDEX);
}

void
skh_news_bar_set_session (SkhNewsBar *self, SkhSession *session)
{
  self->session = session;
  g_signal_connect_object (session, "opened", G_CALLBACK (on_session_opened), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  look (self);
}

static void
skh_news_bar_dispose (GObject *object)
{
  SKH_NEWS_BAR (object)->session = NULL;
  SKH_NEWS_BAR (object)->bar = NULL;
  G_OBJECT_CLASS (skh_news_bar_parent_class)->dispose (object);
}

static void
skh_news_bar_class_init (SkhNewsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = skh_news_bar_dispose;
}

static void
skh_news_bar_init (SkhNewsBar *self)
{
  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_info_bar_add_child (self->bar, GTK_WIDGET (self->label));
  gtk_info_bar_add_button (self->bar, _ ("See Whom to Chase"), GTK_RESPONSE_ACCEPT);
  gtk_info_bar_set_message_type (self->bar, GTK_MESSAGE_WARNING);
  gtk_info_bar_set_show_close_button (self->bar, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->bar, "response", G_CALLBACK (on_response), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
}
