-- Whose rows these are, and what becomes of what is personal: read by portability, and kept whole by its tests. The files
-- themselves are taken along, and go, by TakenAlong.
comment on column document.owner_id is 'personal: whose member';
comment on column document.uploaded_by is 'personal: whose member';
comment on column document.subject_kind is 'personal: none';
comment on column document.name is 'personal: erased to (erased)';
comment on column document.media_type is 'personal: none';
comment on column document.sha256 is 'personal: none';
comment on column document.state is 'personal: none';
comment on column document.reason is 'personal: none';
comment on column document.incoming is 'personal: none';
comment on column document.stored_key is 'personal: none';
comment on column document.thumbnail_key is 'personal: none';
comment on column document.key is 'personal: secret';
comment on column document.once is 'personal: none';
