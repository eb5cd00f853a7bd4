/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-commitments-private.h"

#include "skh-labels.h"
#include "skh-number.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SkhCommitmentsPage, skh_commitments_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The declared view of who has not written yet. */
#define VIEW_MISSING 1

GtkWindow *
skh_commitments_page_get_window (SkhCommitmentsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

int
skh_commitments_page_get_year (SkhCommitmentsPage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  return ledger != NULL ? skh_ledger_get_plan (ledger)->year
                        : skh_date_get_year (skh_session_get_on (self->session));
}

/* — What is counted of the year — */

typedef struct
{
  int year;
  SkhDate on;
  GArray *units; /* SkhUnitCommitments */
  int allowed;
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  g_clear_pointer (&counting->units, g_array_unref);
  g_free (counting);
}

static void
update_actions (SkhCommitmentsPage *self)
{
  gboolean writable = skh_session_is_writable (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "commitments.expect", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "commitments.allow", writable);
}

static gpointer
ask_counts (gpointer owner)
{
  SkhCommitmentsPage *self = owner;
  Counting *counting = g_new0 (Counting, 1);

  update_actions (self);
  counting->year = skh_commitments_page_get_year (self);
  counting->on = skh_session_get_on (self->session);
  return counting;
}

static gboolean
read_counts (SkhDatabase *db, gpointer data, GError **error)
{
  Counting *counting = data;

  counting->units
    = skh_commitment_store_list_rates (db, counting->year, counting->on, error);
  counting->allowed = skh_commitment_store_get_allowed (db);
  return counting->units != NULL;
}

static void
show_rates (SkhCommitmentsPage *self, const SkhCommitmentRates *all)
{
  g_autofree char *committed = skh_number_share_to_text (all->committed, all->expected);
  g_autofree char *managed
    = skh_number_share_to_text (all->managed_submitted, all->managed);
  g_autofree char *text
    = g_strdup_printf (_ ("%d: committed %s · managed cadres submitted %s"),
                       skh_commitments_page_get_year (self), committed, managed);
  g_autofree char *missing = skh_number_to_text (all->expected - all->committed);
  g_autofree char *label = g_strdup_printf (_ ("%s not yet"), missing);
  g_autofree char *nobody
    = g_strdup_printf (_ ("%d: nobody is expected yet. Begin with the expected people."),
                       skh_commitments_page_get_year (self));

  gtk_label_set_label (self->counts, all->expected > 0 ? text : nobody);
  gtk_button_set_label (self->missing_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_button),
                          all->expected > all->committed);
}

/* The whole, then how many units passed what the office allows. */
static void
show_warning (SkhCommitmentsPage *self, const Counting *counting)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < counting->units->len; i++)
    n += skh_commitment_rates_has_too_many (
      &g_array_index (counting->units, SkhUnitCommitments, i).rates, counting->allowed);
  text = g_strdup_printf (
    g_dngettext (
      GETTEXT_PACKAGE,
      "◐ In %u unit “excellent” passes %d %% of “good”: see the table by unit.",
      "◐ In %u units “excellent” passes %d %% of “good”: see the table by unit.", n),
    n, counting->allowed);
  gtk_label_set_label (self->warning, text);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), n > 0);
}

static void
show_counts (gpointer owner, gpointer answer)
{
  SkhCommitmentsPage *self = owner;
  const Counting *counting = answer;
  SkhCommitmentRates all = { 0 };

  for (guint i = 0; i < counting->units->len; i++)
    skh_commitment_rates_add (
      &all, &g_array_index (counting->units, SkhUnitCommitments, i).rates);
  show_rates (self, &all);
  show_warning (self, counting);
}

static void
leave_counts (gpointer owner)
{
  update_actions (owner);
}

static const SkhReading reading = {
  .ask = ask_counts,
  .read = read_counts,
  .show = show_counts,
  .free_answer = counting_free,
  .leave = leave_counts,
};

/* — Acts — */

static void
on_missing_clicked (SkhCommitmentsPage *self)
{
  skh_register_pane_show_view (self->pane, VIEW_MISSING);
}

static void
on_report (GtkWidget *widget, const char *name, GVariant *target)
{
  skh_session_show_report (SKH_COMMITMENTS_PAGE (widget)->session, "commitments");
}

static void
on_show_entry (SkhCommitmentsPage *self, const char *register_id, gint64 id)
{
  if (g_str_equal (register_id, skh_register_pane_get_id (self->pane)))
    skh_register_pane_show_entry (self->pane, id);
}

/* — Life — */

static void
skh_commitments_page_constructed (GObject *object)
{
  SkhCommitmentsPage *self = SKH_COMMITMENTS_PAGE (object);

  G_OBJECT_CLASS (skh_commitments_page_parent_class)->constructed (object);
  self->pane = SKH_REGISTER_PANE (skh_register_pane_new (self->session, "commitments"));
  skh_register_pane_set_first_step (self->pane, _ ("Add Expected People…"),
                                    "commitments.expect");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pane), TRUE);
  gtk_box_append (self->box, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->session, "show-entry", G_CALLBACK (on_show_entry), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  self->reader = skh_reader_new (self->session, &reading, self);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (skh_reader_read),
                           self->reader, G_CONNECT_SWAPPED);
}

static void
skh_commitments_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  SKH_COMMITMENTS_PAGE (object)->session = g_value_dup_object (value);
}

static gboolean
skh_commitments_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_COMMITMENTS_PAGE (widget)->pane));
}

static void
skh_commitments_page_dispose (GObject *object)
{
  SkhCommitmentsPage *self = SKH_COMMITMENTS_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->reader, skh_reader_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_commitments_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "commitments.expect", NULL,
                                   skh_commitments_page_expect);
  gtk_widget_class_install_action (class, "commitments.allow", NULL,
                                   skh_commitments_page_allow);
  gtk_widget_class_install_action (class, "commitments.report", NULL, on_report);
  gtk_widget_class_install_action (class, "commitments.write-forms", "s",
                                   skh_commitments_page_write_forms);
  gtk_widget_class_install_action (class, "commitments.print-forms", "s",
                                   skh_commitments_page_print_forms);
}

static void
skh_commitments_page_class_init (SkhCommitmentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = skh_commitments_page_constructed;
  object_class->dispose = skh_commitments_page_dispose;
  object_class->set_property = skh_commitments_page_set_property;
  widget_class->grab_focus = skh_commitments_page_grab_focus;
  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
    widget_class,
    "/io/github/sokehoach/SoKeHoach/ui/commitments/skh-commitments-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SkhCommitmentsPage, box);
  gtk_widget_class_bind_template_child (widget_class, SkhCommitmentsPage, counts);
  gtk_widget_class_bind_template_child (widget_class, SkhCommitmentsPage, warning);
  gtk_widget_class_bind_template_child (widget_class, SkhCommitmentsPage, missing_button);
  gtk_widget_class_bind_template_child (widget_class, SkhCommitmentsPage, expect_button);
  gtk_widget_class_bind_template_child (widget_class, SkhCommitmentsPage, forms_button);
  gtk_widget_class_bind_template_child (widget_class, SkhCommitmentsPage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_clicked);
  install_actions (widget_class);
}

static void
skh_commitments_page_init (SkhCommitmentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  skh_menu_button_set_name (self->more_button, _ ("More on commitments"));
}
