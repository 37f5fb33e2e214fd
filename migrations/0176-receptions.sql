-- The read models of reception days (docs/adr/0038). A day is seen by the organs at its table, and by everybody from the moment it is public.
-- Who asked for a seat is seen at the table alone, and there by nobody whom it is about; whoever asked is shown their own by its key.

create table reception (
  stream_id text primary key,
  version integer not null,
  -- the organ that arranges it: by where it lies the public calendar is searched
  host text not null,
  stage text not null,
  day date not null,
  begins text not null,
  ends text not null,
  closes_on date,
  seats integer not null,
  kept integer not null,
  is_public boolean not null,
  commitment text,
  secret text,
  seed text,
  drawn_on date,
  changes integer not null,
  place_ref text not null,
  topic_ref text,
  reason_ref text,
  instead text,
  joint text[] not null
);
create index reception_public on reception (day, stream_id) where is_public;
create index reception_host on reception (host, day, stream_id);
-- those whose requests are closed and whose seats are still to be drawn
create index reception_to_draw on reception (closes_on, stream_id) where stage = 'published';

create table reception_leader (
  stream_id text not null,
  account text not null,
  organ text not null,
  standing text not null,
  title_ref text not null,
  day date not null,
  is_held boolean not null,
  is_off boolean not null,
  is_public boolean not null,
  primary key (stream_id, account)
);
create index reception_leader_day on reception_leader (account, day);

-- The order of the draw, and who has which seat: reference numbers that say nothing of anybody.
create table reception_entry (
  stream_id text not null,
  reference text not null,
  place integer not null,
  rank text not null,
  is_first boolean not null,
  seat integer,
  leaving text,
  primary key (stream_id, reference)
);

-- Which organs arrange it or sit at its table.
create table reception_party (
  stream_id text not null,
  organ text not null,
  day date not null,
  primary key (stream_id, organ)
);
create index reception_party_day on reception_party (organ, day, stream_id);

create table booking (
  stream_id text primary key,
  version integer not null,
  reference text not null,
  reception text not null,
  host text not null,
  day date not null,
  way text not null,
  stage text not null,
  need text,
  is_first boolean not null,
  -- how the day stood when the person was last told
  told_changes integer,
  petition text,
  kept_from text[] not null,
  officials text[] not null,
  led text[] not null
);
create index booking_of_day on booking (reception, stream_id);
-- whatever is with a petition goes with it
create index booking_petition on booking (petition, stream_id) where petition is not null;

-- Who may see a booking. Every policy below looks here, and this table repeats what they need.
create table booking_party (
  stream_id text not null,
  organ text not null,
  reception text not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index booking_party_day on booking_party (reception, organ, stream_id);

-- What is kept of the key that whoever asked was shown once.
create table booking_key (
  stream_id text primary key,
  digest bytea not null
);

-- The one reception day or booking that is written to, or whose key is looked at, named by the program for one transaction.
create function viewer_reception() returns text stable parallel safe
  return nullif(current_setting('xinqiao.reception', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['reception', 'reception_leader', 'reception_entry', 'reception_party', 'booking', 'booking_party', 'booking_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_reception())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_reception())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_reception())', name);
  end loop;
end
$$;

create policy seen on reception_party for select to xinqiao_app
  using (stream_id = (select viewer_reception()) or organ = (select viewer_organ()));
create policy seen on reception for select to xinqiao_app using (is_public or stream_id = (select viewer_reception())
  or exists (select from reception_party p where p.stream_id = reception.stream_id offset 0));
create policy seen on reception_leader for select to xinqiao_app using (is_public or stream_id = (select viewer_reception())
  or exists (select from reception_party p where p.stream_id = reception_leader.stream_id offset 0));
-- it has rows only after the draw, which is public
create policy seen on reception_entry for select to xinqiao_app using (true);

create policy seen on booking_party for select to xinqiao_app using (stream_id = (select viewer_reception())
  or (organ = (select viewer_organ())
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));
create policy seen on booking for select to xinqiao_app using (stream_id = (select viewer_reception())
  or exists (select from booking_party p where p.stream_id = booking.stream_id offset 0));
create policy seen on booking_key for select to xinqiao_app using (stream_id = (select viewer_reception()));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on booking_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));
