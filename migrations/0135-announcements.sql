-- Service by announcement: a read model of the petition room, derived from its facts. Everything in it is public.

create table announcement (
  stream_id text not null,
  document text not null,
  -- who issued the document; what it is, in a word; since when it is announced and from when it counts as served
  organ text not null,
  kind text not null,
  published_on date not null,
  ends_on date not null,
  primary key (stream_id, document)
);
-- the public list, newest first
create index announcement_public on announcement (published_on desc, stream_id desc, document desc);

alter table announcement enable row level security;
create policy seen on announcement for select to xinqiao_app using (true);
create policy written on announcement for insert to xinqiao_app with check (stream_id = viewer_petition());
create policy changed on announcement for update to xinqiao_app using (stream_id = viewer_petition());
create policy removed on announcement for delete to xinqiao_app using (stream_id = viewer_petition());
create policy house on announcement to xinqiao_work using (true) with check (true);
