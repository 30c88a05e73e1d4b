import 'server-only';

export { siteLog as log } from '@/config/site-log.ts';
