/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Number formats of spreadsheets (ECMA-376 part 1, 18.8.31), as far as lists use them:
   numbers with decimals, thousands, percent and words around them, days and times. What
   is beyond (fractions, powers of ten) is shown in the general format. Numbers come out
   as Vietnamese is written: a decimal comma, a point between thousands; days as
   15/4/2023. */
#include "skh-number-format.h"

#include "skh-date.h"

#include <math.h>
#include <string.h>

/* 31/12/9999; beyond it and before 0 a number is no day to a spreadsheet. */
#define MAX_SERIAL 2958465.0
#define MAX_SECTIONS 3
#define MAX_DECIMALS 15

typedef struct
{
  GString *prefix, *suffix;
  gboolean has_digits, thousands, percent, general;
  guint min_digits; /* before the comma */
  guint min_decimals, max_decimals;
  guint n_thousands_cut; /* commas at the end: each divides by a thousand */
} Section;

struct _SkhNumberFormat
{
  Section sections[MAX_SECTIONS];
  guint n_sections;
  gboolean has_day, has_month, has_year, has_time;
};

/* — Reading the code — */

typedef struct
{
  SkhNumberFormat *format;
  Section *section;
  gboolean in_decimals;
  guint commas; /* met since the last digit */
  gboolean has_m;
} Reader;

static void
add_literal (Reader *self, const char *text, gssize length)
{
  g_string_append_len (self->section->has_digits ? self->section->suffix
                                                 : self->section->prefix,
                       text, length);
}

static void
add_digit (Reader *self, char c)
{
  Section *section = self->section;

  section->has_digits = TRUE;
  section->thousands |= self->commas > 0 && !self->in_decimals;
  self->commas = 0;
  if (self->in_decimals && section->max_decimals < MAX_DECIMALS)
    {
      section->max_decimals++;
      section->min_decimals += c == '0';
    }
  else if (!self->in_decimals && section->min_digits < MAX_DECIMALS)
    section->min_digits += c == '0';
}

/* "[Red]", "[$₫-42A]", "[h]": a colour or a language is not seen, a currency is. */
static const char *
read_brackets (Reader *self, const char *at)
{
  const char *end = strchr (at, ']');
  gsize length;

  if (end == NULL)
    return at + strlen (at);
  if (at[1] == '$')
    {
      length = strcspn (at + 2, "-]");
      add_literal (self, at + 2, (gssize)length);
    }
  else if (strspn (at + 1, "hHmMsS") == (gsize)(end - at - 1) && end > at + 1)
    self->format->has_time = TRUE;
  return end + 1;
}

static void
start_section (Reader *self)
{
  SkhNumberFormat *format = self->format;

  self->section = &format->sections[format->n_sections++];
  self->section->prefix = g_string_new (NULL);
  self->section->suffix = g_string_new (NULL);
  self->in_decimals = FALSE;
  self->commas = 0;
}

static void
end_section (Reader *self)
{
  self->section->n_thousands_cut = self->section->has_digits ? self->commas : 0;
}

static void
read_sign (Reader *self, char c)
{
  SkhNumberFormat *format = self->format;

  if (strchr ("0#?", c) != NULL)
    add_digit (self, c);
  else if (c == '.')
    self->in_decimals = self->section->has_digits = TRUE;
  else if (c == ',')
    self->commas++;
  else if (c == '%')
    {
      self->section->percent = TRUE;
      add_literal (self, "%", 1);
    }
  else if (strchr ("yYeE", c) != NULL && !self->section->has_digits)
    format->has_year = TRUE;
  else if (strchr ("dD", c) != NULL)
    format->has_day = TRUE;
  else if (strchr ("hHsS", c) != NULL)
    format->has_time = TRUE;
  else if (strchr ("mM", c) != NULL)
    self->has_m = TRUE;
  else if (strchr ("eE/@", c) != NULL)
    self->section->general = TRUE;
  else
    add_literal (self, &c, 1);
}

/* One thing of the code: words in quotes, a letter behind \, a blank as wide as a letter
   behind _, what fills the cell behind *, or a sign. */
