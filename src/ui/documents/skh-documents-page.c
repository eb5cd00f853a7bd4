/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-documents-page.h"

#include "skh-distribution-list.h"
#include "skh-register-pane.h"

struct _SkhDocumentsPage
{
  GtkWidget parent_instance;

  SkhRegisterPane *pane;
  SkhDistributionList *recipients;

  SkhSession *session;
};

G_DEFINE_FINAL_TYPE (SkhDocumentsPage, skh_documents_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
on_shown (SkhDocumentsPage *self, gint64 id)
{
  skh_distribution_list_set_thing (self->recipients, self->session, "document", id);
}

static void
on_show_entry (SkhDocumentsPage *self, const char *register_id, gint64 id)
{
  if (g_str_equal (register_id, skh_register_pane_get_id (self->pane)))
    skh_register_pane_show_entry (self->pane, id);
}

static void
skh_documents_page_constructed (GObject *object)
{
  SkhDocumentsPage *self = SKH_DOCUMENTS_PAGE (object);
  SkhEntryForm *form;

  G_OBJECT_CLASS (skh_documents_page_parent_class)->constructed (object);
  self->pane = SKH_REGISTER_PANE (skh_register_pane_new (self->session, "documents"));
  self->recipients = SKH_DISTRIBUTION_LIST (skh_distribution_list_new ());
  form = skh_register_pane_get_form (self->pane);
  skh_entry_form_add_section (form, GTK_WIDGET (self->recipients));
  gtk_widget_set_parent (GTK_WIDGET (self->pane), GTK_WIDGET (self));
  g_signal_connect_object (form, "shown", G_CALLBACK (on_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-entry", G_CALLBACK (on_show_entry), self,
                           G_CONNECT_SWAPPED);
}

static void
skh_documents_page_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  SKH_DOCUMENTS_PAGE (object)->session = g_value_dup_object (value);
}

static gboolean
skh_documents_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SKH_DOCUMENTS_PAGE (widget)->pane));
}

static void
skh_documents_page_dispose (GObject *object)
{
  SkhDocumentsPage *self = SKH_DOCUMENTS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (skh_documents_page_parent_class)->dispose (object);
}

static void
skh_documents_page_class_init (SkhDocumentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = skh_documents_page_constructed;
  object_class->dispose = skh_documents_page_dispose;
  object_class->set_property = skh_documents_page_set_property;
  widget_class->grab_focus = skh_documents_page_grab_focus;
  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, SKH_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
skh_documents_page_init (SkhDocumentsPage *self)
{
}
