begin read only;
select set_config('gm.tenant_id', :tenant, true);
select * from requests.request
where tenant_id = :tenant and id < 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  and (:customer::uuid is null or customer_id = :customer)
  and (null::text is null or status = null)
order by id desc limit 21;
select * from requests.offering where tenant_id = :tenant and id = any (array[:offering::uuid]);
select * from tenancy.member where tenant_id = :tenant and id = any (array[:customer::uuid]);
commit;
