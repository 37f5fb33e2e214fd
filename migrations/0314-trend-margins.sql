-- Counts of structure and trend summed by one dimension at a time (docs/adr/0062): a year has as many counts as petitions, and as many margins
-- as there are values. Local: kept with the counts, in the same transaction (src/insight/trends/margins.ts).

create table trend_margin (
  organ text not null,
  -- by what matters are told apart; `whole` for all together
  dimension text not null,
  month text not null,
  -- six digits of the place, or as many as it has
  county text not null,
  value text not null,
  -- matters; of `complained` mentions
  n integer not null,
  -- how many of them came again, were answered, were supported, and are unfinished
  again integer not null,
  answered integer not null,
  supported integer not null,
  unfinished integer not null,
  primary key (organ, dimension, month, county, value)
);

insert into trend_margin
select organ, dimension, month, left(place, 6), value, sum(measure),
  sum(case when is_again then measure else 0 end),
  sum(case when outcome in ('supported', 'explained', 'notSupported', 'mixed') then measure else 0 end),
  sum(case when outcome = 'supported' then measure else 0 end),
  sum(case when stage in ('closed', 'finalised', 'declined', 'directed', 'withdrawn', 'settled') then 0 else measure end)
from (select organ, month, place, outcome, stage, is_again, dimension, value, case dimension when 'complained' then mentions else n end as measure
    from trend_count cross join lateral (values ('whole', ''), ('category', split_part(category, '.', 1)), ('place', place),
      ('complained', complained), ('channel', channel), ('class', class), ('outcome', outcome), ('stage', stage),
      ('again', case when is_again then 'true' else 'false' end), ('circle', circle)) as told (dimension, value)) as counted
where measure <> 0
group by organ, dimension, month, left(place, 6), value;

alter table trend_margin enable row level security;
create policy seen on trend_margin for select to xinqiao_app using (organ = (select viewer_organ())
  or organ = '' and county >= (select viewer_place()) and county < (select viewer_place()) || ':');
create policy house on trend_margin to xinqiao_work using (true) with check (true);
revoke insert, update, delete on trend_margin from xinqiao_app;
