import { statsFunction } from '../_shared/stats-function.ts';

Deno.serve(statsFunction('update_half_and_full_season_stats'));
