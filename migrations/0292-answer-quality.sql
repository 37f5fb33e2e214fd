-- What answers lack (答复质量, docs/adr/0065): for each answer of an organ which checks there were of it and which of them found something, kept by
-- the consumer `answer-quality`. It holds codes and no word of the answer, and nothing of whoever asked.

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
create index answer_check_newest on answer_check (day desc, stream_id desc, document desc);

-- Seen by staff who see the petition that it answers, so that each counts what is theirs to open.
alter table answer_check enable row level security;
create policy seen on answer_check for select to xinqiao_app using ((select viewer_organ()) is not null
  and exists (select from petition_organ o where o.stream_id = answer_check.stream_id offset 0));
create policy house on answer_check to xinqiao_work using (true) with check (true);
revoke insert, update, delete on answer_check from xinqiao_app;
