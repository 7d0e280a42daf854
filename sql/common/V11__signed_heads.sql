-- audit ---------------------------------------------------------------------------------------------------
-- What a change replaced and what it left, as digests; rows from before carry none.
alter table audit_row add column before_digest varchar(64) default '' not null;
alter table audit_row add column after_digest varchar(64) default '' not null;

-- The chain's end, signed by the installation's key once a day and at every export.
create table signed_head (
    seq         bigint       primary key,
    hash        varchar(64)  not null,
    signed_at   timestamp(6) with time zone not null,
    occasion    varchar(16)  not null check (occasion in ('DAY', 'EXPORT')),
    fingerprint varchar(64)  not null,
    signature   varchar(128) not null
);
