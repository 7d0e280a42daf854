-- How a site reads, and what readers state beside their verdicts on findings.

create table reading_policy (
    id                  integer      primary key check (id = 1),
    reading_mode        varchar(16)  not null check (reading_mode in ('AI_BESIDE', 'READER_FIRST')),
    readings            smallint     not null check (readings in (1, 2)),
    arbitration         varchar(16)  not null check (arbitration in ('READERS', 'READERS_AND_AI')),
    final_after_seconds integer      not null check (final_after_seconds between 0 and 86400),
    version             integer      not null
);
insert into reading_policy (id, reading_mode, readings, arbitration, final_after_seconds, version)
values (1, 'AI_BESIDE', 1, 'READERS', 300, 0);

create table review_reason (
    reason varchar(64) primary key,
    place  integer     not null
);
insert into review_reason (reason, place) values
    ('NORMAL_TISSUE', 1), ('BENIGN_FINDING', 2), ('FINDING_MISSED', 3), ('TECHNICAL_QUALITY', 4),
    ('IMPLANT_MISJUDGED', 5), ('KNOWN_FROM_PRIOR', 6), ('OTHER', 7);

-- Without words of its own a category has those of the language bundles.
create table assessment_category (
    code  varchar(16)  primary key,
    words varchar(200) not null,
    place integer      not null
);
insert into assessment_category (code, words, place)
values ('0', '', 0), ('1', '', 1), ('2', '', 2), ('3', '', 3), ('4', '', 4), ('5', '', 5), ('6', '', 6);

-- Which reading of its case a review belongs to: 1 first, 2 second, 3 arbitration.
alter table review add column reading_round smallint default 1 not null;

alter table reading_case add column reading_round smallint default 1 not null;
alter table reading_case add column readings_wanted smallint default 1 not null;
-- The round whose verdicts count; 0 while further readers are awaited.
alter table reading_case add column deciding_round smallint default 1 not null;
alter table reading_case add column first_reader varchar(64);
alter table reading_case add column second_reader varchar(64);
alter table reading_case add column arbiter varchar(64);

-- When a case has its turn: its arrival less the head start of its band. Set by changes of the case, never by time.
alter table reading_case add column turn_at timestamp(6) with time zone;
update reading_case set turn_at = first_received_at - case band_rank
    when 3 then interval '14' day when 1 then interval '0' day else interval '7' day end;
alter table reading_case alter column turn_at set not null;

drop index reading_case_order;
create index reading_case_turn on reading_case (state, urgent desc, turn_at, id);
create index reading_case_wait on reading_case (state, urgent desc, first_received_at, id);

-- What a reader stated about a study. A withdrawal is a statement too.
create sequence reading_entry_seq increment by 50;
create table reading_entry (
    id                 bigint        primary key,
    study_instance_uid varchar(64)   not null,
    reading_round      smallint      not null,
    kind               varchar(16)   not null check (kind in
        ('ASSESSMENT', 'AI_MISSED', 'TECHNICAL_RECALL', 'WITHDRAWAL', 'SIGNATURE', 'ADDENDUM')),
    instance_id        bigint        references stored_instance (id),
    code               varchar(64)   not null,
    comment_text       varchar(2000) not null,
    pixel_column       integer,
    pixel_row          integer,
    withdraws          bigint        unique references reading_entry (id),
    ai_shown           boolean       not null,
    reader             varchar(64)   not null,
    final_at           timestamp(6) with time zone,
    record_digest      varchar(64)   not null,
    recorded_at        timestamp(6) with time zone not null
);
create index reading_entry_study on reading_entry (study_instance_uid, id);

-- The review that counts for each finding, for everybody who asks what was decided.
create view standing_review as
select r.id as review_id, r.finding_id
from review r
join finding f on f.id = r.finding_id
join stored_instance i on i.id = f.instance_id
left join reading_case c on c.study_instance_uid = i.study_instance_uid
where r.verdict <> 'WITHDRAWN'
  and r.reading_round = coalesce(c.deciding_round, 1)
  and r.revision = (select max(s.revision) from review s
                    where s.finding_id = r.finding_id and s.reading_round = r.reading_round);
