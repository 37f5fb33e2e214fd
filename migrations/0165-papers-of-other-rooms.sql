-- Papers and their numbers are no longer of petitions alone: any room's stream may issue them (src/documents/issuer.ts). What is to bear a
-- number is a paper of a stream; of a petition the stream is its number, so that nothing that was given changes.
alter table paper_number rename column petition to bearer;
alter index paper_number_of_petition rename to paper_number_of_bearer;

-- A number is seen with the paper that bears it: with a part in the petition, or with the fact of the other room that issued it. That room's
-- own policies on `event` decide who sees the fact, so that nothing has to be said of it here twice.
drop policy seen on paper_number;
create policy seen on paper_number for select to xinqiao_app using (
  bearer = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = paper_number.bearer offset 0)
  or bearer like '%:%' and exists (select from event e
    where e.stream_id = paper_number.bearer and e.version = split_part(paper_number.paper, '-', 1)::integer offset 0)
);
