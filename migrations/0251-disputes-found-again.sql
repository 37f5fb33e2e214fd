-- By what a dispute is found again when one of its sides petitions (docs/adr/0045): digests as petitions have them. They are asked by whoever looks
-- over the area of the dispute or has a part in it, and by nobody from whom it is kept.
create policy dispute_seen on blind_index for select to xinqiao_app
  using (starts_with(stream_id, 'dispute:') and exists (select from dispute_line l where l.stream_id = blind_index.stream_id offset 0));
