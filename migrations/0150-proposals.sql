-- The read models of the three proposals (docs/adr/0032). A proposal is shown to the bureau that makes it and, from the day it is issued, to
-- its recipients; never to whoever it is kept from. One that holds somebody to account is shown only to the head and the supervisors of these,
-- and in a discipline body to whoever handles matters there; and what it says only to those who have said that day why they read it.

create table proposal (
  stream_id text primary key,
  version integer not null,
  kind text not null,
  -- the bureau that makes it
  bureau text not null,
  stage text not null,
  drafted_on date not null,
  issued_on date,
  closed_on date
);

-- How far each recipient has come, from the day it was issued.
create table proposal_recipient (
  stream_id text not null,
  organ text not null,
  bureau text not null,
  kind text not null,
  issued_on date not null,
  is_withdrawn boolean not null,
  standing text not null,
  adoption text,
  answered_on date,
  measures integer not null,
  effect text,
  next_rule text,
  next_day date,
  next_is_overdue boolean not null,
  primary key (stream_id, organ)
);
create index proposal_recipient_year on proposal_recipient (bureau, issued_on);

-- The petitions that it is drawn from.
create table proposal_link (
  stream_id text not null,
  petition text not null,
  bureau text not null,
  primary key (stream_id, petition)
);
create index proposal_link_petition on proposal_link (petition, bureau, stream_id);

-- Clocks that still run.
create table proposal_clock (
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
create index proposal_clock_due on proposal_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index proposal_clock_counted on proposal_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see a proposal, and where it lies for them. Every policy below looks here, and this table repeats what they need.
create table proposal_party (
  stream_id text not null,
  organ text not null,
  part text not null,
  shelf text not null,
  day date not null,
  is_sealed boolean not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index proposal_party_shelf on proposal_party (organ, part, shelf, day, stream_id);

-- The one proposal that is being written to, named by the program for one transaction.
create function viewer_proposal() returns text stable parallel safe
  return nullif(current_setting('xinqiao.proposal', true), '');

-- Whether the viewer may read what is proposed against somebody: head or supervisor of the organ, or handling in a discipline body; and
-- whoever has their handling while they are away.
create function viewer_is_entrusted() returns boolean stable parallel safe
  return exists (
    select from account_post join account using (stream_id)
    where account.id = any (viewer_accounts()) and account.state = 'open' and account_post.organ = viewer_organ()
      and runs_from <= viewer_today() and (runs_until is null or runs_until >= viewer_today())
      and (post in ('head', 'supervisor')
        or post = 'clerk' and exists (select from organ where id = viewer_organ() and kind = 'discipline')));

-- Whether the viewer has said that day why they read it, or has begun it that day; by facts that the program names.
create function viewer_has_opened_proposal(stream text) returns boolean stable parallel safe
  return exists (select from event e
    where e.stream_id = stream and e.version = any (viewer_openings()) and e.type in ('ProposalOpened', 'ProposalDrafted')
      and e.fact::jsonb #>> '{by,account}' = viewer_account() and (e.fact::jsonb ->> 'on')::date = viewer_today());

do $$
declare
  name text;
begin
  foreach name in array array['proposal', 'proposal_recipient', 'proposal_link', 'proposal_clock', 'proposal_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_proposal())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_proposal())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_proposal())', name);
    if name <> 'proposal_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_proposal())
        or exists (select from proposal_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on proposal_party for select to xinqiao_app using (stream_id = (select viewer_proposal())
  or (organ = (select viewer_organ())
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (not is_sealed or (select viewer_is_entrusted()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on proposal_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));
