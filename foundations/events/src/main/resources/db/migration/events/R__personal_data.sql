-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests.
comment on column event_publication.listener_id is 'personal: none';
comment on column event_publication.event_type is 'personal: none';
comment on column event_publication.serialized_event is 'personal: none; tenant: mentioned';
comment on column event_publication.failure is 'personal: kept until an operator has seen to it';

comment on column log_cursor.reader is 'personal: none';
comment on column log_cursor.mark is 'personal: none';
comment on column log_cursor.until is 'personal: none';
comment on column log_cursor.failure is 'personal: none';

comment on table event_log is 'export: added';
comment on column event_log.type is 'personal: none';
comment on column event_log.payload is 'personal: none';
