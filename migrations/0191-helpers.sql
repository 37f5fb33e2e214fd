-- Helpers on a roster, and their engagements in one matter each (docs/adr/0042). A roster is read by organs in the area of whoever keeps it;
-- how a helper is reached, by the keeper alone. An engagement is seen by the organ that invited and by the petitioner; the helper sees an
-- extract that the program hands out for a key, and has no session in the database.

create table helper (
  stream_id text primary key,
  version integer not null,
  keeper text not null,
  kind text not null,
  skills text[] not null,
  places text[] not null,
  organ text,
  state text not null,
  until_day date,
  entered_on date not null,
  agreed_on date not null,
  name_ref text not null,
  contact_ref text not null
);
create index helper_keeper on helper (keeper, stream_id);
create index helper_kind on helper (kind, stream_id);

create table engagement (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  inviter text not null,
  helper text not null,
  helper_kind text not null,
  mode text not null,
  stage text not null,
  is_open boolean not null,
  invited_on date not null,
  until_day date not null,
  -- how often something that they did was written down
  helped integer not null,
  kept_from text[] not null,
  officials text[] not null
);
create index engagement_inviter on engagement (inviter, invited_on desc, stream_id);
create index engagement_petition on engagement (petition, stream_id);
create index engagement_ending on engagement (until_day, stream_id) where is_open;
create index engagement_helper on engagement (helper, stream_id) where is_open;

-- What the helper's key is compared with; written beside the fact that it was issued. The last one holds.
create table engagement_key (
  stream_id text primary key,
  digest bytea not null
);

-- The one stream of this room that is being written to, named by the program for one transaction.
create function viewer_helping() returns text stable parallel safe
  return nullif(current_setting('xinqiao.helping', true), '');

-- Whether the viewer's organ lies in the area of another.
create function viewer_lies_in_area_of(keeper text) returns boolean stable parallel safe
  return exists (select from organ own, organ k where own.id = viewer_organ() and k.id = keeper
    and (own.id = k.id or k.region = '00' or starts_with(own.region, k.region)));

do $$
declare
  name text;
begin
  foreach name in array array['helper', 'engagement', 'engagement_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_helping())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_helping())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_helping())', name);
  end loop;
end
$$;
create policy seen on helper for select to xinqiao_app using (stream_id = (select viewer_helping()) or viewer_lies_in_area_of(keeper));
-- Of the organ that invited by whoever sees the petition there: not by somebody who has withdrawn from it.
create policy seen on engagement for select to xinqiao_app using (stream_id = (select viewer_helping())
  or petition = (select viewer_petition())
  or (inviter = (select viewer_organ())
    and exists (select from petition_organ o where o.stream_id = engagement.petition and o.organ = engagement.inviter offset 0)
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));
create policy seen on engagement_key for select to xinqiao_app using (stream_id = (select viewer_helping()));

-- What was written lies in the tables that all streams share.
create policy helper_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'helper:') or stream_id = (select viewer_helping())
    or exists (select from helper h where h.stream_id = event.stream_id offset 0));
create policy helper_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'helper:') or stream_id = viewer_helping());
create policy helper_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'helper:')
    or exists (select from helper h where h.stream_id = sealed.stream_id
      and (sealed.part = 'content' or h.keeper = (select viewer_organ())) offset 0));
create policy engagement_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'engagement:') or stream_id = (select viewer_helping())
    or exists (select from engagement g where g.stream_id = event.stream_id offset 0));
create policy engagement_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'engagement:') or stream_id = viewer_helping());
-- What a helper said is for the organ that invited; the petitioner reads what was asked and what was shown.
create policy engagement_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'engagement:')
    or exists (select from engagement g where g.stream_id = sealed.stream_id
      and (sealed.part = 'content' or g.inviter = (select viewer_organ())) offset 0));
