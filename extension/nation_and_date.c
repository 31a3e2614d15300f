/*
 * nation_and_date.c - see nation_and_date.h.
 */
#include "postgres.h"
#include "utils/builtins.h"
#include "utils/datetime.h"

#include "compat.h"
#include "nation_and_date.h"

MnNation nation_of(struct varlena *name)
{
    MnNation nation = mn_nation_named((MnText){VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)});

    if (nation == MN_NATIONS) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg("unknown nation: \"%s\"", text_to_cstring(name)),
                        errhint("Use england, wales, scotland or northern-ireland.")));
    }
    return nation;
}

MnDate day_of(DateADT date)
{
    MnDate day = MN_NO_DATE;

    if (DATE_IS_NOEND(date)) {
        return MN_NO_DATE;
    }
    if (!DATE_IS_NOBEGIN(date)) {
        j2date(date + POSTGRES_EPOCH_JDATE, &day.year, &day.month, &day.day);
    }
    return day.year >= 1 ? day : (MnDate){1, 1, 1};
}
