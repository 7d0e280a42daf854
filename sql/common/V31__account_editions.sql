-- Counts what is decided about an account, by administrators, its owner or the provider: so that who decides upon a state that
-- is no more is told. Wrong passwords are not counted.
alter table account add column edition integer default 0 not null;
