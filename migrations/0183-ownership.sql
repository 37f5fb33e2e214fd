-- The read models of owned cases (docs/adr/0040). A case is shown to the organs with a part in it (who keeps the list, who decides, who owns
-- it, who handles it) and to whoever has the key of the petition; never to those from whom the petition is kept.

create table ownership (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  stage text not null,
  category text not null,
  place text not null,
  -- the bureau that keeps the list
  keeper text not null,
  owner_organ text,
  owner_account text,
  last_owner_organ text,
  handler_organ text,
  handler_account text,
  grounds text[] not null,
  proposed_on date not null,
  due date,
  ended_on date,
  -- the petitioner asks for another owner, and nobody has decided
  asks_for_another boolean not null,
  has_result boolean not null,
  relapses integer not null
);
create index ownership_owned on ownership (stream_id) where owner_account is not null and stage in ('assigned', 'planned');

-- Clocks that still run.
create table ownership_clock (
  stream_id text not null,
  clock_id text not null,
  rule text not null,
  organ text,
  last_day date not null,
  state text not null,
  is_overdue boolean not null,
  after text not null,
  counted_by text,
  looks_from date,
  looks_through date,
  place_of text,
  primary key (stream_id, clock_id)
);
create index ownership_clock_due on ownership_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index ownership_clock_counted on ownership_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see it, and where it lies for them. Every policy below looks here, and this table repeats what they need.
create table ownership_party (
  stream_id text not null,
  organ text not null,
  petition text not null,
  shelf text not null,
  day date not null,
  owner_account text,
  kept_from text[] not null,
  officials text[] not null,
  -- accounts that have withdrawn from the petition
  recused text[] not null,
  primary key (stream_id, organ)
);
create index ownership_party_shelf on ownership_party (organ, shelf, day, stream_id);
create index ownership_party_mine on ownership_party (owner_account, shelf, day, stream_id) where owner_account is not null;

-- Petitions by the day from which they have been open for long: written when one is registered, and taken out when it was looked at.
create table ownership_look (
  stream_id text primary key,
  day date not null
);
create index ownership_look_due on ownership_look (day, stream_id);

alter table ownership_look enable row level security;
create policy house on ownership_look to xinqiao_work using (true) with check (true);

-- The one case that is being written to, named by the program for one transaction.
create function viewer_ownership() returns text stable parallel safe
  return nullif(current_setting('xinqiao.ownership', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['ownership', 'ownership_clock', 'ownership_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_ownership())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_ownership())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_ownership())', name);
    if name <> 'ownership_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_ownership())
        or exists (select from ownership_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on ownership_party for select to xinqiao_app using (stream_id = (select viewer_ownership())
  or petition = (select viewer_petition())
  or (organ = (select viewer_organ())
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on ownership_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What a case says lies in the tables that all streams share.
create policy ownership_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'ownership:') or stream_id = (select viewer_ownership())
    or exists (select from ownership_party p where p.stream_id = event.stream_id offset 0));
create policy ownership_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'ownership:') or stream_id = viewer_ownership());
create policy ownership_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'ownership:') or exists (select from ownership_party p where p.stream_id = sealed.stream_id offset 0));

-- Views that were signed on paper.
create policy ownership_seen on file_reference for select to xinqiao_app
  using (starts_with(stream_id, 'ownership:') and exists (select from ownership_party p where p.stream_id = file_reference.stream_id offset 0));
create policy ownership_written on file_reference for insert to xinqiao_app with check (stream_id = viewer_ownership());
create policy ownership_removed on file_reference for delete to xinqiao_app using (stream_id = viewer_ownership());
