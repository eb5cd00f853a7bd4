/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-paper-printer.h"

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              gpointer user_data)
{
  skh_paper_draw_page (user_data, (guint)page,
                       gtk_print_context_get_cairo_context (context));
}

/* By name where it has one, so that a printer takes it from the right tray. */
static GtkPaperSize *
new_paper_size (double width, double height)
{
  if (width == 210 && height == 297)
    return gtk_paper_size_new (GTK_PAPER_NAME_A4);
  if (width == 297 && height == 420)
    return gtk_paper_size_new (GTK_PAPER_NAME_A3);
  return gtk_paper_size_new_custom ("sokehoach", "Sổ Kế hoạch", width, height,
                                    GTK_UNIT_MM);
}

/* A lying sheet is a standing one turned: printers know a size in one way only. */
static GtkPageSetup *
new_page_setup (SkhPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  GtkPaperSize *size;

  skh_paper_get_page_size (paper, &width, &height);
  size = new_paper_size (MIN (width, height), MAX (width, height));
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

/* Asks for a printer and prints the very pages of the preview. FALSE, with error set,
   when the printing failed; TRUE also when the user thought better of it. */
gboolean
skh_paper_printer_run (SkhPaper *paper, GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (paper);
  const SkhTitleBlock *title = skh_report_get_title_block (skh_paper_get_report (paper));

  gtk_print_operation_set_n_pages (operation, (int)skh_paper_get_n_pages (paper));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (title->abstract != NULL)
    gtk_print_operation_set_job_name (operation, title->abstract);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), paper, 0);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
