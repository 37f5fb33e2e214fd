-- What every policy of a room asks of a row, in one place (docs/adr/0058): whom it is kept from bars nobody who looks, and whom it names is
-- neither them nor anybody to whom they answer. What is true of the viewer is handed in as `(select …)`, so that it is worked out once a query,
-- and only where an array is not empty. The planner writes the bodies into the policy, because each is one expression without a query in it and
-- each of these arguments stands in it once; whoever changes that makes it a call for every row, and test/row-security.test.ts says so.

create function lies_open(kept_from text[], officials text[], barred_by text[], answers_to text[]) returns boolean immutable parallel safe
  return (kept_from = '{}' or not kept_from && barred_by) and (officials = '{}' or not officials && answers_to);

-- The same where somebody has withdrawn.
create function lies_open(
  kept_from text[], officials text[], recused text[], barred_by text[], answers_to text[], accounts text[]
) returns boolean immutable parallel safe
  return (kept_from = '{}' or not kept_from && barred_by) and (officials = '{}' or not officials && answers_to)
    and (recused = '{}' or not recused && accounts);

-- Whoever is asked by a policy must be allowed to call what stands in it, though nothing is called: search asks the one of `petition_organ`.
grant execute on function lies_open(text[], text[], text[], text[]),
  lies_open(text[], text[], text[], text[], text[], text[]) to xinqiao_search;

alter policy seen on petition_organ using (case when organ = (select viewer_organ())
  then ((is_part or viewer_has_sight(sights)) and lies_open(accused, officials, recused,
      (select viewer_barred_by()), (select viewer_answers_to()), (select viewer_accounts())))
    or stream_id = (select viewer_petition())
  else stream_id = (select viewer_petition()) end);

alter policy seen on supervision_organ using (organ = (select viewer_organ())
  and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to())));

alter policy seen on proposal_party using (stream_id = (select viewer_proposal())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))
    and (not is_sealed or (select viewer_is_entrusted()))));

alter policy seen on bulletin using (case when organ = (select viewer_organ())
  then lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))
  else exists (select from bulletin_recipient r where r.stream_id = bulletin.stream_id offset 0) end);
alter policy seen on bulletin_recipient using (organ = (select viewer_organ())
  and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to())));

alter policy seen on task_party using (stream_id = (select viewer_task())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));

-- An instruction's own sheet is shown to whoever leads nothing under an organ that is accused, and has not withdrawn.
alter policy seen on reading_party using (stream_id = (select viewer_reading())
  or (organ = (select viewer_organ())
    and (account is null or account = (select viewer_account()))
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))
    and (part = 'bureau' or ((kept_from = '{}' or not kept_from && (select viewer_leads_under()))
      and (select viewer_account()) <> all (withdrawn)))));

alter policy seen on booking_party using (stream_id = (select viewer_reception())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));

alter policy seen on visit_party using (stream_id = (select viewer_visit())
  or (organ = (select viewer_organ())
    and (accounts is null or (select viewer_account()) = any (accounts))
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));
alter policy seen on visit_leader using (stream_id = (select viewer_visit())
  or ((organ = (select viewer_organ()) or viewer_looks_over(organ))
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));

alter policy seen on ownership_party using (stream_id = (select viewer_ownership())
  or petition = (select viewer_petition())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, recused,
      (select viewer_barred_by()), (select viewer_answers_to()), (select viewer_accounts()))));

alter policy seen on conference_item_party using (stream_id = (select viewer_conference_stream())
  or (organ = (select viewer_organ())
    and (accounts is null or accounts && (select viewer_accounts()))
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));

alter policy seen on working_group_party using (stream_id = (select viewer_group())
  or (organ = (select viewer_organ())
    and (accounts is null or accounts @> array[(select viewer_account())])
    and lies_open(kept_from, officials, recused,
      (select viewer_barred_by()), (select viewer_answers_to()), (select viewer_accounts()))));

alter policy seen on engagement using (stream_id = (select viewer_helping())
  or petition = (select viewer_petition())
  or (inviter = (select viewer_organ())
    and exists (select from petition_organ o
      where o.stream_id = engagement.petition and o.organ = engagement.inviter offset 0)
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));

alter policy seen on dispute_party using (stream_id = (select viewer_dispute())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));
alter policy seen on dispute_line using (stream_id = (select viewer_dispute())
  or ((starts_with(region, (select viewer_ledger_region()))
      or exists (select from dispute_party p where p.stream_id = dispute_line.stream_id offset 0))
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));

alter policy seen on mediation_party using (stream_id = (select viewer_mediation())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, recused,
      (select viewer_barred_by()), (select viewer_answers_to()), (select viewer_accounts()))));

alter policy seen on intake_party using (stream_id = (select viewer_intake())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, recused,
      (select viewer_barred_by()), (select viewer_answers_to()), (select viewer_accounts()))));

alter policy seen on referral_party using (stream_id = (select viewer_referral())
  or petition = (select viewer_petition())
  or ((select viewer_organ()) is not null
    and (organ = (select viewer_organ()) or (not about @> array[(select viewer_organ())]
      and exists (select from petition_organ o where o.stream_id = referral_party.petition
        and o.organ = (select viewer_organ()) and o.seal <> 'accusation' offset 0)))
    and lies_open(kept_from, officials, recused,
      (select viewer_barred_by()), (select viewer_answers_to()), (select viewer_accounts()))));

alter policy seen on relief_party using (stream_id = (select viewer_relief())
  or petition = (select viewer_petition())
  or ((select viewer_organ()) is not null
    and (organ = (select viewer_organ()) or (not about @> array[(select viewer_organ())]
      and exists (select from petition_organ o where o.stream_id = relief_party.petition
        and o.organ = (select viewer_organ()) and o.seal <> 'accusation' offset 0)))
    and lies_open(kept_from, officials, recused,
      (select viewer_barred_by()), (select viewer_answers_to()), (select viewer_accounts()))));
