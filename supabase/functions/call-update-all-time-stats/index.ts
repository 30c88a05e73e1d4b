import { statsFunction } from '../_shared/stats-function.ts';

Deno.serve(statsFunction('update_aggregated_all_time_stats'));
