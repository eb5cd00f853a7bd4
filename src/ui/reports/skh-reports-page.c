/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-reports-page.h"

#include <glib/gi18n.h>

#include "skh-file-choice.h"
#include "skh-paper-printer.h"
#include "skh-paper-view.h"
#include "skh-report-maker.h"
#include "skh-text.h"
#include "skh-timeline-filters.h"

struct _SkhReportsPage
{
  GtkWidget parent_instance;

  /* template */
  GtkToggleButton *summary_button;
  GtkToggleButton *chase_button;
  GtkToggleButton *timeline_button;
  GtkToggleButton *plan_button;
  GtkToggleButton *checklist_button;
  GtkToggleButton *commitments_button;
  GtkDropDown *unit_choice;
  GtkWidget *timeline_bar;
  SkhTimelineFilters *filters;
  GtkDropDown *span_choice;
  GtkDropDown *paper_choice;
  GtkWidget *print_button;
  GtkSpinner *spinner;
  GtkLabel *pages_label;
  SkhPaperView *view;

  /* owned */
  SkhSession *session;
  SkhPaper *paper;
  GCancellable *making;

  gboolean is_filling; /* the units' names, or what another page chose */
};

G_DEFINE_FINAL_TYPE (SkhReportsPage, skh_reports_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* One button a kind, and its name for who asks for it from another page. */
static GtkToggleButton *
get_button (SkhReportsPage *self, SkhReportKind kind)
{
  GtkToggleButton *const buttons[SKH_N_REPORT_KINDS] = {
    [SKH_REPORT_SUMMARY] = self->summary_button,
    [SKH_REPORT_CHASE] = self->chase_button,
    [SKH_REPORT_TIMELINE] = self->timeline_button,
    [SKH_REPORT_PLAN] = self->plan_button,
    [SKH_REPORT_CHECKLIST] = self->checklist_button,
    [SKH_REPORT_COMMITMENTS] = self->commitments_button,
  };

  return buttons[kind];
}

static const char *const kind_names[SKH_N_REPORT_KINDS] = {
  [SKH_REPORT_SUMMARY] = "summary",     [SKH_REPORT_CHASE] = "chase",
  [SKH_REPORT_TIMELINE] = "timeline",   [SKH_REPORT_PLAN] = "plan",
  [SKH_REPORT_CHECKLIST] = "checklist", [SKH_REPORT_COMMITMENTS] = "commitments",
};

static SkhReportKind
get_kind (SkhReportsPage *self)
{
  for (SkhReportKind kind = 0; kind < SKH_N_REPORT_KINDS; kind++)
    if (gtk_toggle_button_get_active (get_button (self, kind)))
      return kind;
  return SKH_REPORT_SUMMARY;
}

/* The names stand in the order of the ledger. */
static void
fill_units (SkhReportsPage *self, SkhLedger *ledger)
{
  guint n, chosen = gtk_drop_down_get_selected (self->unit_choice);
  const SkhUnit *units = skh_ledger_get_units (ledger, &n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, units[i].name);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->unit_choice, G_LIST_MODEL (names));
  if (chosen < n)
    gtk_drop_down_set_selected (self->unit_choice, chosen);
  self->is_filling = FALSE;
}

static guint
get_unit (SkhReportsPage *self)
{
  guint unit = gtk_drop_down_get_selected (self->unit_choice);

  return unit != GTK_INVALID_LIST_POSITION ? unit : 0;
}

/* What the lists offer stands in the order of the enumerations. */
static SkhReportRequest
get_request (SkhReportsPage *self)
{
  SkhReportRequest request = {
    .kind = get_kind (self),
    .timeline = { .zoom = (SkhZoom)gtk_drop_down_get_selected (self->span_choice) },
    .paper = (SkhPaperSize)gtk_drop_down_get_selected (self->paper_choice),
    .unit = get_unit (self),
  };

  skh_timeline_filters_fill (self->filters, &request.timeline);
  return request;
}

