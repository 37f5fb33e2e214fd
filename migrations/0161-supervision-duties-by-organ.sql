-- Duties of an organ in matters of supervision by day: warned of before they pass, at the cost of what is due.
create index supervision_clock_of_organ on supervision_clock (organ, last_day, stream_id, clock_id) where after = 'overdue';
