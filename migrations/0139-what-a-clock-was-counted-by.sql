-- What a notice must know of a clock to tell whether its day can move, beside the clock itself: by which calendar it was counted, which
-- days the count looked at (null where it looks at none: a duty counted in plain days, a day that was set), and whose place they are of.
do $$
declare
  name text;
begin
  foreach name in array array['petition_clock', 'report_clock'] loop
    execute format('alter table %I add column counted_by text, add column looks_from date, add column looks_through date, add column place_of text', name);
    -- from the fact that started each, and from the last one that counted it again
    execute format($sql$
      update %I c set counted_by = s.counted_by, place_of = c.organ,
          looks_from = case when s.unit = 'workingDays' then s.starts + 1 when s.unit = 'days' and s.binds = 'petitioner' then s.starts + s.days end,
          looks_through = case when s.unit = 'workingDays' or s.unit = 'days' and s.binds = 'petitioner' then c.last_day end
        from (
          select distinct on (e.stream_id, coalesce(change -> 'clock' ->> 'id', change ->> 'id')) e.stream_id,
            coalesce(change -> 'clock' ->> 'id', change ->> 'id') as clock_id,
            first_value(coalesce(change -> 'clock' ->> 'calendar', change ->> 'calendar')) over newest as counted_by,
            first_value((change -> 'clock' ->> 'from')::date) over oldest as starts,
            first_value(change -> 'clock' ->> 'binds') over oldest as binds,
            first_value(change -> 'clock' -> 'span' ->> 'unit') over oldest as unit,
            first_value((change -> 'clock' -> 'span' ->> 'count')::integer) over oldest as days
          from event e, jsonb_array_elements(e.fact::jsonb #> '{fact,clocks}') as change
          where strpos(e.fact, '"clocks"') > 0 and change ->> 'change' in ('started', 'recounted')
          window newest as (partition by e.stream_id, coalesce(change -> 'clock' ->> 'id', change ->> 'id') order by e.version desc
              rows between unbounded preceding and unbounded following),
            oldest as (partition by e.stream_id, coalesce(change -> 'clock' ->> 'id', change ->> 'id') order by e.version
              rows between unbounded preceding and unbounded following)
        ) s
        where s.stream_id = c.stream_id and s.clock_id = c.clock_id$sql$, name);
  end loop;
  -- a right is counted by the place of the organ that has the petition; a report's by that of whoever hears it
  update petition_clock c set place_of = p.holder from petition p where p.stream_id = c.stream_id and c.place_of is null;
  update report_clock c set place_of = h.organ from report_hearer h where h.stream_id = c.stream_id and c.place_of is null;
  foreach name in array array['petition_clock', 'report_clock'] loop
    execute format('create index %I on %I (counted_by, looks_through, stream_id, clock_id) include (looks_from, place_of) where looks_through is not null',
      name || '_counted', name);
  end loop;
end
$$;

-- Days of a petition that a notice moved: derived from its facts, and seen with it.
create table petition_recount (
  stream_id text not null,
  ref text not null,
  clock_id text not null,
  rule text not null,
  calendar text not null,
  recounted_on date not null,
  from_day date not null,
  to_day date not null,
  primary key (stream_id, ref)
);
create index petition_recount_newest on petition_recount (recounted_on desc, stream_id, ref);
create index petition_recount_calendar on petition_recount (calendar);
alter table petition_recount enable row level security;
create policy seen on petition_recount for select to xinqiao_app using (stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = petition_recount.stream_id offset 0));
create policy written on petition_recount for insert to xinqiao_app with check (stream_id = viewer_petition());
create policy changed on petition_recount for update to xinqiao_app using (stream_id = viewer_petition());
create policy removed on petition_recount for delete to xinqiao_app using (stream_id = viewer_petition());
create policy house on petition_recount to xinqiao_work using (true) with check (true);

-- How far the house has come in counting open clocks again with the notices that it has, and what moved: numbers only, and none of a
-- report made past the office, of which nobody is to know that it is there.
create table recount_run (
  -- the notices, as `cn@1,65@2`
  notices text not null primary key,
  examined bigint not null default 0,
  cases bigint not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);
create table recount_moved (
  -- the calendar by which the days are counted now
  calendar text not null,
  rule text not null,
  from_day date not null,
  to_day date not null,
  clocks bigint not null,
  primary key (calendar, rule, from_day, to_day)
);
grant select on recount_run, recount_moved to xinqiao_app;
revoke insert, update, delete on recount_run, recount_moved from xinqiao_app;
