-- The read models of joint conferences (docs/adr/0041): who sits in one, what is brought before it, and its meetings. Who sits there is no
-- secret of anybody's who works in the house. An item is shown to the conference, to whoever brought it and to those who have its papers, and
-- never to whom it is kept from; what is decided on it stands with it, so that a meeting tells nothing of an item.

create table conference_seat (
  stream_id text not null,
  -- s1, s2 … within the conference
  ref text not null,
  conference text not null,
  seat text not null,
  organ text not null,
  -- whoever sits there; null where an organ does as such
  account text,
  runs_from date not null,
  runs_until date,
  primary key (stream_id, ref)
);
create index conference_seat_of_account on conference_seat (account, conference) where account is not null;
create index conference_seat_of_organ on conference_seat (organ, conference);

create table conference_item (
  stream_id text primary key,
  version integer not null,
  conference text not null,
  bringer text not null,
  kind text not null,
  stage text not null,
  -- the meeting on whose agenda it stands
  meeting text,
  -- the sealed piece that holds the title
  title_ref text not null,
  brought_on date not null,
  decided_on date,
  -- of what was decided and is not done, the day that ends first
  next_due date,
  open_tasks integer not null,
  is_declined boolean not null,
  -- somebody is kept from it, so it stands in no minutes that all read
  is_apart boolean not null,
  closed_on date
);
create index conference_item_of_meeting on conference_item (meeting, brought_on, stream_id) where meeting is not null;

-- The petitions that it is about.
create table conference_item_link (
  stream_id text not null,
  petition text not null,
  conference text not null,
  primary key (stream_id, petition)
);
create index conference_item_link_petition on conference_item_link (petition, stream_id);

-- Who may see an item, and where it lies for them. The policies below look here.
create table conference_item_party (
  stream_id text not null,
  organ text not null,
  part text not null,
  -- in an organ that sits there by persons only these; null for everybody in it
  accounts text[],
  shelf text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index conference_item_party_shelf on conference_item_party (organ, shelf, day, stream_id);

create table meeting (
  stream_id text primary key,
  version integer not null,
  conference text not null,
  kind text not null,
  stage text not null,
  day date not null,
  title_ref text not null,
  place_ref text not null,
  opened_on date,
  issued_on date
);
create index meeting_of_conference on meeting (conference, kind, day);

create table meeting_party (
  stream_id text not null,
  organ text not null,
  accounts text[],
  day date not null,
  primary key (stream_id, organ)
);
create index meeting_party_day on meeting_party (organ, day, stream_id);

-- The one stream that is being written to, named by the program for one transaction.
create function viewer_conference_stream() returns text stable parallel safe
  return nullif(current_setting('xinqiao.conference', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['conference_seat', 'conference_item', 'conference_item_link', 'conference_item_party', 'meeting', 'meeting_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_conference_stream())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_conference_stream())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_conference_stream())', name);
  end loop;
  foreach name in array array['conference_item', 'conference_item_link'] loop
    execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_conference_stream())
      or exists (select from conference_item_party p where p.stream_id = %I.stream_id offset 0))', name, name);
  end loop;
end
$$;

create policy seen on conference_seat for select to xinqiao_app using ((select viewer_organ()) is not null);
create policy seen on meeting for select to xinqiao_app using (stream_id = (select viewer_conference_stream())
  or exists (select from meeting_party p where p.stream_id = meeting.stream_id offset 0));
create policy seen on meeting_party for select to xinqiao_app using (stream_id = (select viewer_conference_stream())
  or (organ = (select viewer_organ()) and (accounts is null or accounts && (select viewer_accounts()))));
create policy seen on conference_item_party for select to xinqiao_app using (stream_id = (select viewer_conference_stream())
  or (organ = (select viewer_organ()) and (accounts is null or accounts && (select viewer_accounts()))
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on conference_item_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- Their streams lie in the tables that all share, and are shown there to the same viewers.
create policy conference_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'conference:') or (select viewer_organ()) is not null);
create policy conference_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'conference:') or stream_id = viewer_conference_stream());
create policy item_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'item:') or stream_id = (select viewer_conference_stream())
    or exists (select from conference_item_party p where p.stream_id = event.stream_id offset 0));
create policy item_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'item:') or stream_id = viewer_conference_stream());
create policy item_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'item:')
    or exists (select from conference_item_party p where p.stream_id = sealed.stream_id offset 0));
create policy meeting_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'meeting:') or stream_id = (select viewer_conference_stream())
    or exists (select from meeting_party p where p.stream_id = event.stream_id offset 0));
create policy meeting_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'meeting:') or stream_id = viewer_conference_stream());
create policy meeting_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'meeting:')
    or exists (select from meeting_party p where p.stream_id = sealed.stream_id offset 0));
