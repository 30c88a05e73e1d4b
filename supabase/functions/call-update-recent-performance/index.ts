import { statsFunction } from '../_shared/stats-function.ts';

Deno.serve(statsFunction('update_aggregated_recent_performance'));
