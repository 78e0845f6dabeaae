begin read only;
select set_config('gm.tenant_id', :tenant, true);
select * from requests.request where tenant_id = :tenant and id = :request;
select * from tenancy.member where tenant_id = :tenant and id = :customer;
select * from requests.offering where tenant_id = :tenant and id = :offering;
commit;
