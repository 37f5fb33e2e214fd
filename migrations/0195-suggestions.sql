-- The read models of calls for suggestions (人民建议征集) and of what becomes of suggestions (docs/adr/0043). A call is everybody's to read from
-- the day on which it is published. A suggestion is seen with its petition: whoever may not see that, may not see this.

create table call (
  stream_id text primary key,
  version integer not null,
  organ text not null,
  stage text not null,
  -- sealed pieces
  title_ref text not null,
  text_ref text not null,
  question_refs text[] not null,
  report_ref text,
  from_day date not null,
  until_day date not null,
  places text[] not null,
  answered_by text[] not null,
  drafted_on date not null,
  published_on date,
  closed_on date,
  -- what became of what came in, once it is closed
  received integer,
  wholly integer,
  partly integer,
  not_adopted integer,
  elsewhere integer,
  -- the sealed pieces that everybody reads; none before it is published
  pieces text[] not null
);
create index call_own on call (organ, drafted_on desc, stream_id desc);
create index call_public on call (until_day desc, stream_id desc) where published_on is not null;

create table suggestion (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  -- the call that it answers
  call text,
  received_on date not null,
  stage text not null,
  adoption text,
  answered_on date,
  moved_on date not null,
  -- whether a reward or a text waits for the head
  waits boolean not null,
  -- of the sealed pieces those that the petitioner reads
  told text[] not null
);
create index suggestion_petition on suggestion (petition);
create index suggestion_call on suggestion (call, received_on desc, stream_id desc) where call is not null;
create index suggestion_received on suggestion (received_on desc, stream_id desc);
create index suggestion_waiting on suggestion (received_on desc, stream_id desc) where waits;

-- What changed because of one, as everybody reads it: nothing here leads to whose it was.
create table suggestion_change (
  stream_id text not null,
  ref text not null,
  call text,
  organ text not null,
  title_ref text not null,
  text_ref text not null,
  published_on date not null,
  primary key (stream_id, ref)
);
-- Known in public by the name that was drawn for its title: the stream follows from the number of the petition.
create index suggestion_change_public on suggestion_change (published_on desc, title_ref desc);
create index suggestion_change_call on suggestion_change (call, published_on desc, title_ref desc) where call is not null;

-- The one stream that is being written to, named by the program for one transaction.
create function viewer_call() returns text stable parallel safe
  return nullif(current_setting('xinqiao.call', true), '');
create function viewer_suggestion() returns text stable parallel safe
  return nullif(current_setting('xinqiao.suggestion', true), '');

alter table call enable row level security;
alter table suggestion enable row level security;
alter table suggestion_change enable row level security;
create policy house on call to xinqiao_work using (true) with check (true);
create policy house on suggestion to xinqiao_work using (true) with check (true);
create policy house on suggestion_change to xinqiao_work using (true) with check (true);

create policy seen on call for select to xinqiao_app using (organ = (select viewer_organ()) or published_on is not null);
create policy written on call for insert to xinqiao_app with check (organ = viewer_organ() and stream_id = viewer_call());
create policy changed on call for update to xinqiao_app using (organ = viewer_organ() and stream_id = viewer_call());

-- With a part in its petition or sight of it, and for the petitioner by their key. Whom the petition accuses or names, and who has withdrawn
-- from it, has neither (migrations/0050-row-security.sql).
create policy seen on suggestion for select to xinqiao_app using (petition = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = suggestion.petition offset 0));
create policy written on suggestion for insert to xinqiao_app with check (stream_id = viewer_suggestion());
create policy changed on suggestion for update to xinqiao_app using (stream_id = viewer_suggestion());

create policy seen on suggestion_change for select to xinqiao_app using (true);
create policy written on suggestion_change for insert to xinqiao_app with check (stream_id = viewer_suggestion());
create policy changed on suggestion_change for update to xinqiao_app using (stream_id = viewer_suggestion());
create policy removed on suggestion_change for delete to xinqiao_app using (stream_id = viewer_suggestion());

-- Facts of a call are its organ's: who wrote and who approved is nobody else's to know. Those of a suggestion are seen with it.
create policy call_kept on event as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'call:')
  or exists (select from call c where c.stream_id = event.stream_id and c.organ = viewer_organ() offset 0));
create policy suggestion_kept on event as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'suggestion:')
  or exists (select from suggestion s where s.stream_id = event.stream_id offset 0));
create policy suggestion_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'suggestion:') or stream_id = viewer_suggestion());
create policy call_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'call:') or stream_id = viewer_call());

-- Of the sealed pieces everybody reads what is published, the petitioner what reward was approved, and the rest whoever sees the stream.
create policy call_kept on sealed as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'call:')
  or exists (select from call c where c.stream_id = sealed.stream_id
    and (c.organ = viewer_organ() or sealed.ref = any (c.pieces)) offset 0));
create policy suggestion_kept on sealed as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'suggestion:')
  or exists (select from suggestion_change k where k.stream_id = sealed.stream_id and sealed.ref in (k.title_ref, k.text_ref) offset 0)
  or exists (select from suggestion s where s.stream_id = sealed.stream_id
    and (viewer_organ() is not null or sealed.ref = any (s.told)) offset 0));
