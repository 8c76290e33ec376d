// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

/// Marks what libgisa.so shows; everything else in it is hidden.
#define GISA_EXPORT __attribute__((visibility("default")))
