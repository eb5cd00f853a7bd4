/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli.h"

#include "skh-paper.h"

static gboolean
print (SkhReport *report, const char *profile, const char *path, GError **error)
{
  g_autoptr (SkhPaper) paper = skh_paper_new (report, profile, error);

  return paper != NULL && skh_paper_write_pdf (paper, path, error);
}

int
main (int argc, char **argv)
{
  return skh_cli_run (argc, argv, print);
}
