-- What a proposal says lies in the tables that all streams share. There its stream is shown to whoever may see the proposal, whatever other
-- policies allow; and of one that is sealed what was written only to whoever has opened it.

create policy proposal_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'proposal:') or stream_id = (select viewer_proposal())
    or exists (select from proposal_party p where p.stream_id = event.stream_id offset 0));
create policy proposal_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'proposal:') or stream_id = viewer_proposal());
create policy proposal_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'proposal:') or exists (select from proposal_party p where p.stream_id = sealed.stream_id
    and (not p.is_sealed or viewer_has_opened_proposal(sealed.stream_id)) offset 0));
