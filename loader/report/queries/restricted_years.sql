-- What was kept from the public in the last twelve municipal years, the latest first.
select y.municipal_year, y.items, y.restricted_items, round(100 * y.restricted_share)
from minutes.restricted_share_by_year y
where y.body_id = $1
    and y.municipal_year is not null
order by y.municipal_year desc
limit 12
