/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-overview-page.h"

#include <glib/gi18n.h>

#include "skh-chase-card.h"
#include "skh-news-bar.h"
#include "skh-number.h"
#include "skh-period-text.h"
#include "skh-section-card.h"
#include "skh-stat-card.h"
#include "skh-upcoming-card.h"

#define HEADER_HEIGHT 60
#define SMALL_HEIGHT 740 /* of a page whose lists have five rows */
#define ROW_HEIGHT 62

struct _SkhOverviewPage
{
  GtkWidget parent_instance;

  /* template */
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  SkhNewsBar *news_bar;
  SkhStatCard *overdue_card;
  SkhStatCard *soon_card;
  SkhStatCard *rate_card;
  SkhStatCard *missing_card;
  SkhChaseCard *chase_card;
  SkhUpcomingCard *upcoming_card;
  SkhSectionCard *section_card;

  /* owned */
  SkhSession *session;
  guint refresh; /* idle source */

  guint n_rows; /* of the two lists, as many as the height has room for */
};

G_DEFINE_FINAL_TYPE (SkhOverviewPage, skh_overview_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
on_overdue_clicked (SkhOverviewPage *self)
{
  skh_session_show_overdue (self->session);
}

static void
on_soon_clicked (SkhOverviewPage *self)
{
  skh_session_show_soon (self->session);
}

static void
on_rate_clicked (SkhOverviewPage *self)
{
  skh_session_show_page (self->session, "reports");
}

static void
on_missing_clicked (SkhOverviewPage *self)
{
  skh_session_show_missing (self->session);
}

typedef struct
{
  guint n_units, n_tasks;
} Spread;

/* Over how many units and tasks some lines lie. */
static Spread
get_spread (SkhLedger *ledger, GArray *lines)
{
  const SkhAssignment *assignments = skh_ledger_get_assignments (ledger, NULL);
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) tasks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SkhAssignment *line = &assignments[g_array_index (lines, guint, i)];

      g_hash_table_add (units, GUINT_TO_POINTER (line->unit));
      g_hash_table_add (tasks, GUINT_TO_POINTER (line->task));
    }
  return (Spread){ g_hash_table_size (units), g_hash_table_size (tasks) };
}

static void
show_overdue (SkhOverviewPage *self, SkhLedger *ledger, GArray *lines)
{
  Spread spread = get_spread (ledger, lines);
  g_autofree char *number = skh_number_to_text (lines->len);
  g_autofree char *note
    = lines->len == 0
        ? g_strdup (_ ("Nothing to chase"))
        : g_strdup_printf (ngettext ("%u unit · see the list ›",
                                     "%u units · see the list ›", spread.n_units),
                           spread.n_units);

  skh_stat_card_show (self->overdue_card, lines->len > 0 ? SKH_STAT_BAD : SKH_STAT_PLAIN,
                      _ ("Overdue"), number, note);
}

static void
show_soon (SkhOverviewPage *self, SkhLedger *ledger)
{
  g_autoptr (GArray) lines
    = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_DUE_SOON,
                                     skh_session_get_on (self->session));
  int days = skh_ledger_get_plan (ledger)->soon_days;
  Spread spread = get_spread (ledger, lines);
  g_autofree char *number = skh_number_to_text (lines->len);
  g_autofree char *caption
    = g_strdup_printf (ngettext ("Due within %d day", "Due within %d days", (gulong)days),
                       days);
  g_autofree char *tasks
    = g_strdup_printf (ngettext ("%u task", "%u tasks", spread.n_tasks), spread.n_tasks);
  g_autofree char *units
    = g_strdup_printf (ngettext ("%u unit", "%u units", spread.n_units), spread.n_units);
  g_autofree char *note = lines->len == 0 ? g_strdup (_ ("Nothing falls due"))
                                          : g_strdup_printf ("%s · %s ›", tasks, units);

  skh_stat_card_show (self->soon_card, lines->len > 0 ? SKH_STAT_WARNING : SKH_STAT_PLAIN,
                      caption, number, note);
}

static void
show_rate (SkhOverviewPage *self, const SkhRates *rates, const char *period)
{
  g_autofree char *caption = g_strdup_printf (_ ("Delivered, %s"), period);
  g_autofree char *number = NULL;
  g_autofree char *note = NULL;

  if (rates->expected == 0)
    {
      number = g_strdup ("–");
      note = g_strdup (_ ("Nothing is expected in this period"));
    }
  else
    {
      g_autofree char *n = skh_number_to_text (rates->actual);
      g_autofree char *total = skh_number_to_text (rates->expected);
      g_autofree char *complete
        = skh_number_percent_to_text (skh_rates_get_completeness (rates));
      g_autofree char *timely
        = skh_number_percent_to_text (skh_rates_get_timeliness (rates));

      number = g_strdup_printf ("%s/%s", n, total);
      note = g_strdup_printf (_ ("%s · on time %u (%s) ›"), complete, rates->on_time,
                              timely);
    }
  skh_stat_card_show (self->rate_card, SKH_STAT_PLAIN, caption, number, note);
}

