-- Where a petitioner is confidential, the organ that registered it looks for the same matter again by name or number; to any other organ
-- with a part a guess is confirmed by nothing, whatever a query asks.
alter policy seen on blind_index using (
  stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = blind_index.stream_id and case o.seal
      when 'none' then true
      when 'identity' then exists (select from petition p where p.stream_id = o.stream_id and p.registrar = o.organ offset 0)
      else viewer_is_competent()
    end offset 0)
);
