-- intake: where a modality can be called, for storage commitment reports.
alter table modality add column host varchar(253);
alter table modality add column port integer;

-- commitment ----------------------------------------------------------------------------------------------
-- A request is a row before it is answered; it ends in a report that the requester took, or in giving up.
create sequence storage_commitment_seq increment by 50;
create table storage_commitment (
    id               bigint primary key,
    calling_ae_title varchar(16) not null,
    transaction_uid  varchar(64) not null,
    state            varchar(16) not null check (state in ('WAITING', 'REPORTED', 'GIVEN_UP')),
    requested_at     timestamp(6) with time zone not null,
    attempts         integer     not null,
    next_attempt_at  timestamp(6) with time zone not null,
    ended_at         timestamp(6) with time zone,
    committed        integer,
    failed           integer,
    problem          varchar(500),
    unique (calling_ae_title, transaction_uid)
);
create index storage_commitment_due on storage_commitment (state, next_attempt_at);

create table storage_commitment_reference (
    storage_commitment_id bigint      not null references storage_commitment (id),
    position              integer     not null,
    sop_class_uid         varchar(64) not null,
    sop_instance_uid      varchar(64) not null,
    primary key (storage_commitment_id, position)
);
