-- A day that somebody has compared by hand before the first morning does not say from when on all days are compared.
alter table reconciliation alter column since drop not null;
