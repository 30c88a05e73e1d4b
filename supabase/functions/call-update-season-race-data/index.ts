import { statsFunction } from '../_shared/stats-function.ts';

Deno.serve(statsFunction('update_aggregated_season_race_data'));