static guint
count_missing (SkhLedger *ledger, SkhDate on)
{
  guint n, n_missing = 0;
  const SkhAssignment *lines = skh_ledger_get_assignments (ledger, &n);

  for (guint i = 0; i < n; i++)
    n_missing += skh_ledger_is_missing (ledger, &lines[i], on);
  return n_missing;
}

static void
show_missing (SkhOverviewPage *self, SkhLedger *ledger)
{
  guint n = count_missing (ledger, skh_session_get_on (self->session));
  g_autofree char *number = skh_number_to_text (n);

  skh_stat_card_show (self->missing_card, n > 0 ? SKH_STAT_WARNING : SKH_STAT_PLAIN,
                      _ ("Figures or document missing"), number,
                      n > 0 ? _ ("delivered, but not whole ›")
                            : _ ("All that was delivered is whole"));
}

/* A list that scrolls in a page that scrolls is hard to use: the lists are as long as the
   page's height has room for, never less than on a small screen. */
static guint
count_rows (int height)
{
  return CLAMP (5 + (height - SMALL_HEIGHT) / ROW_HEIGHT, 5, 12);
}

/* Before the first layout the window's default height tells how long the lists will be.
 */
static void
guess_rows (SkhOverviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width, height = 0;

  if (self->n_rows == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (self->n_rows == 0)
    self->n_rows = count_rows (height - HEADER_HEIGHT);
}

static void
show_numbers (SkhOverviewPage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  SkhDate on = skh_session_get_on (self->session);
  SkhPeriod period = skh_session_get_period (self->session);

  gtk_widget_set_visible (self->content, ledger != NULL);
  if (ledger == NULL)
    return;
  guess_rows (self);
  g_autoptr (GArray) overdue
    = skh_ledger_list_by_timeliness (ledger, SKH_TIMELINESS_OVERDUE, on);
  g_autofree char *period_text = skh_period_text_dup_short (period);
  SkhRates rates
    = skh_ledger_get_rates (ledger, period, on, SKH_NO_INDEX, SKH_NO_INDEX, SKH_NO_INDEX);

  show_overdue (self, ledger, overdue);
  show_soon (self, ledger);
  show_rate (self, &rates, period_text);
  show_missing (self, ledger);
  skh_chase_card_show (self->chase_card, self->session, overdue, self->n_rows);
  skh_upcoming_card_show (self->upcoming_card, self->session, self->n_rows - 1);
  skh_section_card_show (self->section_card, self->session);
}

static gboolean
on_refresh (gpointer user_data)
{
  SkhOverviewPage *self = user_data;

  self->refresh = 0;
  show_numbers (self);
  return G_SOURCE_REMOVE;
}

static void
on_height_changed (SkhOverviewPage *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  guint n_rows = count_rows ((int)gtk_adjustment_get_page_size (adjustment));

  if (n_rows == self->n_rows || gtk_adjustment_get_page_size (adjustment) < 1)
    return;
  self->n_rows = n_rows;
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_refresh, self);
}

static void
on_map (SkhOverviewPage *self)
{
  show_numbers (self);
}

/* A page that is not seen computes nothing; it does when it comes forward. */
static void
on_session_changed (SkhOverviewPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      || !gtk_widget_get_visible (self->content))
    show_numbers (self);
}

static void
skh_overview_page_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  SkhOverviewPage *self = SKH_OVERVIEW_PAGE (object);

  self->session = g_value_dup_object (value);
  skh_news_bar_set_session (self->news_bar, self->session);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (on_session_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
skh_overview_page_dispose (GObject *object)
{
  SkhOverviewPage *self = SKH_OVERVIEW_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/overview/skh-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, news_bar);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, overdue_card);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, soon_card);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, rate_card);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, missing_card);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, chase_card);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, upcoming_card);
  gtk_widget_class_bind_template_child (widget_class, SkhOverviewPage, section_card);
  gtk_widget_class_bind_template_callback (widget_class, on_overdue_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_soon_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_rate_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_clicked);
}

static void
skh_overview_page_class_init (SkhOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = skh_overview_page_dispose;
  object_class->set_property = skh_overview_page_set_property;
  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SKH_TYPE_NEWS_BAR);
  g_type_ensure (SKH_TYPE_STAT_CARD);
  g_type_ensure (SKH_TYPE_CHASE_CARD);
  g_type_ensure (SKH_TYPE_UPCOMING_CARD);
  g_type_ensure (SKH_TYPE_SECTION_CARD);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
skh_overview_page_init (SkhOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_height_changed), self,
                           G_CONNECT_SWAPPED);
}
