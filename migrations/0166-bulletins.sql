-- The read models of bulletins (src/supervision/bulletins/): circulars, annual reports, and notices to the organisation department
-- (docs/adr/0035). A draft is seen in the organ that writes it and nowhere else; what was issued is seen by whom it went to as well. A notice
-- about cadres is seen by none of those whom it concerns, by none who answers to them, and in no organ that they lead.

create table bulletin (
  stream_id text primary key,
  version integer not null,
  kind text not null,
  tone text,
  year integer,
  organ text not null,
  stage text not null,
  -- the sealed piece that holds the title
  title_ref text not null,
  drafted_on date not null,
  changed_on date not null,
  issued_on date,
  -- the fact that issued it, after which its paper is called
  issued_version integer,
  -- the bulletin that it puts right
  corrects text,
  recipients integer not null,
  received integer not null,
  kept_from text[] not null,
  officials text[] not null
);
create index bulletin_own on bulletin (organ, stage, changed_on desc, stream_id desc);
create index bulletin_of_year on bulletin (organ, year) where year is not null;
create index bulletin_correcting on bulletin (corrects) where corrects is not null;

create table bulletin_recipient (
  stream_id text not null,
  organ text not null,
  kind text not null,
  issued_on date not null,
  received_on date,
  -- the sealed pieces that stand in what was issued: nothing of the drafts before it
  pieces text[] not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index bulletin_to_read on bulletin_recipient (organ, issued_on desc, stream_id desc) where received_on is null;
create index bulletin_read on bulletin_recipient (organ, issued_on desc, stream_id desc) where received_on is not null;

alter table bulletin enable row level security;
alter table bulletin_recipient enable row level security;
create policy house on bulletin to xinqiao_work using (true) with check (true);
create policy house on bulletin_recipient to xinqiao_work using (true) with check (true);

create policy seen on bulletin_recipient for select to xinqiao_app using (
  organ = (select viewer_organ())
  and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
  and (officials = '{}' or not officials && (select viewer_answers_to()))
);
create policy written on bulletin_recipient for insert to xinqiao_app with check (organ <> all (kept_from));
create policy seen on bulletin for select to xinqiao_app using (case
  when organ = (select viewer_organ()) then (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
  else exists (select from bulletin_recipient r where r.stream_id = bulletin.stream_id offset 0) end);
create policy written on bulletin for insert to xinqiao_app with check (organ = viewer_organ());
create policy changed on bulletin for update to xinqiao_app using (organ = viewer_organ()) with check (organ = viewer_organ());

-- Of the facts a recipient sees the one that issued it, and of the sealed pieces those that stand in it.
create policy bulletin_kept on event as restrictive for select to xinqiao_app using (
  not starts_with(stream_id, 'bulletin:')
  or exists (select from bulletin b where b.stream_id = event.stream_id and b.organ = viewer_organ() offset 0)
  or type = 'BulletinIssued' and exists (select from bulletin_recipient r where r.stream_id = event.stream_id offset 0)
);
create policy bulletin_kept on sealed as restrictive for select to xinqiao_app using (
  not starts_with(stream_id, 'bulletin:')
  or exists (select from bulletin b where b.stream_id = sealed.stream_id and b.organ = viewer_organ() offset 0)
  or exists (select from bulletin_recipient r where r.stream_id = sealed.stream_id and sealed.ref = any (r.pieces) offset 0)
);
