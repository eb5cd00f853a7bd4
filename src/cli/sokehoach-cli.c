/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-cli.h"

int
main (int argc, char **argv)
{
  return skh_cli_run (argc, argv, NULL);
}
