-- Situation reports (信访形势分析报告, art. 14 (1) (4)) are bulletins of a week, a month or a quarter (docs/adr/0044): which of them an office has
-- reported on is asked each time that it is reminded of what it owes.

alter table bulletin add column span text, add column period_from date;
create index bulletin_of_period on bulletin (organ, period_from, span) where period_from is not null;
