-- What is reserved at PayPal is authorized anew from time to time, under another name.
alter table paypal_charge add column authorization_id text;
alter table paypal_charge add column renew_at timestamptz;
