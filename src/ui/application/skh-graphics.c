/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-graphics.h"

#include <gio/gio.h>

/* What the kernel shows of a graphics processor: Mesa's, NVIDIA's own, WSL's. */
static gboolean
has_graphics_processor (void)
{
#ifdef G_OS_UNIX
  return g_file_test ("/dev/dri", G_FILE_TEST_IS_DIR)
         || g_file_test ("/dev/nvidiactl", G_FILE_TEST_EXISTS)
         || g_file_test ("/dev/dxg", G_FILE_TEST_EXISTS);
#else
  return TRUE;
#endif
}

static gboolean is_set_here;

/**
 * skh_graphics_begin:
 *
 * Tells GDK, in the only way GTK 4.8 has, not to look for OpenGL where it would not be
 * used. A person's own GDK_DEBUG or GSK_RENDERER has the last word.
 */
void
skh_graphics_begin (void)
{
  if (g_getenv ("GSK_RENDERER") == NULL && !has_graphics_processor ())
    g_setenv ("GSK_RENDERER", "cairo", TRUE); /* asked for by each new surface */
  if (g_getenv ("GDK_DEBUG") != NULL
      || g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") != 0)
    return;
  is_set_here = g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
}

/**
 * skh_graphics_end:
 *
 * Takes it back: programs that this one opens decide for themselves.
 */
void
skh_graphics_end (void)
{
  if (is_set_here)
    g_unsetenv ("GDK_DEBUG");
  is_set_here = FALSE;
}
