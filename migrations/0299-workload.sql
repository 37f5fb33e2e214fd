-- How much lies with whom (docs/adr/0067): what an organ holds that is not ended, and what somebody has brought to an end of a kind. Neither has a
-- column that moves at each step, so that a fact writes no more than before.
create index petition_held on petition (holder, clerk) where ended_on is null;
create index petition_brought_to_end on petition (clerk, category) where ended_on is not null and clerk is not null;
