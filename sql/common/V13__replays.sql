-- inference -----------------------------------------------------------------------------------------------
-- A finding made again from the stored object by the same network, and what came out.
create sequence finding_replay_seq increment by 50;
create table finding_replay (
    id                  bigint       primary key,
    finding_id          bigint       not null references finding (id),
    outcome             varchar(16)  not null check (outcome in ('SAME', 'DIFFERS', 'IMPOSSIBLE')),
    same_pixels         boolean      not null,
    same_tensor         boolean      not null,
    largest_difference  double precision not null,
    provider            varchar(64)  not null,
    reason              varchar(500) not null,
    asked_by            varchar(64)  not null,
    replayed_at         timestamp(6) with time zone not null
);
create index finding_replay_finding on finding_replay (finding_id, id);
