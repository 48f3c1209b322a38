-- Asked in several statements of every page that a mentor opens: planned once for a connection and not for each of the
-- first calls, which costs ten times what it takes to run.
ALTER FUNCTION app_standing_of_grants(uuid, uuid, uuid) SET plan_cache_mode = force_generic_plan;
