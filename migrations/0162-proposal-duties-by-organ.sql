-- Answers that an organ owes to proposals by day: warned of before they pass, at the cost of what is due.
create index proposal_clock_of_organ on proposal_clock (organ, last_day, stream_id, clock_id) where after = 'overdue';
