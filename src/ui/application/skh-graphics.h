/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether GDK should look for OpenGL: begin before the toolkit is initialised, end after.
   Where there is no graphics processor, OpenGL is drawn by the processor: slower than
   cairo for a window of text, and finding that out loads a compiler (a fifth of the time
   to the first frame). */
void skh_graphics_begin (void);
void skh_graphics_end (void);

G_END_DECLS
