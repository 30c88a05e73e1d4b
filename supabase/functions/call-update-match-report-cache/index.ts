import { statsFunction } from '../_shared/stats-function.ts';

Deno.serve(statsFunction('update_aggregated_match_report_cache'));
