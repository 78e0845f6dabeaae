-- What somebody earns and owes stands once, sealed, with what they have asked for.
alter table loan_application drop income, drop obligations;
alter table credit_assessment drop income, drop obligations;
