/*
 * percent_change.h - a signed percentage change, in percent or in percentage points.
 */
#ifndef MN_PERCENT_CHANGE_H
#define MN_PERCENT_CHANGE_H

#include "text.h"

typedef enum MnUnit { MN_PERCENT = 0, MN_PERCENTAGE_POINTS = 1 } MnUnit;

/* Value x 10^6 twice, plus the unit: one bit pattern a value, ordered by value, then unit. */
typedef int64_t MnPercentChange;

/* The magnitude of a value stays below 10^11, so below 10^17 in millionths. */
#define MN_PERCENT_SCALE INT64_C(1000000)
#define MN_PERCENT_LIMIT (INT64_C(100000000000) * MN_PERCENT_SCALE)

/* Bytes that hold any change as text with its NUL: sign, 11 digits, point, 6 digits, unit. */
#define MN_PERCENT_CHANGE_MAX 24

/* millionths: the value x 10^6; MN_OUT_OF_RANGE where its magnitude is not below the limit. */
MnStatus mn_percent_change_pack(int64_t millionths, MnUnit unit, MnPercentChange *change);

/* The value x 10^6. */
int64_t mn_percent_change_millionths(MnPercentChange change);

MnUnit mn_percent_change_unit(MnPercentChange change);

/* Whether an integer from outside (binary input) is one that pack can give. */
bool mn_percent_change_is_valid(int64_t value);

/*
 * Reads a whole text as one change: "-13.8%", "5.9 %", "-13.8 per cent", "3 percentage points", "+3pp", a
 * bare number (percent), with any minus sign of mn_is_minus. MN_BAD_SYNTAX or MN_OUT_OF_RANGE and *problem
 * (which may be NULL). Digits past the sixth decimal are rounded half away from zero.
 */
MnStatus mn_percent_change_parse(MnText text, MnPercentChange *change, MnProblem *problem);

/* Writes "+5.9%", "-13.8%", "0%", "+3pp" and the NUL; returns the length without it. */
size_t mn_percent_change_format(MnPercentChange change, char out[MN_PERCENT_CHANGE_MAX]);

#endif
