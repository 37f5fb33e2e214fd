-- The roster of mediators and their committees (docs/adr/0049). Staff of the area, above it or below it, reads the roster; how a mediator is
-- reached, what was held against them and why they left, whoever keeps the entry alone. A party to a mediation has no rows here: the program
-- shows whoever chooses the few who can be chosen.

create table mediator (
  stream_id text primary key,
  version integer not null,
  keeper text not null,
  kind text not null,
  role text,
  committee text,
  skills text[] not null,
  languages text[] not null,
  places text[] not null,
  organ text,
  account text,
  state text not null,
  from_day date not null,
  until_day date,
  entered_on date not null,
  trained_on date,
  name_ref text not null,
  contact_ref text not null
);
create index mediator_keeper on mediator (keeper, stream_id);
create index mediator_committee on mediator (committee, stream_id) where committee is not null;
create index mediator_state on mediator (state, stream_id);

create table committee (
  stream_id text primary key,
  version integer not null,
  keeper text not null,
  kind text not null,
  region text not null,
  is_multi_ethnic boolean not null,
  state text not null,
  founded_on date not null,
  elected_on date,
  elected_until date,
  elected_by text,
  members integer,
  women integer,
  minority integer,
  name_ref text not null
);
create index committee_keeper on committee (keeper, stream_id);
create index committee_region on committee (region text_pattern_ops, stream_id);

-- The one stream of this room that is being written to, named by the program for one transaction.
create function viewer_roster() returns text stable parallel safe
  return nullif(current_setting('xinqiao.roster', true), '');

-- Whether one of two organs lies in the area of the other: the viewer's and whoever keeps an entry.
create function viewer_shares_area_with(keeper text) returns boolean stable parallel safe
  return exists (select from organ own, organ k where own.id = viewer_organ() and k.id = keeper
    and (own.region = '00' or k.region = '00' or starts_with(own.region, k.region) or starts_with(k.region, own.region)));

do $$
declare
  name text;
begin
  foreach name in array array['mediator', 'committee'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_roster()) or viewer_shares_area_with(keeper))', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_roster())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_roster())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_roster())', name);
  end loop;
end
$$;

-- Facts say what was held against somebody: for whoever keeps the entry. The name is for everybody who sees it, the rest for its keeper.
create policy mediator_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'mediator:') or stream_id = (select viewer_roster())
    or exists (select from mediator m where m.stream_id = event.stream_id and m.keeper = (select viewer_organ()) offset 0));
create policy mediator_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'mediator:') or stream_id = viewer_roster());
create policy mediator_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'mediator:')
    or exists (select from mediator m where m.stream_id = sealed.stream_id
      and (sealed.ref = m.name_ref or m.keeper = (select viewer_organ())) offset 0));
create policy committee_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'committee:') or stream_id = (select viewer_roster())
    or exists (select from committee c where c.stream_id = event.stream_id and c.keeper = (select viewer_organ()) offset 0));
create policy committee_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'committee:') or stream_id = viewer_roster());
create policy committee_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'committee:')
    or exists (select from committee c where c.stream_id = sealed.stream_id
      and (sealed.ref = c.name_ref or c.keeper = (select viewer_organ())) offset 0));
