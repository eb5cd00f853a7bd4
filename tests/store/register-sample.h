/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-register.h"

/* A register with a field of every type, declared as any other, and a register of people
   for it to refer to where none is declared. Before a workbook is opened. */
void register_sample_declare (void);

/* Units and people that samples refer to. */
#define SAMPLE_ID "samples"