static const char *
read_part (Reader *self, const char *at)
{
  const char *next = g_utf8_next_char (at);

  if (*at == '"')
    {
      const char *end = strchr (at + 1, '"');

      end = end != NULL ? end : at + strlen (at);
      add_literal (self, at + 1, end - at - 1);
      return *end != '\0' ? end + 1 : end;
    }
  if (*at == '[')
    return read_brackets (self, at);
  if (strchr ("\\_*", *at) != NULL)
    {
      const char *end = *next != '\0' ? g_utf8_next_char (next) : next;

      if (*at == '\\')
        add_literal (self, next, end - next);
      return end;
    }
  if (next - at > 1)
    add_literal (self, at, next - at);
  else
    read_sign (self, *at);
  return next;
}

static gboolean
is_general (const char *at)
{
  return g_ascii_strncasecmp (at, "General", strlen ("General")) == 0;
}

static void
read_code (Reader *self, const char *code)
{
  start_section (self);
  for (const char *at = code; *at != '\0';)
    if (*at == ';')
      {
        end_section (self);
        if (self->format->n_sections == MAX_SECTIONS)
          return;
        start_section (self);
        at++;
      }
    else if (is_general (at))
      {
        self->section->general = TRUE;
        at += strlen ("General");
      }
    else
      at = read_part (self, at);
  end_section (self);
}

/**
 * skh_number_format_new:
 * @code: as a workbook holds it, with English letters and signs: "#,##0.00", "dd/mm/yyyy"
 *
 * Returns: (transfer full): the format
 */
SkhNumberFormat *
skh_number_format_new (const char *code)
{
  SkhNumberFormat *self = g_new0 (SkhNumberFormat, 1);
  Reader reader = { .format = self };

  read_code (&reader, code);
  /* m is a month, unless only hours or seconds stand beside it. */
  self->has_month = reader.has_m && (self->has_day || self->has_year || !self->has_time);
  self->has_time |= reader.has_m && !self->has_month;
  return self;
}

/**
 * skh_number_format_new_builtin:
 * @id: below 164, where a workbook's own formats begin
 *
 * Returns: (transfer full) (nullable): the format; %NULL for the general one
 */
SkhNumberFormat *
skh_number_format_new_builtin (guint id)
{
  static const struct
  {
    guint first, last;
    const char *code;
  } codes[] = {
    { 1, 1, "0" },          { 2, 2, "0.00" },       { 3, 3, "#,##0" },
    { 4, 4, "#,##0.00" },   { 5, 6, "#,##0" },      { 7, 8, "#,##0.00" },
    { 9, 9, "0%" },         { 10, 10, "0.00%" },    { 14, 16, "d/m/yyyy" },
    { 17, 17, "mmm-yy" },   { 18, 21, "h:mm" },     { 22, 22, "d/m/yyyy h:mm" },
    { 27, 31, "d/m/yyyy" }, { 32, 35, "h:mm" },     { 36, 36, "d/m/yyyy" },
    { 37, 38, "#,##0" },    { 39, 40, "#,##0.00" }, { 41, 42, "#,##0" },
    { 43, 44, "#,##0.00" }, { 45, 47, "h:mm:ss" },  { 50, 58, "d/m/yyyy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (id >= codes[i].first && id <= codes[i].last)
      return skh_number_format_new (codes[i].code);
  return NULL;
}

void
skh_number_format_free (SkhNumberFormat *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      g_string_free (self->sections[i].prefix, TRUE);
      g_string_free (self->sections[i].suffix, TRUE);
    }
  g_free (self);
}

/* — Showing — */

/* 15 digits are what a spreadsheet knows of a number. */
static char *
show_general (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, fabs (value) < 1e15 ? "%.15g" : "%.0f", value);
  return g_strdelimit (g_strdup (text), ".", ',');
}

