-- agenda_code: input, output, parts, errors. Runs in a database that has never seen the loader.
-- every spelling of one code
select input, input::agenda_code
from unnest(array[
    'ABC/67/25', 'abc/067/2025', ' ABC / 67 / 25 ', 'ABC 67/25', E'ABC\n67/25', U&'ABC\00A067/25', U&'\FF21\FF22\FF23\FF0F67\204425',
    U&'A\200BBC/6\00AD7/25', U&'\FEFFABC\29F867\221525'
]) as input;

-- suffixes, no prefix, both ends of the range
select code::agenda_code from unnest(array['12a/25', 'A/1/00', 'zzzzzzzz/9999z/2099', '1/00', 'ABC/2021/22', '2021/23']) as code;

-- parts
select
    code,
    agenda_code_prefix(code) as prefix,
    agenda_code_number(code) as number,
    agenda_code_suffix(code) as suffix,
    agenda_code_year(code) as year,
    agenda_code_municipal_year(code) as municipal_year
from unnest('{ABC/67/25,ABC/67A/99,7/00,zzzzzzzz/9999z/2099}'::agenda_code[]) as code;

-- from parts
select make_agenda_code('abc', 67, 2025), make_agenda_code('', 67, 2025, 'b'), make_agenda_code(null, 1, 2000, '');
select make_agenda_code('abc', null, 2025) is null as no_number, make_agenda_code('abc', 1, null) is null as no_year;
select make_agenda_code('abcdefghi', 1, 2025);
select make_agenda_code('a1', 1, 2025);
select make_agenda_code(U&'\00C9', 1, 2025);
select make_agenda_code('a', 0, 2025);
select make_agenda_code('a', -1, 2025);
select make_agenda_code('a', 10000, 2025);
select make_agenda_code('a', 1, 25);
select make_agenda_code('a', 1, 2100);
select make_agenda_code('a', 1, 2025, 'AB');
select make_agenda_code('a', 1, 2025, '1');
select make_agenda_code(null, 2021, 2022);

-- what is none, and why
select ''::agenda_code;
select 'ABC'::agenda_code;
select 'ABC/67'::agenda_code;
select 'ABC67/25'::agenda_code;
select 'ABCDEFGHI/1/25'::agenda_code;
select 'A.B/1/25'::agenda_code;
select 'ABC//1/25'::agenda_code;
select 'ABC/1//25'::agenda_code;
select 'ABC/0/25'::agenda_code;
select 'ABC/12345/25'::agenda_code;
select 'ABC/1 2/25'::agenda_code;
select 'ABC/1AB/25'::agenda_code;
select 'ABC-1-25'::agenda_code;
select 'ABC/1\25'::agenda_code;
select 'ABC/1/1999'::agenda_code;
select 'ABC/1/2100'::agenda_code;
select 'ABC/1/5'::agenda_code;
select 'ABC/1/025'::agenda_code;
select 'ABC/1/25/3'::agenda_code;
select 'ABC/1/25.'::agenda_code;
select 'CC/23/00600/FUL'::agenda_code;
select '2021/22'::agenda_code;
select '24/7'::agenda_code;
select U&'\0410/1/25'::agenda_code;
\set VERBOSITY sqlstate
select 'ABC/0/25'::agenda_code;
select make_agenda_code('a', 0, 2025);
\set VERBOSITY default

-- the same without an error
select input, try_agenda_code(input)
from unnest(array['ABC/67/25', ' abc 67a/2025', '2021/22', 'ABC/67/25.', '', null]) as input;

-- casts to text are explicit only; so is reading
select 'abc/1/25'::agenda_code::text, 'abc/1/25'::text::agenda_code;
select 'abc/1/25'::agenda_code || 'x'::text;
create temporary table t (body text, code agenda_code);
insert into t (body) values ('ABC/1/25'::agenda_code);
insert into t (code) values ('ABC/1/25'::text);

-- binary form: prefix, year, number and suffix as one integer
select agenda_code_send('1/00'), agenda_code_send('A/1/00'), agenda_code_send('ZZZZZZZZ/9999Z/99');

-- gaps
select agenda_code_gaps('{ABC/1/25,ABC/4/25,ABC/6A/25,ABC/6/25,ABC/9/24,DE/2/25,DE/2/25,NULL}');
select count(*) from agenda_code_gaps('{}');
select count(*) from agenda_code_gaps(null);
select count(*), min(gap), max(gap) from agenda_code_gaps('{A/1/25,A/9999/25}') as gap;
select agenda_code_gaps('{2020/22,2022/22}');
select * from agenda_code_gaps('{{A/1/25,A/3/25},{B/1/25,B/3/25}}');
