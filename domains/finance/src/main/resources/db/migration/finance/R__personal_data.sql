-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column loan_application.customer_id is 'personal: whose member';
comment on column loan_application.purpose is 'personal: erased to -';
comment on column loan_application.employment is 'personal: erased to -';
comment on column loan_application.employed_since is 'personal: erased';

comment on column credit_assessment.customer_id is 'personal: whose member';
comment on column credit_assessment.subject_name is 'personal: erased to (erased)';
comment on column credit_assessment.purpose is 'personal: erased to -';
comment on column credit_assessment.period is 'personal: none';

comment on column consent.wording is 'personal: kept as proof that somebody agreed, and to what';

comment on column payment_plan.customer_id is 'personal: whose member';
comment on column payment_plan.debt is 'personal: erased to -';
comment on column payment_plan.reference is 'personal: erased to {id}';
comment on column payment_plan.owed_to is 'personal: erased';

comment on column engagement.customer_id is 'personal: whose member';
comment on column engagement.topic is 'personal: erased to -';
