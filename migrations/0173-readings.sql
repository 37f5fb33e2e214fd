-- The read models of readings (docs/adr/0037): a letter that was laid before one leader, with a page about it. It is shown where it was laid
-- before them from, and to that leader: not to their office, and never to whom the petition is kept from.

create table reading (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  bureau text not null,
  -- the account of whoever reads, and the organ that they lead
  leader text not null,
  leader_organ text not null,
  stage text not null,
  proposed_on date not null,
  wanted_by date,
  read_on date,
  moved_on date not null,
  instructions integer not null,
  -- the sealed piece that holds the title, masked
  title_ref text not null,
  erased_on date
);
create index reading_of_petition on reading (petition, proposed_on, stream_id);
create index reading_sent on reading (bureau, proposed_on);
create index reading_received on reading (leader_organ, proposed_on);

-- What was instructed: to whom, and who has it.
create table reading_instruction (
  stream_id text not null,
  ref text not null,
  organ text not null,
  given_to text not null,
  due date not null,
  given_on date not null,
  primary key (stream_id, ref)
);

-- What leaders did with it, as the petitioner is told: the day, the organ that they lead, and not a word of it.
create table reading_act (
  stream_id text not null,
  ref text not null,
  petition text not null,
  acted_on date not null,
  organ text not null,
  what text not null,
  primary key (stream_id, ref)
);
create index reading_act_of_petition on reading_act (petition, acted_on);

-- Who opened it, which is no fact: kept so that the petitioner sees who has looked.
create table reading_look (
  stream_id text not null,
  petition text not null,
  organ text not null,
  account text not null,
  looked_on date not null,
  primary key (stream_id, organ, account, looked_on)
);
create index reading_look_of_petition on reading_look (petition, looked_on);

-- Who may see it, and where it lies for them. Every policy below looks here, and this table repeats what they need.
create table reading_party (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('bureau', 'leader')),
  -- null for everybody in the organ
  account text,
  stage text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  withdrawn text[] not null,
  primary key (stream_id, organ, part)
);
create index reading_party_bureau on reading_party (organ, part, stage, day, stream_id);
create index reading_party_leader on reading_party (account, stage, day, stream_id) where account is not null;

-- The one reading that is being written to, named by the program for one transaction.
create function viewer_reading() returns text stable parallel safe
  return nullif(current_setting('xinqiao.reading', true), '');

-- Organs that keep somebody away from what accuses them because they lead one, here or elsewhere: it, those above it, and whatever these
-- carry on, as `viewer_barred_by` does for the organ in which they ask.
create function viewer_leads_under() returns text[] stable parallel safe
begin atomic
  with recursive line (id) as (
    select account_post.organ from account_post join account using (stream_id)
      where account.id = viewer_account() and account.state = 'open' and post in ('head', 'leader')
        and runs_from <= viewer_today() and (runs_until is null or runs_until >= viewer_today())
    union
    select organ.parent from line join organ on organ.id = line.id where organ.parent is not null
  ), barring (id) as (
    select id from line
    union
    select organ.id from barring join organ on organ.state <> 'active' and organ.successors ? barring.id
  )
  select coalesce(array_agg(id), '{}') from barring;
end;

do $$
declare
  name text;
begin
  foreach name in array array['reading', 'reading_instruction', 'reading_act', 'reading_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_reading())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_reading())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_reading())', name);
    if name <> 'reading_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_reading())
        or exists (select from reading_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on reading_party for select to xinqiao_app using (stream_id = (select viewer_reading())
  or (organ = (select viewer_organ())
    and (account is null or account = (select viewer_account()))
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (part = 'bureau' or ((kept_from = '{}' or not kept_from && (select viewer_leads_under()))
      and (select viewer_account()) <> all (withdrawn)))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on reading_party as restrictive for insert to xinqiao_app
  with check (organ <> all (kept_from) and (account is null or (account <> all (officials) and account <> all (withdrawn))));

alter table reading_look enable row level security;
create policy house on reading_look to xinqiao_work using (true) with check (true);
create policy seen on reading_look for select to xinqiao_app
  using (exists (select from reading_party p where p.stream_id = reading_look.stream_id offset 0));
create policy noted on reading_look for insert to xinqiao_app
  with check (exists (select from reading_party p where p.stream_id = reading_look.stream_id offset 0));

-- What it says lies in the tables that all streams share.
create policy reading_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'reading:') or stream_id = (select viewer_reading())
    or exists (select from reading_party p where p.stream_id = event.stream_id offset 0));
create policy reading_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'reading:') or stream_id = viewer_reading());
create policy reading_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'reading:')
    or exists (select from reading_party p where p.stream_id = sealed.stream_id offset 0));
