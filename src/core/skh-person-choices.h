/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-field.h"

G_BEGIN_DECLS

/* What a person is, and whether the standing committee manages them: the same words in
   the register of people and in those that name people. */
extern const SkhChoice skh_person_kinds[6];
extern const SkhChoice skh_person_managed[2];

G_END_DECLS
