/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-chase-list.h"
#include "skh-database.h"
#include "skh-docx.h"

G_BEGIN_DECLS

/* Letters that chase (công văn đôn đốc), filled from a Word document: the program's own,
   or the office's, which its workbook keeps. */

/* — The document — */

/* From a file; refused when a placeholder in it is not known. */
SkhDocx *skh_chase_letter_read_template (const char *path, GError **error);
/* The rest runs on the database thread. The office's own, else the program's. */
SkhDocx *skh_chase_letter_load_template (SkhDatabase *db, GError **error);
/* The name of the office's own, or NULL (transfer full). */
char *skh_chase_letter_dup_template_name (SkhDatabase *db, GError **error);
/* One act; path NULL goes back to the program's own. */
gboolean
skh_chase_letter_set_template (SkhDatabase *db, const char *path, GError **error);
/* Writes the document that is used, to be changed in Word. */
gboolean
skh_chase_letter_save_template (SkhDatabase *db, const char *path, GError **error);

/* — The letters — */

/* All units of the list in one file, each on a page of its own. */
gboolean skh_chase_letter_write (SkhDocx *docx,
                                 SkhChaseList *list,
                                 const char *path,
                                 GError **error);
/* One file a unit in the folder, which is made; nothing there is written over. The paths
   (transfer full, char *), or NULL. */
GPtrArray *skh_chase_letter_write_folder (SkhDocx *docx,
                                          SkhChaseList *list,
                                          const char *folder,
                                          GError **error);

G_END_DECLS
