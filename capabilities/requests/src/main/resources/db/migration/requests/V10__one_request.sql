-- One request by its id. As a plain statement that is planned anew each time, as a plan for all months seems dearer than
-- one for the month of the id, and the planning takes four times as long as the rest. The months that cannot hold the id
-- are left out while the plan runs.
create function one_request(tenant uuid, request uuid) returns setof requests.request
    language plpgsql stable rows 1 set plan_cache_mode = force_generic_plan as $body$
begin
    return query select r.* from requests.request r where r.tenant_id = tenant and r.id = request;
end $body$;

-- Adds money that came in or went back, in the currency of the request; no row where it has another one.
create function add_money(tenant uuid, request uuid, money_currency text, came bigint, went bigint)
    returns table (revision int, status text)
    language plpgsql rows 1 set plan_cache_mode = force_generic_plan as $body$
begin
    return query update requests.request r
        set paid = r.paid + came, refunded = r.refunded + went, revision = r.revision + 1
        where r.tenant_id = tenant and r.id = request and r.currency = money_currency
        returning r.revision, r.status;
end $body$;

revoke all on function one_request(uuid, uuid), add_money(uuid, uuid, text, bigint, bigint) from public;
grant execute on function one_request(uuid, uuid), add_money(uuid, uuid, text, bigint, bigint) to ${app};
