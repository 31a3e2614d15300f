-- Databases of other encodings: texts are converted inside, places count the server's characters.
create database regress_minutes_latin1 encoding 'LATIN1' locale 'C' template template0;
\c regress_minutes_latin1
set client_encoding = 'UTF8';
create extension pg_minutes;
select U&'ABC\00A067/25'::agenda_code, U&'A\00ADBC/67/25'::agenda_code;
select 'ABC/67/25 £'::agenda_code;
select *, substr(body, start_at, length) = matched as placed
from (values ('Café: £5 more for ABC/67/25, and naïve «DE/1/24» · said ÉABC/1/25')) as t (body) cross join agenda_codes(body);
select matched, substr(body, start_at, length) = matched as placed
from (values ('Café owners spoke. AGREED that the café report be noted.')) as t (body) cross join minute_decisions(body);
select '5,9 £'::percent_change;
select classify_restriction('RESTRICTED - café', null) is not null as restricted;
\c regress_minutes
drop database regress_minutes_latin1;

-- a byte that its encoding leaves undefined is no reason to fail
create database regress_minutes_win1252 encoding 'WIN1252' locale 'C' template template0;
\c regress_minutes_win1252
create extension pg_minutes;
select code, start_at, length, substr(body, start_at, length) = matched as placed
from (values (chr(129) || ' ABC/67/25 ' || chr(141) || chr(129) || chr(233) || ' DE/1/24')) as t (body) cross join agenda_codes(body);
select try_agenda_code(chr(129) || 'ABC/1/25') is null as refused;
\c regress_minutes
drop database regress_minutes_win1252;

-- a multi-byte encoding that is not UTF-8
create database regress_minutes_euc_jp encoding 'EUC_JP' locale 'C' template template0;
\c regress_minutes_euc_jp
set client_encoding = 'UTF8';
create extension pg_minutes;
select '１２/25'::agenda_code;
select *, substr(body, start_at, length) = matched as placed
from (values ('会議 ABC/67/25 と ＤＥ／１／２４')) as t (body) cross join agenda_codes(body);
\c regress_minutes
drop database regress_minutes_euc_jp;

-- SQL_ASCII: bytes, read as UTF-8 where they are
create database regress_minutes_ascii encoding 'SQL_ASCII' locale 'C' template template0;
\c regress_minutes_ascii
create extension pg_minutes;
select code, start_at, length, substr(body, start_at, length) = matched as placed
from (values (E'Caf\xC3\xA9 ABC/67/25 \xE9\xFF DE/1/24')) as t (body) cross join agenda_codes(body);
select E'ABC\xC2\xA067/25'::agenda_code;
select try_agenda_code(E'ABC\xA067/25') is null as refused;
select count(*) >= 0 as read from minute_decisions(E'\xFF\xFE AGREED \xE2\x82 that the report be noted.');
\c regress_minutes
drop database regress_minutes_ascii;

-- an encoding that has no way to UTF-8 is read as it is
create database regress_minutes_mule encoding 'MULE_INTERNAL' locale 'C' template template0;
\c regress_minutes_mule
create extension pg_minutes;
select code, start_at, length, substr(body, start_at, length) = matched as placed
from (values ('See ABC/67/25 and DE/1/24')) as t (body) cross join agenda_codes(body);
\c regress_minutes
drop database regress_minutes_mule;
