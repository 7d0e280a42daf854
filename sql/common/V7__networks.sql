-- Which network sits in which seat: proposed by one administrator, approved by another. The newest approval, or the way
-- back from it, counts; before the first one the release's models/active.

create sequence network_step_seq;
create table network_step (
    id          bigint       primary key,
    seat        varchar(16)  not null check (seat in ('ACTIVE', 'SHADOW')),
    kind        varchar(16)  not null check (kind in ('PROPOSED', 'APPROVED', 'WITHDRAWN', 'ROLLED_BACK')),
    network     varchar(200) not null,
    digest      varchar(64)  not null,
    proposal    bigint       unique references network_step (id),
    reason      varchar(500) not null,
    actor       varchar(64)  not null,
    recorded_at timestamp(6) with time zone not null,
    check ((kind in ('APPROVED', 'WITHDRAWN')) = (proposal is not null))
);

-- What the shadow states beside the active network, in a table of its own so that no query for readers can meet it.
create sequence shadow_finding_seq increment by 50;
create table shadow_finding (
    id                    bigint       primary key,
    instance_id           bigint       not null references stored_instance (id),
    finding_id            bigint       references finding (id),
    network_name          varchar(64)  not null,
    network_version       varchar(64)  not null,
    network_digest        varchar(64)  not null,
    network_status        varchar(32)  not null,
    outcome               varchar(16)  not null check (outcome in ('CLASSIFIED', 'UNSUITABLE', 'FAILED')),
    phase                 varchar(32),
    reason                varchar(500),
    p_implant_negative    double precision,
    p_implant_positive    double precision,
    p_no_implant_negative double precision,
    p_no_implant_positive double precision,
    malignancy            double precision,
    implant               double precision,
    band                  varchar(16),
    operating_point       double precision,
    ai_positive           boolean,
    provider              varchar(64),
    tensor_digest         varchar(64),
    inference_micros      bigint,
    disagreement          varchar(16)  check (disagreement in ('VERDICT', 'BAND', 'SILENCE')),
    recorded_at           timestamp(6) with time zone not null,
    unique (instance_id, network_digest)
);
create index shadow_finding_disagreement on shadow_finding (disagreement, id);
