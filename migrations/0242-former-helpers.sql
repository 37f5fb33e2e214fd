-- Since when a helper is off the roster, and until when the entry is kept (docs/adr/0055).

alter table helper add column ended_on date;
alter table helper add column kept_until date;
alter table helper add column erased_on date;
create index helper_former on helper (stream_id) where state = 'ended' and erased_on is null;

-- those who left before this
update helper set ended_on = (select (e.fact::jsonb -> 'fact' ->> 'on')::date from event e
  where e.stream_id = helper.stream_id and e.type = 'HelperEnded')
  where state = 'ended';
