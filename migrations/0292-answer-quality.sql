-- What answers lack (答复质量, docs/adr/0065), kept by the consumer `answer-quality`: codes and no word of an answer, and nothing of whoever asked.

-- Each answer of an organ: which checks there were of it, and which of them found something.
create table answer_check (
  stream_id text not null,
  document text not null,
  -- who answered, and when
  organ text not null,
  day date not null,
  kind text not null,
  -- of what something could have been found, and of what it was
  checked text[] not null,
  found text[] not null,
  primary key (stream_id, document)
);

-- The same, once for each organ with a part in the petition: what it counts, and may open.
create table answer_line (
  stream_id text not null,
  document text not null,
  -- for whom it is counted
  reader text not null,
  organ text not null,
  day date not null,
  checked text[] not null,
  found text[] not null,
  -- from somebody whom the petition accuses or names, or who withdrew: such a line is in no sum
  is_kept boolean not null,
  primary key (stream_id, document, reader)
);
create index answer_line_newest on answer_line (reader, day desc, stream_id desc, document desc) where found <> '{}';
create index answer_line_kept on answer_line (reader, day) where is_kept;

-- Local: sums of the lines that are kept from nobody, in the same transaction.
create table answer_count (
  reader text not null,
  month text not null,
  organ text not null,
  -- a check; empty for answers in which anything was found, of all that there are
  sought text not null,
  found integer not null,
  looked integer not null,
  primary key (reader, month, organ, sought)
);

-- Of one petition, by whoever sees it.
alter table answer_check enable row level security;
create policy seen on answer_check for select to xinqiao_app using ((select viewer_organ()) is not null
  and exists (select from petition_organ o where o.stream_id = answer_check.stream_id offset 0));
create policy house on answer_check to xinqiao_work using (true) with check (true);

alter table answer_line enable row level security;
create policy seen on answer_line for select to xinqiao_app using (reader = (select viewer_organ())
  and (not is_kept or exists (select from petition_organ o where o.stream_id = answer_line.stream_id offset 0)));
create policy house on answer_line to xinqiao_work using (true) with check (true);

alter table answer_count enable row level security;
create policy seen on answer_count for select to xinqiao_app using (reader = (select viewer_organ()));
create policy house on answer_count to xinqiao_work using (true) with check (true);
revoke insert, update, delete on answer_check, answer_line, answer_count from xinqiao_app;
