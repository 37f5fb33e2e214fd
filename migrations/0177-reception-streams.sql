-- What reception days and bookings say lies in the tables that all streams share. There they are shown to whoever may see them, whatever other
-- policies allow.

create policy reception_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'reception:') or stream_id = (select viewer_reception())
    or exists (select from reception r where r.stream_id = event.stream_id offset 0));
create policy reception_written on event as restrictive for insert to xinqiao_app
  with check (not (starts_with(stream_id, 'reception:') or starts_with(stream_id, 'booking:')) or stream_id = viewer_reception());
create policy booking_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'booking:') or stream_id = (select viewer_reception())
    or exists (select from booking_party p where p.stream_id = event.stream_id offset 0));

create policy reception_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'reception:') or stream_id = (select viewer_reception())
    or exists (select from reception r where r.stream_id = sealed.stream_id offset 0));
create policy booking_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'booking:') or stream_id = (select viewer_reception())
    or exists (select from booking_party p where p.stream_id = sealed.stream_id offset 0));
