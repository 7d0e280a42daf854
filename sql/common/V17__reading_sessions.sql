-- review --------------------------------------------------------------------------------------------------
-- The cases that a reader sat down to read, in the order of the list at that moment. What became of a case is told by
-- the case itself; only what the reader put off stands here.
create sequence reading_session_seq increment by 50;
create table reading_session (
    id         bigint      primary key,
    reader     varchar(64) not null,
    started_at timestamp(6) with time zone not null,
    ended_at   timestamp(6) with time zone
);
create index reading_session_reader on reading_session (reader, ended_at);

create sequence reading_session_case_seq increment by 50;
create table reading_session_case (
    id                 bigint       primary key,
    session_id         bigint       not null references reading_session (id),
    place              integer      not null,
    study_instance_uid varchar(64)  not null,
    put_off            varchar(16)  not null check (put_off in ('NO', 'SKIPPED', 'DEFERRED')),
    reason             varchar(200) not null,
    unique (session_id, place),
    unique (session_id, study_instance_uid)
);
