-- Since when the petitioner sees that somebody comes about their petition (docs/adr/0055). Whoever has the key of that petition sees that row
-- and no other of the visit.

alter table visit_case add column shown_on date;
create policy shown on visit_case for select to xinqiao_app
  using (shown_on is not null and petition = (select viewer_petition()));
