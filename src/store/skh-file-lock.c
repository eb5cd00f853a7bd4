/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-file-lock.h"

#include "skh-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SkhFileLock
{
  int fd;
  char *path;
};

/* Hidden, and named as office programs name theirs. */
static char *
get_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock_name = g_strconcat (".~lock.", name, "#", NULL);

  return g_build_filename (folder, lock_name, NULL);
}

/* The last owner unlinks the file: a lock on a file that is no longer there is none. */
static gboolean
is_still_there (int fd, const char *path)
{
  struct stat held, named;

  return fstat (fd, &held) == 0 && stat (path, &named) == 0 && held.st_ino == named.st_ino
         && held.st_dev == named.st_dev;
}

static void
write_owner (int fd)
{
  g_autofree char *owner
    = g_strdup_printf ("%s@%s\n", g_get_user_name (), g_get_host_name ());

  /* For people to read only: without it the lock holds all the same. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, owner, strlen (owner), 0) < 0)
    g_debug ("lock file: %s", g_strerror (errno));
}

static char *
read_owner (int fd)
{
  char owner[256];
  gssize n = pread (fd, owner, sizeof owner - 1, 0);

  owner[MAX (n, 0)] = '\0';
  g_strstrip (owner);
  return owner[0] != '\0' && g_utf8_validate (owner, -1, NULL) ? g_strdup (owner) : NULL;
}

static void
set_busy (const char *path, int fd, GError **error)
{
  g_autofree char *owner = read_owner (fd);

  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_BUSY,
               _ ("“%s” is open in another program (%s). Close it there to change it "
                  "here."),
               path, owner != NULL ? owner : _ ("unknown"));
}

static void
set_open_error (const char *path, GError **error)
{
  g_set_error (error, SKH_STORE_ERROR, SKH_STORE_ERROR_READ_ONLY,
               _ (
                 "“%s” is in a folder that can't be written (%s). Copy it to a folder of "
                 "your own to change it."),
               path, g_strerror (errno));
}

SkhFileLock *
skh_file_lock_acquire (const char *path, GError **error)
{
  g_autofree char *lock_path = get_lock_path (path);

  for (;;)
    {
      int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

      if (fd < 0)
        {
          set_open_error (path, error);
          return NULL;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          set_busy (path, fd, error);
          close (fd);
          return NULL;
        }
      if (is_still_there (fd, lock_path))
        {
          SkhFileLock *self = g_new0 (SkhFileLock, 1);

          write_owner (fd);
          self->fd = fd;
          self->path = g_steal_pointer (&lock_path);
          return self;
        }
      close (fd);
    }
}

void
skh_file_lock_release (SkhFileLock *self)
{
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
