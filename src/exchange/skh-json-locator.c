/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Jansson gives no positions of values. This walks the text, which jansson has already
   found well-formed, along the path and counts lines. */
#include "skh-json-locator.h"

#include <string.h>

typedef struct
{
  const char *at;
  guint line;
  const char *target;
  GString *path;
  gsize best_length; /* of the longest prefix of target met so far */
  guint best_line;
} Locator;

static void
skip_blanks (Locator *self)
{
  while (*self->at != '\0' && strchr (" \t\r\n,:", *self->at) != NULL)
    if (*self->at++ == '\n')
      self->line++;
}

static void
skip_string (Locator *self)
{
  for (self->at++; *self->at != '"' && *self->at != '\0'; self->at++)
    if (*self->at == '\\' && self->at[1] != '\0')
      self->at++;
  if (*self->at == '"')
    self->at++;
}

static void
note_value (Locator *self)
{
  gsize length = self->path->len;

  if (length >= self->best_length && strncmp (self->target, self->path->str, length) == 0
      && strchr (".[", self->target[length]) != NULL)
    {
      self->best_length = length;
      self->best_line = self->line;
    }
}

static void walk_value (Locator *self);

static void
walk_array (Locator *self)
{
  gsize length = self->path->len;

  self->at++;
  for (guint i = 0;; i++)
    {
      skip_blanks (self);
      if (*self->at == ']' || *self->at == '\0')
        break;
      g_string_append_printf (self->path, "[%u]", i);
      walk_value (self);
      g_string_truncate (self->path, length);
    }
  if (*self->at == ']')
    self->at++;
}

static void
walk_object (Locator *self)
{
  gsize length = self->path->len;

  self->at++;
  for (;;)
    {
      const char *key;

      skip_blanks (self);
      if (*self->at != '"')
        break;
      key = self->at + 1;
      skip_string (self);
      if (length > 0)
        g_string_append_c (self->path, '.');
      g_string_append_len (self->path, key, self->at - 1 - key);
      skip_blanks (self);
      walk_value (self);
      g_string_truncate (self->path, length);
    }
  if (*self->at == '}')
    self->at++;
}

static void
walk_value (Locator *self)
{
  note_value (self);
  if (*self->at == '{')
    walk_object (self);
  else if (*self->at == '[')
    walk_array (self);
  else if (*self->at == '"')
    skip_string (self);
  else
    while (*self->at != '\0' && strchr (" \t\r\n,]}", *self->at) == NULL)
      self->at++;
}

guint
skh_json_locate (const char *json, const char *path)
{
  g_autoptr (GString) here = g_string_new (NULL);
  Locator self = { .at = json, .line = 1, .target = path, .path = here, .best_line = 1 };

  skip_blanks (&self);
  walk_value (&self);
  return self.best_line;
}
