-- Outcomes of the last twelve municipal years that have any.
select o.municipal_year, o.outcome, o.decisions
from minutes.outcomes_by_year o
where o.body_id = $1
    and o.municipal_year in (
        select y.municipal_year
        from minutes.outcomes_by_year y
        where y.body_id = $1
            and y.municipal_year is not null
        group by y.municipal_year
        order by y.municipal_year desc
        limit 12
    )
order by o.municipal_year, o.outcome
