-- The club's records after a match, as the records page shows them. Every joint holder is listed:
-- the latest first, then by name.
--
-- p_through_ordinal  the last match counted
-- Returns one row: {most_goals_in_game, biggest_victory, consecutive_goals_streak, streaks,
-- attendance_streak}, with [] and {} where there is no record. A team is a line by name, goals in
-- brackets, ringers included: 'Al (2), Ben (1), Cal'. A streak of attendance is a record from
-- min_streak_length on.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.records_document(p_through_ordinal bigint)
returns table (records jsonb)
language sql
stable
begin atomic
  with
    holder as materialized (
      select
        held.record_type,
        held.match_id,
        held.team,
        held.value,
        held.start_date,
        held.end_date,
        players.player_id,
        players.name,
        row_number() over (
          partition by held.record_type
          order by held.end_date desc, players.name, players.player_id, held.match_id desc
        ) as line
      from public.records_through(p_through_ordinal) as held
      left join public.players on players.player_id = held.player_id
    ),
    goals_in_game as (
      select jsonb_agg(
        jsonb_build_object(
          'player_id', holder.player_id,
          'name', holder.name,
          'match_id', holder.match_id,
          'goals', holder.value,
          'date', holder.end_date,
          'score', case holder.team
            when 'A' then matches.team_a_score || '-' || matches.team_b_score
            else matches.team_b_score || '-' || matches.team_a_score
          end
        ) order by holder.line
      ) as items
      from holder
      join public.matches on matches.match_id = holder.match_id
      where holder.record_type = 'most_goals_in_game'
    ),
    team_sheet as (
      select
        holder.match_id,
        played.team,
        string_agg(
          players.name || case when played.goals > 0 then format(' (%s)', played.goals) else '' end,
          ', ' order by players.name, players.player_id
        ) as players
      from holder
      join public.player_matches as played on played.match_id = holder.match_id
      join public.players on players.player_id = played.player_id
      where holder.record_type = 'biggest_victory'
      group by holder.match_id, played.team
    ),
    victory as (
      select jsonb_agg(
        jsonb_build_object(
          'match_id', holder.match_id,
          'team_a_score', matches.team_a_score,
          'team_b_score', matches.team_b_score,
          'team_a_players', coalesce(sheet_a.players, ''),
          'team_b_players', coalesce(sheet_b.players, ''),
          'winning_team', holder.team,
          'date', holder.end_date
        ) order by holder.line
      ) as items
      from holder
      join public.matches on matches.match_id = holder.match_id
      left join team_sheet as sheet_a on sheet_a.match_id = holder.match_id and sheet_a.team = 'A'
      left join team_sheet as sheet_b on sheet_b.match_id = holder.match_id and sheet_b.team = 'B'
      where holder.record_type = 'biggest_victory'
    ),
    streak as (
      select
        holder.record_type as streak_type,
        holder.value as length,
        jsonb_agg(
          jsonb_build_object(
            'player_id', holder.player_id,
            'name', holder.name,
            'streak', holder.value,
            'start_date', holder.start_date,
            'end_date', holder.end_date
          ) order by holder.line
        ) as holders
      from holder
      where holder.match_id is null
      group by holder.record_type, holder.value
    ),
    result_streaks as (
      select jsonb_object_agg(label.shown, jsonb_build_object('holders', streak.holders)) as items
      from streak
      join (values
        ('win', 'Win Streak'),
        ('loss', 'Losing Streak'),
        ('undefeated', 'Undefeated Streak'),
        ('winless', 'Winless Streak')
      ) as label (streak_type, shown) on label.streak_type = streak.streak_type
    )
  select jsonb_build_object(
    'most_goals_in_game', coalesce((select items from goals_in_game), '[]'),
    'biggest_victory', coalesce((select items from victory), '[]'),
    'consecutive_goals_streak', coalesce(
      (select holders from streak where streak_type = 'scoring'), '[]'
    ),
    'streaks', coalesce((select items from result_streaks), '{}'),
    'attendance_streak', coalesce(
      (
        select streak.holders
        from streak
        cross join public.stats_config as config
        where streak.streak_type = 'attendance' and streak.length >= config.min_streak_length
      ),
      '[]'
    )
  );
end;

revoke execute on function public.records_document from public, anon, authenticated, service_role;

comment on function public.records_document is
  'The club''s records after a match as one document, every joint holder listed.';
