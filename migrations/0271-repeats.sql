-- By what the same matter is found again (docs/adr/0061): keyed prints of four signs at a time, of which near copies have several in
-- common. Without the key, which lies outside the database, they say nothing; of whoever petitions they hold nothing.

create table repeat_print (
  stream_id text not null,
  print bigint not null,
  registered_on date not null,
  -- of which key
  generation smallint not null,
  primary key (stream_id, print)
);
create index repeat_print_same on repeat_print (print, registered_on desc);

-- Found by whoever has a part in it; of an accusation nobody looks for another like it.
alter table repeat_print enable row level security;
create policy seen on repeat_print for select to xinqiao_app using (
  exists (select from petition_organ o where o.stream_id = repeat_print.stream_id and o.is_part and o.seal <> 'accusation' offset 0));
create policy house on repeat_print to xinqiao_work using (true) with check (true);
revoke insert, update, delete on repeat_print from xinqiao_app;