static void
append_grouped (GString *text, const char *digits, gboolean thousands)
{
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      if (thousands && i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
}

static void
append_decimals (GString *text, const char *decimals, guint min_decimals)
{
  gsize n = strlen (decimals);

  while (n > min_decimals && decimals[n - 1] == '0')
    n--;
  if (n > 0)
    g_string_append_printf (text, ",%.*s", (int)n, decimals);
}

static char *
show_in_section (const Section *section, double value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char format[16], fixed[400];
  char *point;

  value *= section->percent ? 100 : 1;
  for (guint i = 0; i < section->n_thousands_cut; i++)
    value /= 1000;
  /* Half is rounded up as it is written, not as it is held: 2,675 is 2,68. */
  g_snprintf (format, sizeof format, "%%0%u.%uf",
              section->min_digits + section->max_decimals + (section->max_decimals > 0),
              section->max_decimals);
  g_ascii_formatd (fixed, sizeof fixed, format, fabs (value) * (1 + 1e-15));
  point = strchr (fixed, '.');
  if (point != NULL)
    *point++ = '\0';

  if (value < 0
      && strspn (fixed, "0") + strspn (point ? point : "", "0")
           < strlen (fixed) + strlen (point ? point : ""))
    g_string_append_c (text, '-');
  g_string_append (text, section->prefix->str);
  append_grouped (text,
                  section->min_digits == 0 && g_str_equal (fixed, "0") && point != NULL
                    ? ""
                    : fixed,
                  section->thousands);
  if (point != NULL)
    append_decimals (text, point, section->min_decimals);
  g_string_append (text, section->suffix->str);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
show_number (const SkhNumberFormat *self, double value)
{
  guint at = value < 0 && self->n_sections > 1    ? 1
             : value == 0 && self->n_sections > 2 ? 2
                                                  : 0;
  const Section *section = &self->sections[at];

  if (section->general)
    return show_general (value);
  if (!section->has_digits && (section->prefix->len > 0 || at > 0))
    return g_strdup (section->prefix->str);
  if (!section->has_digits)
    return show_general (value);
  return show_in_section (section, at == 1 ? fabs (value) : value);
}

/* Excel believes in 29/2/1900: its day 60. */
static SkhDate
get_day (double serial, gboolean from_1904)
{
  int days = (int)floor (serial);

  if (from_1904)
    return skh_date_new (1904, 1, 1) + days;
  return skh_date_new (1899, 12, days < 60 ? 31 : 30) + days;
}

static void
append_time (GString *text, double serial, gboolean whole_hours)
{
  gint64 seconds = llround ((whole_hours ? serial : serial - floor (serial)) * 86400);

  g_string_append_printf (text, "%02" G_GINT64_FORMAT ":%02d", seconds / 3600,
                          (int)(seconds / 60 % 60));
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02d", (int)(seconds % 60));
}

static char *
show_day (const SkhNumberFormat *self, double serial, gboolean from_1904)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_date = self->has_day || self->has_month || self->has_year;
  SkhDate date;
  int year, month, day;

  /* The last half second of a day is the next one's first. */
  if (serial - floor (serial) > 1 - 0.5 / 86400)
    serial = ceil (serial);
  date = get_day (serial, from_1904);
  skh_date_get_ymd (date, &year, &month, &day);
  if (self->has_day)
    g_string_append_printf (text, "%d/", day);
  if (self->has_day || self->has_month)
    g_string_append_printf (text, "%d/", month);
  if (has_date)
    g_string_append_printf (text, "%d", year);
  if (self->has_time && (!has_date || serial > floor (serial)))
    {
      if (has_date)
        g_string_append_c (text, ' ');
      append_time (text, serial, !has_date);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
skh_number_format_show (const SkhNumberFormat *self, double value, gboolean from_1904)
{
  gboolean is_day
    = self != NULL
      && (self->has_day || self->has_month || self->has_year || self->has_time);

  if (!isfinite (value))
    return g_strdup ("");
  if (is_day && value >= 0 && value <= MAX_SERIAL)
    return show_day (self, value, from_1904);
  return self != NULL && !is_day ? show_number (self, value) : show_general (value);
}
