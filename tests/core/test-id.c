/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "skh-id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000)
#define NOW_MS G_GINT64_CONSTANT (1681547400123) /* 2023-04-15 08:30:00.123 UTC */

static void
test_layout (void)
{
  SkhIdMaker maker;

  skh_id_maker_init (&maker, 0xabc, 0);
  g_assert_cmpint (skh_id_maker_get_last (&maker), ==, 0);
  g_assert_cmpint (skh_id_maker_next (&maker, NOW_MS), ==, 434993784938301116);
  g_assert_cmpint (skh_id_maker_get_last (&maker), ==, 434993784938301116);
  g_assert_cmpint (skh_id_maker_next (&maker, NOW_MS), ==, 434993784938305213);
  g_assert_cmpint (skh_id_maker_next (&maker, NOW_MS + 1), ==, 434993784942496444);
}

static void
test_workbook_bits (void)
{
  SkhIdMaker one, other, masked;

  skh_id_maker_init (&one, 1, 0);
  skh_id_maker_init (&other, 2, 0);
  skh_id_maker_init (&masked, 0xf001, 0);

  gint64 id = skh_id_maker_next (&one, NOW_MS);
  g_assert_cmpint (skh_id_maker_next (&other, NOW_MS), ==, id ^ (1 ^ 2));
  g_assert_cmpint (skh_id_maker_next (&masked, NOW_MS), ==, id);
}

/* Far more ids than fit into the milliseconds the clock goes through. */
static void
test_full_millisecond (void)
{
  SkhIdMaker maker;
  gint64 last = 0;

  skh_id_maker_init (&maker, 0xfff, 0);
  for (int i = 0; i < 10000; i++)
    {
      gint64 id = skh_id_maker_next (&maker, NOW_MS + i / 4000);

      g_assert_cmpint (id, >, last);
      g_assert_cmpint ((id ^ (id >> 12)) & 0xfff, ==, 0xfff);
      last = id;
    }
}

/* SQLite's session puts the rows of an act into as many buckets as there are rows, by the
   low bits of (low ^ low << 3 ^ high) of their keys. */
static void
test_spread (void)
{
  enum
  {
    N_BUCKETS = 1 << 12
  };
  g_autofree guint *buckets = g_new0 (guint, N_BUCKETS);
  SkhIdMaker maker;

  skh_id_maker_init (&maker, 0xabc, 0);
  for (int i = 0; i < N_BUCKETS; i++)
    {
      gint64 id = skh_id_maker_next (&maker, NOW_MS);
      guint32 low = (guint32)id, high = (guint32)(id >> 32);

      buckets[(low ^ low << 3 ^ high) % N_BUCKETS]++;
    }
  for (int i = 0; i < N_BUCKETS; i++)
    g_assert_cmpuint (buckets[i], <=, 4);
}

static void
test_wandering_clock (void)
{
  SkhIdMaker maker;
  gint64 last = 0;

  skh_id_maker_init (&maker, 7, 0);
  for (int i = 0; i < 10000; i++)
    {
      gint64 now = NOW_MS + g_test_rand_int_range (-100000, 100000);
      gint64 id = skh_id_maker_next (&maker, now);

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

/* A clock that was never set, or set to nonsense, must not use up the keys to come. */
static void
test_wrong_clock (void)
{
  static const gint64 clocks[]
    = { G_MININT64,   -1,       0,
        EPOCH_MS - 1, EPOCH_MS, EPOCH_MS + (G_GINT64_CONSTANT (1) << 41),
        G_MAXINT64 };
  SkhIdMaker maker;
  gint64 last = 0;

  skh_id_maker_init (&maker, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      gint64 id = skh_id_maker_next (&maker, clocks[i]);

      g_assert_cmpint (id >> 12, ==, (last >> 12) + 1);
      last = id;
    }
  g_assert_cmpint (skh_id_maker_next (&maker, NOW_MS), ==, 434993784938302464);
}

/* A workbook closed and opened again, on a desk whose clock is behind. */
static void
test_resume (void)
{
  SkhIdMaker first, second;

  skh_id_maker_init (&first, 5, 0);
  skh_id_maker_next (&first, NOW_MS);
  gint64 last = skh_id_maker_next (&first, NOW_MS);

  skh_id_maker_init (&second, 5, last);
  g_assert_cmpint (skh_id_maker_get_last (&second), ==, last);
  g_assert_cmpint (skh_id_maker_next (&second, NOW_MS - 86400000) >> 12, ==,
                   (last >> 12) + 1);

  /* The highest id may have come from another workbook, with higher bits. */
  skh_id_maker_init (&second, 5, last | 0xfff);
  g_assert_cmpint (skh_id_maker_next (&second, NOW_MS), >, last | 0xfff);

  skh_id_maker_init (&second, 5, -1);
  g_assert_cmpint (skh_id_maker_next (&second, 0), >, 0);
}

static void
test_exhausted (void)
{
  SkhIdMaker maker;

  skh_id_maker_init (&maker, 0, G_MAXINT64 - (1 << 12));
  g_assert_cmpint (skh_id_maker_next (&maker, NOW_MS), >, 0);
  g_assert_cmpint (skh_id_maker_next (&maker, NOW_MS), ==, 0);
  g_assert_cmpint (skh_id_maker_next (&maker, NOW_MS), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/layout", test_layout);
  g_test_add_func ("/id/workbook-bits", test_workbook_bits);
  g_test_add_func ("/id/spread", test_spread);
  g_test_add_func ("/id/full-millisecond", test_full_millisecond);
  g_test_add_func ("/id/wandering-clock", test_wandering_clock);
  g_test_add_func ("/id/wrong-clock", test_wrong_clock);
  g_test_add_func ("/id/resume", test_resume);
  g_test_add_func ("/id/exhausted", test_exhausted);

  return g_test_run ();
}
