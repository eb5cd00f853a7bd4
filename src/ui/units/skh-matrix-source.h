/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "skh-grid-source.h"
#include "skh-matrix.h"

G_BEGIN_DECLS

/* SkhMatrixSource: the tasks × units matrix as what a grid view shows. */
#define SKH_TYPE_MATRIX_SOURCE (skh_matrix_source_get_type ())
G_DECLARE_FINAL_TYPE (SkhMatrixSource, skh_matrix_source, SKH, MATRIX_SOURCE, GObject)

SkhMatrixSource *skh_matrix_source_new (void);
/* Takes the matrix; NULL shows nothing. */
void skh_matrix_source_set_matrix (SkhMatrixSource *self, SkhMatrix *matrix);
SkhMatrix *skh_matrix_source_get_matrix (SkhMatrixSource *self);

G_END_DECLS
