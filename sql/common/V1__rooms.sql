-- The rooms' tables, the same on H2 (in PostgreSQL mode) and PostgreSQL. Names follow the DICOM keywords.

-- instance ------------------------------------------------------------------------------------------------
create sequence stored_instance_seq increment by 50;
create table stored_instance (
    id                    bigint primary key,
    sop_instance_uid      varchar(64)  not null unique,
    sop_class_uid         varchar(64)  not null,
    study_instance_uid    varchar(64)  not null,
    series_instance_uid   varchar(64)  not null,
    transfer_syntax_uid   varchar(64)  not null,
    sha256                varchar(64)     not null,
    size_bytes            bigint       not null,
    patient_id            varchar(64),
    issuer_of_patient_id  varchar(64),
    patient_name          varchar(400),
    patient_birth_date    date,
    accession_number      varchar(64),
    study_date            date,
    modality              varchar(16),
    manufacturer          varchar(64),
    model_name            varchar(64),
    institution_name      varchar(64),
    image_laterality      varchar(16),
    view_code             varchar(32),
    view_position         varchar(16),
    calling_ae_title      varchar(16)  not null,
    received_at           timestamp(6) with time zone not null
);
create index stored_instance_study on stored_instance (study_instance_uid, series_instance_uid);
create index stored_instance_patient on stored_instance (patient_id, issuer_of_patient_id);
create index stored_instance_received on stored_instance (received_at);

-- Another object that came under the SOP Instance UID of a stored one. Both are kept, the first stays valid.
create sequence conflicting_object_seq increment by 50;
create table conflicting_object (
    id               bigint primary key,
    instance_id      bigint      not null references stored_instance (id),
    sha256           varchar(64)    not null,
    size_bytes       bigint      not null,
    calling_ae_title varchar(16) not null,
    received_at      timestamp(6) with time zone not null,
    unique (instance_id, sha256)
);

-- intake --------------------------------------------------------------------------------------------------
create table modality (
    ae_title    varchar(16)  primary key,
    description varchar(200) not null,
    entered_by  varchar(64)  not null,
    entered_at  timestamp(6) with time zone not null
);

-- inference -----------------------------------------------------------------------------------------------
create sequence inference_job_seq increment by 50;
create table inference_job (
    id            bigint primary key,
    instance_id   bigint       not null unique references stored_instance (id),
    state         varchar(16)  not null check (state in ('WAITING', 'RUNNING', 'CLASSIFIED', 'UNSUITABLE', 'FAILED')),
    attempts      integer      not null,
    not_before    timestamp(6) with time zone not null,
    owner         varchar(36),
    lease_until   timestamp(6) with time zone,
    phase         varchar(32),
    reason        varchar(500),
    queued_at     timestamp(6) with time zone not null,
    finished_at   timestamp(6) with time zone
);
create index inference_job_due on inference_job (state, not_before);

-- finding -------------------------------------------------------------------------------------------------
create sequence finding_seq increment by 50;
create table finding (
    id                     bigint primary key,
    instance_id            bigint           not null references stored_instance (id),
    network_name           varchar(64)      not null,
    network_version        varchar(64)      not null,
    network_digest         varchar(64)         not null,
    network_status         varchar(32)      not null,
    p_implant_negative     double precision not null,
    p_implant_positive     double precision not null,
    p_no_implant_negative  double precision not null,
    p_no_implant_positive  double precision not null,
    malignancy             double precision not null,
    implant                double precision not null,
    band                   varchar(16)      not null check (band in ('HIGH', 'MEDIUM', 'LOW')),
    operating_point        double precision not null,
    ai_positive            boolean          not null,
    implant_contradiction  boolean          not null,
    heat_map_rows          integer          not null,
    heat_map_columns       integer          not null,
    heat_map               bytea            not null,
    provider               varchar(64)      not null,
    pixel_digest           varchar(64)         not null,
    tensor_digest          varchar(64)         not null,
    decoding_micros        bigint           not null,
    preprocessing_micros   bigint           not null,
    inference_micros       bigint           not null,
    recorded_at            timestamp(6) with time zone not null,
    unique (instance_id, network_digest)
);
create index finding_recorded on finding (recorded_at, id);

-- Why an image has no finding: a statement in time, superseded by a later finding.
create sequence no_opinion_seq increment by 50;
create table no_opinion (
    id          bigint primary key,
    instance_id bigint       not null references stored_instance (id),
    kind        varchar(16)  not null check (kind in ('UNSUITABLE', 'FAILED')),
    phase       varchar(32)  not null,
    reason      varchar(500) not null,
    recorded_at timestamp(6) with time zone not null
);
create index no_opinion_instance on no_opinion (instance_id);

-- review --------------------------------------------------------------------------------------------------
create sequence reading_case_seq increment by 50;
create table reading_case (
    id                   bigint primary key,
    study_instance_uid   varchar(64) not null unique,
    patient_id           varchar(64),
    issuer_of_patient_id varchar(64),
    patient_name         varchar(400),
    patient_birth_date   date,
    accession_number     varchar(64),
    study_date           date,
    institution_name     varchar(64),
    calling_ae_title     varchar(16) not null,
    state                varchar(16) not null check (state in ('OPEN', 'DECIDED')),
    urgent               boolean     not null,
    band_rank            smallint    not null check (band_rank between 0 and 3),
    first_received_at    timestamp(6) with time zone not null,
    open_findings        integer     not null,
    decided_findings     integer     not null,
    without_opinion      integer     not null,
    claimed_by           varchar(64),
    claimed_until        timestamp(6) with time zone,
    version              integer     not null
);
create index reading_case_order on reading_case (state, urgent desc, band_rank desc, first_received_at, id);
create index reading_case_patient on reading_case (patient_id);
create index reading_case_accession on reading_case (accession_number);

create sequence review_seq increment by 50;
create table review (
    id            bigint primary key,
    finding_id    bigint        not null references finding (id),
    revision      integer       not null check (revision > 0),
    verdict       varchar(16)   not null check (verdict in ('CONFIRMED', 'REJECTED')),
    reason        varchar(64)   not null,
    comment_text  varchar(2000) not null,
    reader        varchar(64)   not null,
    signed        boolean       not null,
    record_digest varchar(64)      not null,
    reviewed_at   timestamp(6) with time zone not null,
    unique (finding_id, revision)
);

-- audit ---------------------------------------------------------------------------------------------------
create table audit_row (
    seq           bigint        primary key,
    recorded_at   timestamp(6) with time zone not null,
    actor         varchar(64)   not null,
    actor_role    varchar(64)   not null,
    action        varchar(64)   not null,
    object_type   varchar(32)   not null,
    object_id     varchar(128)  not null,
    detail        varchar(2000) not null,
    source        varchar(64)   not null,
    request_id    varchar(64)   not null,
    previous_hash varchar(64)      not null,
    hash          varchar(64)      not null
);
create index audit_row_object on audit_row (object_type, object_id);
create index audit_row_recorded on audit_row (recorded_at);

create table audit_head (
    id   integer  primary key check (id = 1),
    seq  bigint   not null,
    hash varchar(64) not null
);
insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- access --------------------------------------------------------------------------------------------------
create table account (
    username        varchar(64)  primary key,
    password_hash   varchar(500) not null,
    account_role    varchar(32)  not null check (account_role in ('radiologist', 'auditor', 'admin')),
    failed_attempts integer      not null,
    locked_until    timestamp(6) with time zone
);
