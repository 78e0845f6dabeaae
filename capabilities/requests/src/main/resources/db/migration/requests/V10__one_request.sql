-- One request by its id. Asked for as a plain statement it is planned anew each time, as a plan for all months seems
-- dearer than one for the month of the id, and the planning takes four times as long as the reading. The months that
-- cannot hold the id are left out while the plan runs.
create function one_request(tenant uuid, request uuid) returns setof requests.request
    language plpgsql stable rows 1 set plan_cache_mode = force_generic_plan as $body$
begin
    return query select r.* from requests.request r where r.tenant_id = tenant and r.id = request;
end $body$;
revoke all on function one_request(uuid, uuid) from public;
grant execute on function one_request(uuid, uuid) to ${app};
