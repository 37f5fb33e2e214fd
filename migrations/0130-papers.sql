-- Document numbers (文号), by organ, year and class: the read model of src/documents/numbering/. A stream holds a hundred numbers, and the
-- version of a fact in it is the place of its number, so that none is given twice and none is left out.
create table paper_number (
  stream_id text not null,
  number integer not null check (number > 0),
  organ text not null,
  year integer not null,
  number_class text not null,
  -- as it is printed: 青川县信访转〔2026〕7号
  shown text not null,
  -- the paper: a petition, and in it the fact and the kind
  petition text not null,
  paper text not null,
  numbered_on date not null,
  primary key (stream_id, number)
);
create index paper_number_of_petition on paper_number (petition, paper);
create index paper_number_last on paper_number (organ, year, number_class, number desc);

-- A number is seen with the petition whose paper bears it. The streams themselves name many petitions, accusations among them, so they
-- are the house's own: it writes them after the petition has committed, and no page reads them.
alter table paper_number enable row level security;
create policy seen on paper_number for select to xinqiao_app using (
  petition = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = paper_number.petition offset 0)
);
create policy house on paper_number to xinqiao_work using (true) with check (true);
revoke insert, update, delete on paper_number from xinqiao_app;
create policy numbering_kept on event as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'numbering:'));
create policy numbering_written on event as restrictive for insert to xinqiao_app with check (not starts_with(stream_id, 'numbering:'));
