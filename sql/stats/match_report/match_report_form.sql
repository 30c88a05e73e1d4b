-- Who is on fire and who is the grim reaper after a match: the most and the fewest points in the
-- days up to it, among those with enough appearances there. One row; null when nobody qualifies.
-- Non-ringers who still play; a retired player counts by taking part in the match.
-- Equal points are told apart by goals, goals against, clean sheets, heavy wins, heavy losses, name.
-- The reaper is the worst of the others: nobody is both.
create or replace function public.match_report_form(
  p_match_id integer,
  p_match_date date,
  p_match_ordinal bigint
)
returns table (on_fire_player_id integer, grim_reaper_player_id integer)
language sql
stable
begin atomic
  with
    form as (
      select
        total.player_id,
        row_number() over (
          order by
            total.fantasy_points desc, total.goals desc, total.conceded, total.clean_sheets desc,
            total.heavy_wins desc, total.heavy_losses, players.name, players.player_id
        ) as place_from_top,
        row_number() over (
          order by
            total.fantasy_points, total.goals, total.conceded desc, total.clean_sheets,
            total.heavy_wins, total.heavy_losses desc, players.name, players.player_id
        ) as place_from_bottom
      from public.stats_config as rules
      cross join lateral public.player_totals(
        'all_time', p_match_date - rules.on_fire_grim_reaper_window_days, p_match_ordinal
      ) as total
      join public.players using (player_id)
      where total.games_played >= rules.on_fire_grim_reaper_min_games
        and (
          not players.is_retired
          or exists (
            select from public.player_matches as played
            where played.match_id = p_match_id and played.player_id = players.player_id
          )
        )
    )
  select
    max(player_id) filter (where place_from_top = 1),
    (array_agg(player_id order by place_from_bottom) filter (where place_from_top > 1))[1]
  from form;
end;

revoke execute on function public.match_report_form from public, anon, authenticated, service_role;

comment on function public.match_report_form is
  'The match report''s player on fire and grim reaper.';
