-- Secondments (选派挂职, docs/adr/0066): who is sent to a bureau, for which term, with which mentor, and when it is evaluated. Seen by whoever leads
-- the organ that sends or the bureau that receives, by the mentor and by the person.

create table secondment (
  stream_id text primary key,
  version integer not null,
  stage text not null,
  home text not null,
  host text not null,
  account text not null,
  mentor text,
  post text not null,
  runs_from date not null,
  runs_until date not null,
  proposed_on date not null,
  evaluations integer not null,
  due date
);
-- Nobody is seconded twice at a time.
create index secondment_account on secondment (account) where stage in ('proposed', 'serving');

-- Clocks that still run.
create table secondment_clock (
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
create index secondment_clock_due on secondment_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index secondment_clock_counted on secondment_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Which organs have a part in it, and where it lies for them.
create table secondment_party (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('home', 'host')),
  shelf text not null,
  day date not null,
  account text not null,
  mentor text,
  primary key (stream_id, organ)
);
create index secondment_party_shelf on secondment_party (organ, shelf, day, stream_id);

-- The one secondment that is being written to, named by the program for one transaction.
create function viewer_secondment() returns text stable parallel safe
  return nullif(current_setting('xinqiao.secondment', true), '');

-- Whether the viewer heads or leads the organ in which they act, or handles for whoever does.
create function viewer_leads() returns boolean stable parallel safe
  return exists (select from account join account_post using (stream_id)
    where account.id = any (viewer_accounts()) and account.state = 'open' and account_post.organ = viewer_organ()
      and post in ('head', 'leader')
      and runs_from <= viewer_today() and (runs_until is null or runs_until >= viewer_today()));

do $$
declare
  name text;
begin
  foreach name in array array['secondment', 'secondment_clock', 'secondment_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_secondment())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_secondment())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_secondment())', name);
    if name <> 'secondment_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_secondment())
        or exists (select from secondment_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on secondment_party for select to xinqiao_app using (stream_id = (select viewer_secondment())
  or (organ = (select viewer_organ())
    and ((select viewer_leads()) or account = (select viewer_account()) or mentor = (select viewer_account()))));

-- What a secondment says lies in the tables that all streams share.
create policy secondment_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'secondment:') or stream_id = (select viewer_secondment())
    or exists (select from secondment_party p where p.stream_id = event.stream_id offset 0));
create policy secondment_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'secondment:') or stream_id = viewer_secondment());
create policy secondment_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'secondment:')
    or exists (select from secondment_party p where p.stream_id = sealed.stream_id offset 0));
