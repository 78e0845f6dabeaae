-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column scheduled_tasks.task_name is 'personal: none';
comment on column scheduled_tasks.task_instance is 'personal: none';
comment on column scheduled_tasks.task_data is 'personal: none';
comment on column scheduled_tasks.picked_by is 'personal: none';
