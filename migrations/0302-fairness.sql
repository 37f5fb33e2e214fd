-- Fairness and discipline (公正与纪律, docs/adr/0069), kept by the consumer `fairness` from facts alone: which organ, what, when and what became of
-- it. Nothing of whoever petitioned, and nothing of which member of the staff it was.

create table fairness_line (
  -- of a petition, a proposal or a report
  stream_id text not null,
  measure text not null,
  item text not null,
  -- whom it is about
  organ text not null,
  day date not null,
  outcome text not null,
  -- from somebody: such a line is in no sum
  is_kept boolean not null,
  primary key (stream_id, measure, item)
);
create index fairness_line_newest on fairness_line (day desc, stream_id desc, measure desc, item desc);
create index fairness_line_of_organ on fairness_line (organ, day desc, stream_id desc, measure desc, item desc);
create index fairness_line_kept on fairness_line (day) where is_kept;

-- Local: sums of the lines that are kept from nobody, in the same transaction.
create table fairness_count (
  organ text not null,
  month text not null,
  measure text not null,
  outcome text not null,
  n integer not null,
  primary key (organ, month, measure, outcome)
);

-- What an organ is and what it looks over; what is kept from somebody only to whom its stream is shown. Of conduct, whoever is shown its stream,
-- wherever they stand, and never the organ that it is about.
alter table fairness_line enable row level security;
create policy seen on fairness_line for select to xinqiao_app using (case
  when measure in ('accountability', 'report') then organ <> (select viewer_organ())
    and exists (select from event e where e.stream_id = fairness_line.stream_id and e.version = 1 offset 0)
  else viewer_looks_over(organ)
    and (not is_kept or exists (select from event e where e.stream_id = fairness_line.stream_id and e.version = 1 offset 0)) end);
create policy house on fairness_line to xinqiao_work using (true) with check (true);

alter table fairness_count enable row level security;
create policy seen on fairness_count for select to xinqiao_app using (viewer_looks_over(organ));
create policy house on fairness_count to xinqiao_work using (true) with check (true);
revoke insert, update, delete on fairness_line, fairness_count from xinqiao_app;
