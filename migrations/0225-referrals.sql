-- The read models of referrals (法定途径引导, docs/adr/0050): another way of the law of which a petitioner was told, followed to its end. It is
-- shown to the organ that told them, to whoever has the petition and is not complained of in it, to the organ that they went to where they let
-- it, and to whoever has the key of the petition; never to those from whom the petition is kept.

create table referral (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  person text not null,
  way text not null,
  stage text not null,
  guide text not null,
  to_organ text,
  to_name_ref text,
  explained_on date not null,
  moved_on date not null,
  outcome text,
  -- the limit that ends first
  next_rule text,
  next_day date,
  next_binds text,
  next_is_overdue boolean not null,
  is_erased boolean not null
);
create index referral_petition on referral (petition, explained_on, stream_id);
create index referral_guide on referral (guide, stream_id) where stage <> 'closed';
create index referral_body on referral (to_organ, stream_id) where stage <> 'closed' and to_organ is not null;

-- Clocks that still run.
create table referral_clock (
  stream_id text not null,
  clock_id text not null,
  rule text not null,
  organ text,
  last_day date not null,
  state text not null,
  is_overdue boolean not null,
  after text not null,
  -- when the petitioner is to be reminded; null once they were, and for what binds others
  remind_on date,
  counted_by text,
  looks_from date,
  looks_through date,
  place_of text,
  primary key (stream_id, clock_id)
);
create index referral_clock_due on referral_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index referral_clock_remind on referral_clock (remind_on, stream_id, clock_id) where remind_on is not null;
create index referral_clock_counted on referral_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see a referral without having the petition, and where it lies for them. Every policy below looks here.
create table referral_party (
  stream_id text not null,
  organ text not null,
  petition text not null,
  shelf text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  -- accounts that have withdrawn from the petition
  recused text[] not null,
  -- organs that the petition complains of: they see it only if they are a party themselves
  about text[] not null,
  primary key (stream_id, organ)
);
create index referral_party_shelf on referral_party (organ, shelf, day, stream_id);
create index referral_party_petition on referral_party (petition, stream_id);

-- The one referral that is being written to, named by the program for one transaction.
create function viewer_referral() returns text stable parallel safe
  return nullif(current_setting('xinqiao.referral', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['referral', 'referral_clock', 'referral_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_referral())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_referral())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_referral())', name);
    if name <> 'referral_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_referral())
        or exists (select from referral_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

-- Whoever has the petition sees who was told of what; which petitions these are the petition's own policies say.
create policy seen on referral_party for select to xinqiao_app using (stream_id = (select viewer_referral())
  or petition = (select viewer_petition())
  or ((select viewer_organ()) is not null
    and (organ = (select viewer_organ())
      or not about @> array[(select viewer_organ())]
        and exists (select from petition_organ o
          where o.stream_id = referral_party.petition and o.organ = (select viewer_organ()) and o.seal <> 'accusation' offset 0))
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on referral_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What a referral says lies in the tables that all streams share.
create policy referral_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'referral:') or stream_id = (select viewer_referral())
    or exists (select from referral_party p where p.stream_id = event.stream_id offset 0));
create policy referral_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'referral:') or stream_id = viewer_referral());
create policy referral_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'referral:') or exists (select from referral_party p where p.stream_id = sealed.stream_id offset 0));

-- Receipts and decisions that were shown.
create policy referral_seen on file_reference for select to xinqiao_app
  using (starts_with(stream_id, 'referral:') and exists (select from referral_party p where p.stream_id = file_reference.stream_id offset 0));
create policy referral_written on file_reference for insert to xinqiao_app
  with check (starts_with(stream_id, 'referral:') and stream_id = viewer_referral());
create policy referral_removed on file_reference for delete to xinqiao_app using (stream_id = viewer_referral());
