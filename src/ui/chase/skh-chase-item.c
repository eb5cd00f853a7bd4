/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-chase-item.h"

struct _SkhChaseItem
{
  GObject parent_instance;

  SkhChaseItem *unit; /* borrowed: it owns its lines */
  GListStore *lines;
  GMenuModel *records;
  char *title, *note;
  guint index, n_chosen;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (SkhChaseItem, skh_chase_item, G_TYPE_OBJECT)

enum
{
  PROP_CHOSEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
skh_chase_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, skh_chase_item_get_chosen (SKH_CHASE_ITEM (object)));
}

static void
skh_chase_item_dispose (GObject *object)
{
  SkhChaseItem *self = SKH_CHASE_ITEM (object);

  for (guint i = 0;
       self->lines != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->lines));
       i++)
    {
      g_autoptr (SkhChaseItem) line
        = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      line->unit = NULL;
    }
  g_clear_object (&self->lines);
  g_clear_object (&self->records);
  G_OBJECT_CLASS (skh_chase_item_parent_class)->dispose (object);
}

static void
skh_chase_item_finalize (GObject *object)
{
  SkhChaseItem *self = SKH_CHASE_ITEM (object);

  g_free (self->title);
  g_free (self->note);
  G_OBJECT_CLASS (skh_chase_item_parent_class)->finalize (object);
}

static void
skh_chase_item_class_init (SkhChaseItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = skh_chase_item_get_property;
  object_class->dispose = skh_chase_item_dispose;
  object_class->finalize = skh_chase_item_finalize;
  properties[PROP_CHOSEN]
    = g_param_spec_uint ("chosen", NULL, NULL, SKH_CHOSEN_NONE, SKH_CHOSEN_WHOLLY,
                         SKH_CHOSEN_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
skh_chase_item_init (SkhChaseItem *self)
{
}

static SkhChaseItem *
new_item (guint index, gint64 id, char *title, char *note)
{
  SkhChaseItem *self = g_object_new (SKH_TYPE_CHASE_ITEM, NULL);

  self->index = index;
  self->id = id;
  self->title = title;
  self->note = note;
  return self;
}

SkhChaseItem *
skh_chase_item_new_unit (guint index, gint64 id, char *title, char *note)
{
  SkhChaseItem *self = new_item (index, id, title, note);

  self->lines = g_list_store_new (SKH_TYPE_CHASE_ITEM);
  return self;
}

void
skh_chase_item_add_line (SkhChaseItem *unit,
                         guint index,
                         gint64 id,
                         char *title,
                         char *note,
                         GMenuModel *records,
                         gboolean is_chosen)
{
  g_autoptr (SkhChaseItem) line = new_item (index, id, title, note);

  line->records = records;
  line->unit = unit;
  line->n_chosen = is_chosen;
  unit->n_chosen += is_chosen;
  g_list_store_append (unit->lines, line);
}

const char *
skh_chase_item_get_title (SkhChaseItem *self)
{
  return self->title;
}

const char *
skh_chase_item_get_note (SkhChaseItem *self)
{
  return self->note;
}

GMenuModel *
skh_chase_item_get_records (SkhChaseItem *self)
{
  return self->records;
}

guint
skh_chase_item_get_index (SkhChaseItem *self)
{
  return self->index;
}

gint64
skh_chase_item_get_id (SkhChaseItem *self)
{
  return self->id;
}

SkhChaseItem *
skh_chase_item_get_unit (SkhChaseItem *self)
{
  return self->unit;
}

GListModel *
skh_chase_item_get_lines (SkhChaseItem *self)
{
  return self->lines != NULL ? G_LIST_MODEL (self->lines) : NULL;
}

SkhChosen
skh_chase_item_get_chosen (SkhChaseItem *self)
{
  guint n
    = self->lines != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->lines)) : 1;

  return self->n_chosen == 0   ? SKH_CHOSEN_NONE
         : self->n_chosen == n ? SKH_CHOSEN_WHOLLY
                               : SKH_CHOSEN_PARTLY;
}

static gboolean
choose_line (SkhChaseItem *line, gboolean is_chosen)
{
  if (line->n_chosen == (guint)is_chosen)
    return FALSE;
  line->n_chosen = is_chosen;
  g_object_notify_by_pspec (G_OBJECT (line), properties[PROP_CHOSEN]);
  return TRUE;
}

static void
choose_unit (SkhChaseItem *unit, gboolean is_chosen)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (unit->lines));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SkhChaseItem) line
        = g_list_model_get_item (G_LIST_MODEL (unit->lines), i);

      choose_line (line, is_chosen);
    }
  unit->n_chosen = is_chosen ? n : 0;
}

/* Of a unit: all its lines. */
void
skh_chase_item_choose (SkhChaseItem *self, gboolean is_chosen)
{
  if (self->lines != NULL)
    choose_unit (self, is_chosen);
  else if (!choose_line (self, is_chosen) || self->unit == NULL)
    return;
  else
    self->unit->n_chosen += is_chosen ? 1 : (guint)-1;
  g_object_notify_by_pspec (G_OBJECT (self->lines != NULL ? self : self->unit),
                            properties[PROP_CHOSEN]);
}
