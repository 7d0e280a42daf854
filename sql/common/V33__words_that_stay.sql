-- review --------------------------------------------------------------------------------------------------
-- A category that is taken off the list stays known: what was stated with its code keeps its words.
alter table assessment_category add column offered boolean default true not null;