static void
show_paper (SkhReportsPage *self, SkhPaper *paper)
{
  guint n = skh_paper_get_n_pages (paper);
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  g_set_object (&self->paper, paper);
  skh_paper_view_set_paper (self->view, paper);
  gtk_label_set_label (self->pages_label, text);
  gtk_widget_set_sensitive (self->print_button, TRUE);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SkhReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SkhPaper) paper = skh_report_maker_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->making);
  gtk_spinner_stop (self->spinner);
  if (self->session == NULL)
    return;
  if (paper != NULL)
    show_paper (self, paper);
  else
    skh_session_report_fault (self->session, error->message);
}

static void
make_preview (SkhReportsPage *self)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);
  SkhReportRequest request;

  if (ledger == NULL)
    return;
  skh_timeline_filters_set_ledger (self->filters, ledger);
  fill_units (self, ledger);
  request = get_request (self);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  skh_report_maker_make_async (self->session, &request, self->making, on_made,
                               g_object_ref (self));
}

static void
on_session_changed (SkhReportsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_preview (self);
}

static void
on_kind_toggled (SkhReportsPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->session == NULL)
    return;
  gtk_widget_set_visible (self->timeline_bar, button == self->timeline_button);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_choice),
                          button == self->checklist_button);
  on_session_changed (self);
}

static void
on_timeline_chosen (SkhReportsPage *self)
{
  if (self->session != NULL && !self->is_filling)
    on_session_changed (self);
}

static void
on_unit_chosen (SkhReportsPage *self)
{
  if (self->session != NULL && !self->is_filling)
    on_session_changed (self);
}

static void
on_show_checklist_report (SkhReportsPage *self, guint unit)
{
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->unit_choice, unit);
  self->is_filling = FALSE;
  gtk_toggle_button_set_active (self->checklist_button, TRUE);
  on_session_changed (self);
}

static void
on_show_report (SkhReportsPage *self, const char *name)
{
  for (SkhReportKind kind = 0; kind < SKH_N_REPORT_KINDS; kind++)
    if (g_strcmp0 (kind_names[kind], name) == 0)
      gtk_toggle_button_set_active (get_button (self, kind), TRUE);
}

static void
on_plans_changed (SkhReportsPage *self)
{
  skh_timeline_filters_set_n_plans (self->filters,
                                    skh_session_get_plans (self->session)->len);
}

static void
on_show_timeline_report (SkhReportsPage *self, const SkhTimelineOptions *options)
{
  SkhLedger *ledger = skh_session_get_ledger (self->session);

  if (ledger == NULL)
    return;
  self->is_filling = TRUE;
  skh_timeline_filters_set_ledger (self->filters, ledger);
  skh_timeline_filters_choose (self->filters, options);
  gtk_drop_down_set_selected (self->span_choice, options->zoom);
  self->is_filling = FALSE;
  gtk_toggle_button_set_active (self->timeline_button, TRUE);
  on_session_changed (self);
}

typedef struct
{
  SkhReportsPage *page;
  char *path;
} Export;

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  SkhReportsPage *self = export->page;
  g_autoptr (GError) error = NULL;

  gtk_spinner_stop (self->spinner);
  if (self->session == NULL)
    ;
  else if (skh_report_maker_write_finish (result, &error))
    skh_session_report_exported (self->session, export->path);
  else
    skh_session_report_fault (self->session, error->message);
  g_object_unref (export->page);
  g_free (export->path);
  g_free (export);
}

static void
on_path_chosen (const char *path, gpointer user_data)
{
  SkhReportsPage *self = user_data;
  Export *export = g_new (Export, 1);
  SkhReportRequest request = get_request (self);

  export->page = g_object_ref (self);
  export->path = g_strdup (path);
  gtk_spinner_start (self->spinner);
  skh_report_maker_write_async (self->session, &request, path, NULL, on_written, export);
}

