-- Keyed prints of answers, by which an answer is known again that an organ gives to everybody (docs/adr/0031). Made where the answer can be
-- read, kept for a year; without the key, which lies outside the database, they say nothing, and they hold nothing of who asked.
create table answer_print (
  stream_id text not null,
  -- the document, and the claim that it answers: d2, c1; empty where one answer is for all
  document text not null,
  claim text not null,
  -- of a band of it: two answers that are nearly the same have two or more in common
  print bytea not null,
  -- whose answer it is, and the day of it
  organ text not null,
  answered_on date not null,
  -- of what was asked: to say the same to the same claim is no boiler-plate
  about bytea[] not null,
  primary key (stream_id, document, claim, print)
);
create index answer_print_same on answer_print (organ, print, answered_on desc);
create index answer_print_day on answer_print (answered_on);

-- The house's own work alone: no page reads them, whoever looks.
alter table answer_print enable row level security;
create policy house on answer_print to xinqiao_work using (true) with check (true);
revoke all on answer_print from xinqiao_app;
