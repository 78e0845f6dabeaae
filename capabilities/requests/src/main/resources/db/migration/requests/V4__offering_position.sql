-- In which order the business shows its offerings; what is new stands first until somebody moves it.
alter table offering add column position int not null default 0;
update offering o set position = ranked.position
from (select tenant_id, id, row_number() over (partition by tenant_id order by id desc) as position from offering) ranked
where ranked.tenant_id = o.tenant_id and ranked.id = o.id;
create index offering_position on offering (tenant_id, position, id desc);
drop index offering_shown;
