import { statsFunction } from '../_shared/stats-function.ts';

Deno.serve(statsFunction('update_power_ratings'));
