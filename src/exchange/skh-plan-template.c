/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plan templates: JSON that says a plan by rule, so that it can be moved to any year. The
   format is written down in data/templates/README.md. */
#include "skh-plan-template.h"

#include "skh-template-reader.h"
#include "skh-templates-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define TEMPLATE_PREFIX "/io/github/sokehoach/SoKeHoach/templates/"

G_DEFINE_QUARK (skh - template - error - quark, skh_template_error)

static gboolean
is_year (int year)
{
  return year >= SKH_TEMPLATE_MIN_YEAR && year <= SKH_TEMPLATE_MAX_YEAR;
}

static gboolean
choose_year (SkhTemplateReader *self, const SkhTemplatePlace *root)
{
  int own_year = skh_template_get_int (self, root, "year", 0);

  if (!is_year (own_year))
    skh_template_fault (self, "", "year", _ ("must be a year from %d to %d."),
                        SKH_TEMPLATE_MIN_YEAR, SKH_TEMPLATE_MAX_YEAR);
  if (self->year == 0)
    self->year = own_year;
  if (self->fault == NULL && !is_year (self->year))
    self->fault
      = g_error_new (SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                     _ (
                       "A plan can't be made for the year %d; choose one from %d to %d."),
                     self->year, SKH_TEMPLATE_MIN_YEAR, SKH_TEMPLATE_MAX_YEAR);
  self->draft->year = self->year;
  return self->fault == NULL;
}

static json_t *
parse (const char *text, const char *name, GError **error)
{
  json_error_t fault;
  json_t *root = json_loads (text, JSON_REJECT_DUPLICATES, &fault);

  if (root == NULL)
    g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                 _ ("“%s”, line %d: the text is no JSON here (%s). Correct it."), name,
                 fault.line, fault.text);
  return root;
}

/**
 * skh_plan_template_read_text:
 * @name: of the file, for messages
 * @year: the year to move the plan to, 0 for the template's own
 *
 * Returns: (transfer full): the plan, or %NULL with a fault that names line and field
 */
SkhPlanDraft *
skh_plan_template_read_text (const char *text, const char *name, int year, GError **error)
{
  SkhTemplateReader self = { .text = text, .name = name, .year = year };
  SkhTemplatePlace root = { .path = "" };
  json_t *json = parse (text, name, error);

  if (json == NULL)
    return NULL;
  self.draft = skh_plan_draft_new ();
  root.object = json;
  if (!json_is_object (json))
    skh_template_fault (&self, "", NULL, _ ("must be an object, in { }."));
  else if (choose_year (&self, &root))
    {
      skh_template_read_plan (&self, &root);
      skh_template_check_references (&self);
      skh_template_check_figures (&self);
    }
  json_decref (json);

  if (self.fault == NULL)
    return self.draft;
  skh_plan_draft_free (self.draft);
  g_propagate_error (error, self.fault);
  return NULL;
}

/* Notepad puts one before UTF-8 text. */
static const char *
skip_byte_order_mark (const char *text)
{
  return g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
}

/**
 * skh_plan_template_read_file:
 * @path: of an office's own template
 * @year: the year to move the plan to, 0 for the template's own
 *
 * Returns: (transfer full): the plan, or %NULL with a fault that names line and field
 */
SkhPlanDraft *
skh_plan_template_read_file (const char *path, int year, GError **error)
{
  g_autofree char *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    {
      g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND,
                   _ ("The template “%s” can't be read. Check the name and the folder."),
                   path);
      return NULL;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_BAD,
                   _ ("“%s” is not UTF-8 text. Save it as UTF-8."), path);
      return NULL;
    }
  return skh_plan_template_read_text (skip_byte_order_mark (text), path, year, error);
}

static GBytes *
load_builtin (const char *id)
{
  g_autofree char *path = g_strconcat (TEMPLATE_PREFIX, id, ".json", NULL);

  g_resources_register (skh_templates_get_resource ());
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * skh_plan_template_read_builtin:
 * @id: as skh_plan_template_list() gives it
 * @year: the year to move the plan to, 0 for the template's own
 *
 * Returns: (transfer full): the plan, or %NULL when there is no such template or no such
 *   year
 */
SkhPlanDraft *
skh_plan_template_read_builtin (const char *id, int year, GError **error)
{
  g_autoptr (GBytes) bytes = strchr (id, '/') == NULL ? load_builtin (id) : NULL;

  if (bytes == NULL)
    {
      g_set_error (error, SKH_TEMPLATE_ERROR, SKH_TEMPLATE_ERROR_NOT_FOUND,
                   _ ("There is no template “%s”. “templates” lists those there are."),
                   id);
      return NULL;
    }
  return skh_plan_template_read_text (g_bytes_get_data (bytes, NULL), id, year, error);
}

void
skh_template_info_free (SkhTemplateInfo *info)
{
  g_free (info->id);
  g_free (info->title);
  g_free (info);
}

/* What a list says of a template is in its head; the plan need not be read for it. */
static SkhTemplateInfo *
read_info (const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = load_builtin (id);
  json_t *root = parse (g_bytes_get_data (bytes, NULL), id, error);
  SkhTemplateInfo *info;
  const char *name;

  if (root == NULL)
    return NULL;
  name = json_string_value (json_object_get (root, "name"));
  if (name == NULL)
    name = json_string_value (json_object_get (root, "title"));
  info = g_new0 (SkhTemplateInfo, 1);
  info->id = g_strdup (id);
  info->year = (int)json_integer_value (json_object_get (root, "year"));
  info->title = skh_template_expand (name, info->year);
  json_decref (root);
  return info;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * skh_plan_template_list:
 *
 * Returns: (transfer full) (element-type SkhTemplateInfo): the built-in templates, by id
 */
GPtrArray *
skh_plan_template_list (GError **error)
{
  g_autoptr (GPtrArray) infos
    = g_ptr_array_new_with_free_func ((GDestroyNotify)skh_template_info_free);
  g_auto (GStrv) names = NULL;

  g_resources_register (skh_templates_get_resource ());
  names = g_resources_enumerate_children (TEMPLATE_PREFIX, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                          error);
  if (names == NULL)
    return NULL;
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (names[i], strlen (names[i]) - strlen (".json"));
      SkhTemplateInfo *info = read_info (id, error);

      if (info == NULL)
        return NULL;
      g_ptr_array_add (infos, info);
    }
  return g_steal_pointer (&infos);
}
