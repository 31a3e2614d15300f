-- agenda_codes(text): codes in running text and where they stand.
select *
from agenda_codes('Minute ABC/67/25 was read with ABC 3/24, and DE/1a/2025. By 12/25 nobody used 24/7 or 25/03195/FUL.');

-- what stands there is what is returned
select bool_and(substr(body, start_at, length) = matched), count(*)
from (values (U&'\2022 Caf\00E9 \2013 ABC\204467/25, \00A3 12; \201CABC/68/25\201D and abc/69/25')) as t (body)
cross join agenda_codes(body);

-- over a line's end only with a prefix in capitals
select code, matched from agenda_codes(E'ABC\n67/25\nand\n12/25');

-- nothing
select count(*) from agenda_codes('');
select count(*) from agenda_codes(null);
select count(*) from agenda_codes('On 12/05/25 the council tax for 2025/26 and 24/7 cover; report ABC/23/12; see CC/23/00600/FUL.');

-- as a column, and beside another table
select agenda_codes('A/1/25 B/2/25');
select t.id, c.ordinal, c.code
from (values (1, 'ABC/1/25'), (2, 'none'), (3, 'ABC/3/25 ABC/2/25')) as t (id, body)
left join lateral agenda_codes(t.body) as c on true
order by t.id, c.ordinal;

-- many of them
select count(*), max(ordinal), max(start_at)
from agenda_codes(repeat('ABC/67/25 ', 20000));
