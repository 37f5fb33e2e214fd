-- Photographs and papers that were recorded on the way lie in the store of files. Their addresses are shown to whoever may see the visit.
create policy visit_seen on file_reference for select to xinqiao_app
  using (starts_with(stream_id, 'visit:') and exists (select from visit_party p where p.stream_id = file_reference.stream_id offset 0));
create policy visit_written on file_reference for insert to xinqiao_app
  with check (starts_with(stream_id, 'visit:') and stream_id = viewer_visit());