static char *
offer_checklist_name (SkhReportsPage *self, const char *suffix)
{
  const SkhUnit *units
    = skh_ledger_get_units (skh_session_get_ledger (self->session), NULL);
  g_autofree char *code = skh_text_make_code (units[get_unit (self)].name);
  g_autofree char *period = skh_period_to_string (skh_session_get_period (self->session));

  return g_strdup_printf ("Danh muc %s %s%s", code, period, suffix);
}

/* "Tong hop 2023-Q2.xlsx": plain letters, for files travel to old desks. */
static char *
offer_name (SkhReportsPage *self, const char *suffix)
{
  g_autofree char *period = skh_period_to_string (skh_session_get_period (self->session));
  g_autofree char *day = skh_date_to_iso (skh_session_get_on (self->session));

  switch (get_kind (self))
    {
    case SKH_REPORT_CHASE:
      return g_strdup_printf ("Don doc %s%s", day, suffix);
    case SKH_REPORT_TIMELINE:
      return g_strdup_printf ("Tien do %s%s", day, suffix);
    case SKH_REPORT_PLAN:
      return g_strdup_printf (
        "Phu luc %d%s",
        skh_ledger_get_plan (skh_session_get_ledger (self->session))->year, suffix);
    case SKH_REPORT_CHECKLIST:
      return offer_checklist_name (self, suffix);
    case SKH_REPORT_COMMITMENTS:
      return g_strdup_printf ("Cam ket %s%s", day, suffix);
    case SKH_REPORT_REGISTER:
    case SKH_REPORT_REGISTER_BY_UNIT:
    case SKH_REPORT_COMMITMENT_FORMS:
    case SKH_REPORT_SUMMARY:
    case SKH_N_REPORT_KINDS:
    default:
      return g_strdup_printf ("Tong hop %s%s", period, suffix);
    }
}

static void
choose_place (SkhReportsPage *self, const char *title, const char *suffix)
{
  g_autofree char *name = NULL;

  if (skh_session_get_ledger (self->session) == NULL)
    return;
  name = offer_name (self, suffix);
  skh_file_choice_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, name,
                        suffix, on_path_chosen, self);
}

static void
on_excel_clicked (SkhReportsPage *self)
{
  choose_place (self, _ ("Export to Excel"), ".xlsx");
}

static void
on_pdf_clicked (SkhReportsPage *self)
{
  choose_place (self, _ ("Export to PDF"), ".pdf");
}

static void
on_print_clicked (SkhReportsPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!skh_paper_printer_run (self->paper,
                              GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              &error))
    skh_session_report_fault (self->session, error->message);
}

static void
skh_reports_page_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  SkhReportsPage *self = SKH_REPORTS_PAGE (object);

  self->session = g_value_dup_object (value);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (on_session_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-report", G_CALLBACK (on_show_report),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "plans-changed", G_CALLBACK (on_plans_changed),
                           self, G_CONNECT_SWAPPED);
  on_plans_changed (self);
  g_signal_connect_object (self->session, "show-timeline-report",
                           G_CALLBACK (on_show_timeline_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-checklist-report",
                           G_CALLBACK (on_show_checklist_report), self,
                           G_CONNECT_SWAPPED);
}

static void
skh_reports_page_dispose (GObject *object)
{
  SkhReportsPage *self = SKH_REPORTS_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->paper);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_reports_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sokehoach/SoKeHoach/ui/reports/skh-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, summary_button);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, chase_button);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, timeline_button);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, checklist_button);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, commitments_button);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, unit_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, timeline_bar);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, span_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, paper_choice);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, pages_label);
  gtk_widget_class_bind_template_child (widget_class, SkhReportsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_timeline_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_excel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pdf_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
}

static void
skh_reports_page_class_init (SkhReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = skh_reports_page_dispose;
  object_class->set_property = skh_reports_page_set_property;
  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (SKH_TYPE_PAPER_VIEW);
  g_type_ensure (SKH_TYPE_TIMELINE_FILTERS);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
skh_reports_page_init (SkhReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (make_preview), NULL);
}
