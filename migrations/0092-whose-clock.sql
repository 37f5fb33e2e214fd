-- Whether who owes it also has the petition: what is in nobody's hands is counted along the clocks, without asking about each petition.
alter table petition_clock add column is_holders boolean not null default false;
update petition_clock c set is_holders = true from petition p where p.stream_id = c.stream_id and p.holder = c.organ;
alter table petition_clock alter column is_holders drop default;

-- Everything that row security and the counts ask of a clock lies in the index itself: a worklist is counted without its rows.
drop index petition_clock_worklist;
create index petition_clock_worklist on petition_clock (organ, last_day, stream_id, clock_id) include (kept, is_holders, clerk)
  where after = 'overdue';
