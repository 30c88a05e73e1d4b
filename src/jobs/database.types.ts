// Made by `npm run db:types` from sql/. Not for editing.
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  public: {
    Tables: {
      admin_change: {
        Row: {
          action: string
          answer: NonNullable<Json>
          changed_at: string
          changed_by: string
          request_id: string
          subject: string
          subject_id: number
          version: number
        }
        Insert: {
          action: string
          answer: NonNullable<Json>
          changed_at?: string
          changed_by: string
          request_id: string
          subject: string
          subject_id: number
          version: number
        }
        Update: {
          action?: string
          answer?: NonNullable<Json>
          changed_at?: string
          changed_by?: string
          request_id?: string
          subject?: string
          subject_id?: number
          version?: number
        }
        Relationships: []
      }
      aggregated_all_time_stats: {
        Row: {
          clean_sheet_percentage: number
          clean_sheets: number
          draws: number
          fantasy_points: number
          games_played: number
          goals: number
          heavy_loss_percentage: number
          heavy_losses: number
          heavy_win_percentage: number
          heavy_wins: number
          is_retired: boolean
          losses: number
          minutes_per_goal: number | null
          name: string
          player_id: number
          points_per_game: number
          win_percentage: number
          wins: number
        }
        Insert: {
          clean_sheet_percentage: number
          clean_sheets: number
          draws: number
          fantasy_points: number
          games_played: number
          goals: number
          heavy_loss_percentage: number
          heavy_losses: number
          heavy_win_percentage: number
          heavy_wins: number
          is_retired: boolean
          losses: number
          minutes_per_goal?: number | null
          name: string
          player_id: number
          points_per_game: number
          win_percentage: number
          wins: number
        }
        Update: {
          clean_sheet_percentage?: number
          clean_sheets?: number
          draws?: number
          fantasy_points?: number
          games_played?: number
          goals?: number
          heavy_loss_percentage?: number
          heavy_losses?: number
          heavy_win_percentage?: number
          heavy_wins?: number
          is_retired?: boolean
          losses?: number
          minutes_per_goal?: number | null
          name?: string
          player_id?: number
          points_per_game?: number
          win_percentage?: number
          wins?: number
        }
        Relationships: []
      }
      aggregated_half_season_stats: {
        Row: {
          clean_sheets: number
          draws: number
          fantasy_points: number
          games_played: number
          goals: number
          heavy_losses: number
          heavy_wins: number
          losses: number
          name: string
          player_id: number
          points_per_game: number
          win_percentage: number
          wins: number
        }
        Insert: {
          clean_sheets: number
          draws: number
          fantasy_points: number
          games_played: number
          goals: number
          heavy_losses: number
          heavy_wins: number
          losses: number
          name: string
          player_id: number
          points_per_game: number
          win_percentage: number
          wins: number
        }
        Update: {
          clean_sheets?: number
          draws?: number
          fantasy_points?: number
          games_played?: number
          goals?: number
          heavy_losses?: number
          heavy_wins?: number
          losses?: number
          name?: string
          player_id?: number
          points_per_game?: number
          win_percentage?: number
          wins?: number
        }
        Relationships: []
      }
      aggregated_hall_of_fame: {
        Row: {
          category: string
          name: string
          player_id: number
          value: number
        }
        Insert: {
          category: string
          name: string
          player_id: number
          value: number
        }
        Update: {
          category?: string
          name?: string
          player_id?: number
          value?: number
        }
        Relationships: []
      }
      aggregated_match_report: {
        Row: {
          config_values: NonNullable<Json>
          feat_breaking_data: NonNullable<Json>
          game_milestones: NonNullable<Json>
          goal_milestones: NonNullable<Json>
          goal_streaks: NonNullable<Json>
          grim_reaper_player_id: number | null
          half_season_fantasy_leaders: NonNullable<Json>
          half_season_goal_leaders: NonNullable<Json>
          id: boolean
          match_date: string
          match_id: number
          on_fire_player_id: number | null
          season_fantasy_leaders: NonNullable<Json>
          season_goal_leaders: NonNullable<Json>
          streaks: NonNullable<Json>
          team_a_players: string[]
          team_a_score: number
          team_a_scorers: string
          team_b_players: string[]
          team_b_score: number
          team_b_scorers: string
        }
        Insert: {
          config_values: NonNullable<Json>
          feat_breaking_data: NonNullable<Json>
          game_milestones: NonNullable<Json>
          goal_milestones: NonNullable<Json>
          goal_streaks: NonNullable<Json>
          grim_reaper_player_id?: number | null
          half_season_fantasy_leaders: NonNullable<Json>
          half_season_goal_leaders: NonNullable<Json>
          id?: boolean
          match_date: string
          match_id: number
          on_fire_player_id?: number | null
          season_fantasy_leaders: NonNullable<Json>
          season_goal_leaders: NonNullable<Json>
          streaks: NonNullable<Json>
          team_a_players: string[]
          team_a_score: number
          team_a_scorers: string
          team_b_players: string[]
          team_b_score: number
          team_b_scorers: string
        }
        Update: {
          config_values?: NonNullable<Json>
          feat_breaking_data?: NonNullable<Json>
          game_milestones?: NonNullable<Json>
          goal_milestones?: NonNullable<Json>
          goal_streaks?: NonNullable<Json>
          grim_reaper_player_id?: number | null
          half_season_fantasy_leaders?: NonNullable<Json>
          half_season_goal_leaders?: NonNullable<Json>
          id?: boolean
          match_date?: string
          match_id?: number
          on_fire_player_id?: number | null
          season_fantasy_leaders?: NonNullable<Json>
          season_goal_leaders?: NonNullable<Json>
          streaks?: NonNullable<Json>
          team_a_players?: string[]
          team_a_score?: number
          team_a_scorers?: string
          team_b_players?: string[]
          team_b_score?: number
          team_b_scorers?: string
        }
        Relationships: []
      }
      aggregated_performance_ratings: {
        Row: {
          first_match_date: string | null
          goal_percentile: number
          goal_threat: number
          is_qualified: boolean
          participation: number
          participation_percentile: number
          player_id: number
          power_percentile: number
          power_rating: number
          power_rating_se: number | null
          weighted_available: number
          weighted_played: number
        }
        Insert: {
          first_match_date?: string | null
          goal_percentile: number
          goal_threat: number
          is_qualified: boolean
          participation: number
          participation_percentile: number
          player_id: number
          power_percentile: number
          power_rating: number
          power_rating_se?: number | null
          weighted_available: number
          weighted_played: number
        }
        Update: {
          first_match_date?: string | null
          goal_percentile?: number
          goal_threat?: number
          is_qualified?: boolean
          participation?: number
          participation_percentile?: number
          player_id?: number
          power_percentile?: number
          power_rating?: number
          power_rating_se?: number | null
          weighted_available?: number
          weighted_played?: number
        }
        Relationships: []
      }
      aggregated_personal_bests: {
        Row: {
          broken_pbs_data: NonNullable<Json>
          match_id: number
        }
        Insert: {
          broken_pbs_data: NonNullable<Json>
          match_id: number
        }
        Update: {
          broken_pbs_data?: NonNullable<Json>
          match_id?: number
        }
        Relationships: []
      }
      aggregated_player_profile_stats: {
        Row: {
          attendance_streak: number
          attendance_streak_dates: string | null
          fantasy_points: number
          games_played: number
          losing_streak: number
          losing_streak_dates: string | null
          most_game_goals: number | null
          most_game_goals_date: string | null
          most_season_goals: number | null
          most_season_goals_year: number | null
          name: string
          player_id: number
          scoring_streak: number
          scoring_streak_dates: string | null
          selected_club: Json | null
          teammate_chemistry_all: NonNullable<Json>
          undefeated_streak: number
          undefeated_streak_dates: string | null
          win_streak: number
          win_streak_dates: string | null
          winless_streak: number
          winless_streak_dates: string | null
          yearly_stats: NonNullable<Json>
        }
        Insert: {
          attendance_streak: number
          attendance_streak_dates?: string | null
          fantasy_points: number
          games_played: number
          losing_streak: number
          losing_streak_dates?: string | null
          most_game_goals?: number | null
          most_game_goals_date?: string | null
          most_season_goals?: number | null
          most_season_goals_year?: number | null
          name: string
          player_id: number
          scoring_streak: number
          scoring_streak_dates?: string | null
          selected_club?: Json | null
          teammate_chemistry_all: NonNullable<Json>
          undefeated_streak: number
          undefeated_streak_dates?: string | null
          win_streak: number
          win_streak_dates?: string | null
          winless_streak: number
          winless_streak_dates?: string | null
          yearly_stats: NonNullable<Json>
        }
        Update: {
          attendance_streak?: number
          attendance_streak_dates?: string | null
          fantasy_points?: number
          games_played?: number
          losing_streak?: number
          losing_streak_dates?: string | null
          most_game_goals?: number | null
          most_game_goals_date?: string | null
          most_season_goals?: number | null
          most_season_goals_year?: number | null
          name?: string
          player_id?: number
          scoring_streak?: number
          scoring_streak_dates?: string | null
          selected_club?: Json | null
          teammate_chemistry_all?: NonNullable<Json>
          undefeated_streak?: number
          undefeated_streak_dates?: string | null
          win_streak?: number
          win_streak_dates?: string | null
          winless_streak?: number
          winless_streak_dates?: string | null
          yearly_stats?: NonNullable<Json>
        }
        Relationships: []
      }
      aggregated_recent_performance: {
        Row: {
          last_5_games: NonNullable<Json>
          last_5_goals: number
          name: string
          player_id: number
        }
        Insert: {
          last_5_games: NonNullable<Json>
          last_5_goals: number
          name: string
          player_id: number
        }
        Update: {
          last_5_games?: NonNullable<Json>
          last_5_goals?: number
          name?: string
          player_id?: number
        }
        Relationships: []
      }
      aggregated_records: {
        Row: {
          id: boolean
          records: NonNullable<Json>
        }
        Insert: {
          id?: boolean
          records: NonNullable<Json>
        }
        Update: {
          id?: boolean
          records?: NonNullable<Json>
        }
        Relationships: []
      }
      aggregated_season_honours: {
        Row: {
          season_winners: NonNullable<Json>
          top_scorers: NonNullable<Json>
          year: number
        }
        Insert: {
          season_winners: NonNullable<Json>
          top_scorers: NonNullable<Json>
          year: number
        }
        Update: {
          season_winners?: NonNullable<Json>
          top_scorers?: NonNullable<Json>
          year?: number
        }
        Relationships: []
      }
      aggregated_season_race_data: {
        Row: {
          period_type: string
          player_data: NonNullable<Json>
          season_year: number
        }
        Insert: {
          period_type: string
          player_data: NonNullable<Json>
          season_year: number
        }
        Update: {
          period_type?: string
          player_data?: NonNullable<Json>
          season_year?: number
        }
        Relationships: []
      }
      aggregated_season_stats: {
        Row: {
          clean_sheets: number
          draws: number
          fantasy_points: number
          games_played: number
          goals: number
          heavy_losses: number
          heavy_wins: number
          losses: number
          name: string
          player_id: number
          points_per_game: number
          season_end_date: string
          season_start_date: string
          win_percentage: number
          wins: number
        }
        Insert: {
          clean_sheets: number
          draws: number
          fantasy_points: number
          games_played: number
          goals: number
          heavy_losses: number
          heavy_wins: number
          losses: number
          name: string
          player_id: number
          points_per_game: number
          season_end_date: string
          season_start_date: string
          win_percentage: number
          wins: number
        }
        Update: {
          clean_sheets?: number
          draws?: number
          fantasy_points?: number
          games_played?: number
          goals?: number
          heavy_losses?: number
          heavy_wins?: number
          losses?: number
          name?: string
          player_id?: number
          points_per_game?: number
          season_end_date?: string
          season_start_date?: string
          win_percentage?: number
          wins?: number
        }
        Relationships: []
      }
      app_config: {
        Row: {
          config_key: string
          config_value: string
        }
        Insert: {
          config_key: string
          config_value: string
        }
        Update: {
          config_key?: string
          config_value?: string
        }
        Relationships: []
      }
      background_job_status: {
        Row: {
          cancelled_by: string | null
          claim_id: string | null
          completed_at: string | null
          created_at: string
          error_message: string | null
          force: boolean
          id: string
          job_payload: NonNullable<Json>
          job_type: string
          lease_expires_at: string | null
          lease_token: string | null
          max_retries: number
          message_id: number | null
          next_attempt_at: string | null
          priority: number
          required_as_of: string
          required_version: number
          results: NonNullable<Json>
          retry_count: number
          retry_of: string | null
          started_at: string | null
          status: string
          updated_at: string
          via: string
          via_reason: string | null
          worker_id: string | null
        }
        Insert: {
          cancelled_by?: string | null
          claim_id?: string | null
          completed_at?: string | null
          created_at?: string
          error_message?: string | null
          force?: boolean
          id?: string
          job_payload: NonNullable<Json>
          job_type?: string
          lease_expires_at?: string | null
          lease_token?: string | null
          max_retries?: number
          message_id?: number | null
          next_attempt_at?: string | null
          priority?: number
          required_as_of?: string
          required_version?: number
          results?: NonNullable<Json>
          retry_count?: number
          retry_of?: string | null
          started_at?: string | null
          status?: string
          updated_at?: string
          via?: string
          via_reason?: string | null
          worker_id?: string | null
        }
        Update: {
          cancelled_by?: string | null
          claim_id?: string | null
          completed_at?: string | null
          created_at?: string
          error_message?: string | null
          force?: boolean
          id?: string
          job_payload?: NonNullable<Json>
          job_type?: string
          lease_expires_at?: string | null
          lease_token?: string | null
          max_retries?: number
          message_id?: number | null
          next_attempt_at?: string | null
          priority?: number
          required_as_of?: string
          required_version?: number
          results?: NonNullable<Json>
          retry_count?: number
          retry_of?: string | null
          started_at?: string | null
          status?: string
          updated_at?: string
          via?: string
          via_reason?: string | null
          worker_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "background_job_status_retry_of_exists"
            columns: ["retry_of"]
            isOneToOne: false
            referencedRelation: "background_job_status"
            referencedColumns: ["id"]
          },
        ]
      }
      cache_metadata: {
        Row: {
          cache_key: string
          computed_as_of: string | null
          computed_at: string | null
          computed_run: number
          computed_version: number
          invalidated_run: number
          invalidated_version: number
          last_invalidated: string | null
        }
        Insert: {
          cache_key: string
          computed_as_of?: string | null
          computed_at?: string | null
          computed_run?: number
          computed_version?: number
          invalidated_run?: number
          invalidated_version?: number
          last_invalidated?: string | null
        }
        Update: {
          cache_key?: string
          computed_as_of?: string | null
          computed_at?: string | null
          computed_run?: number
          computed_version?: number
          invalidated_run?: number
          invalidated_version?: number
          last_invalidated?: string | null
        }
        Relationships: []
      }
      dead_letter: {
        Row: {
          created_at: string
          message: Json | null
          message_id: number
          read_count: number
          reason: string
        }
        Insert: {
          created_at?: string
          message?: Json | null
          message_id: number
          read_count: number
          reason: string
        }
        Update: {
          created_at?: string
          message?: Json | null
          message_id?: number
          read_count?: number
          reason?: string
        }
        Relationships: []
      }
      failure_alert: {
        Row: {
          job_id: string
          sent_at: string | null
          taken_at: string
        }
        Insert: {
          job_id: string
          sent_at?: string | null
          taken_at?: string
        }
        Update: {
          job_id?: string
          sent_at?: string | null
          taken_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "failure_alert_job_exists"
            columns: ["job_id"]
            isOneToOne: true
            referencedRelation: "background_job_status"
            referencedColumns: ["id"]
          },
        ]
      }
      job_trigger: {
        Row: {
          created_at: string
          force: boolean | null
          job_id: string
          match_id: number | null
          request_id: string
          retry_of: string | null
          triggered_by: string
          user_id: string | null
        }
        Insert: {
          created_at?: string
          force?: boolean | null
          job_id: string
          match_id?: number | null
          request_id: string
          retry_of?: string | null
          triggered_by: string
          user_id?: string | null
        }
        Update: {
          created_at?: string
          force?: boolean | null
          job_id?: string
          match_id?: number | null
          request_id?: string
          retry_of?: string | null
          triggered_by?: string
          user_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "job_trigger_job_exists"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "background_job_status"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "job_trigger_retry_of_exists"
            columns: ["retry_of"]
            isOneToOne: false
            referencedRelation: "background_job_status"
            referencedColumns: ["id"]
          },
        ]
      }
      matches: {
        Row: {
          match_date: string
          match_id: number
          team_a_own_goals: number
          team_a_score: number
          team_b_own_goals: number
          team_b_score: number
          version: number
        }
        Insert: {
          match_date: string
          match_id?: number
          team_a_own_goals?: number
          team_a_score: number
          team_b_own_goals?: number
          team_b_score: number
          version?: number
        }
        Update: {
          match_date?: string
          match_id?: number
          team_a_own_goals?: number
          team_a_score?: number
          team_b_own_goals?: number
          team_b_score?: number
          version?: number
        }
        Relationships: []
      }
      planned_matches: {
        Row: {
          match_date: string
          plan_id: number
          version: number
        }
        Insert: {
          match_date: string
          plan_id?: number
          version?: number
        }
        Update: {
          match_date?: string
          plan_id?: number
          version?: number
        }
        Relationships: []
      }
      planned_players: {
        Row: {
          plan_id: number
          player_id: number
          team: string | null
        }
        Insert: {
          plan_id: number
          player_id: number
          team?: string | null
        }
        Update: {
          plan_id?: number
          player_id?: number
          team?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "planned_players_plan_id_fkey"
            columns: ["plan_id"]
            isOneToOne: false
            referencedRelation: "planned_matches"
            referencedColumns: ["plan_id"]
          },
          {
            foreignKeyName: "planned_players_player_id_fkey"
            columns: ["player_id"]
            isOneToOne: false
            referencedRelation: "players"
            referencedColumns: ["player_id"]
          },
        ]
      }
      player_matches: {
        Row: {
          goals: number
          match_id: number
          player_id: number
          player_match_id: number
          team: string
        }
        Insert: {
          goals?: number
          match_id: number
          player_id: number
          player_match_id?: number
          team: string
        }
        Update: {
          goals?: number
          match_id?: number
          player_id?: number
          player_match_id?: number
          team?: string
        }
        Relationships: [
          {
            foreignKeyName: "player_matches_match_id_fkey"
            columns: ["match_id"]
            isOneToOne: false
            referencedRelation: "appearance"
            referencedColumns: ["match_id"]
          },
          {
            foreignKeyName: "player_matches_match_id_fkey"
            columns: ["match_id"]
            isOneToOne: false
            referencedRelation: "match_side"
            referencedColumns: ["match_id"]
          },
          {
            foreignKeyName: "player_matches_match_id_fkey"
            columns: ["match_id"]
            isOneToOne: false
            referencedRelation: "matches"
            referencedColumns: ["match_id"]
          },
          {
            foreignKeyName: "player_matches_player_id_fkey"
            columns: ["player_id"]
            isOneToOne: false
            referencedRelation: "players"
            referencedColumns: ["player_id"]
          },
        ]
      }
      players: {
        Row: {
          is_retired: boolean
          is_ringer: boolean
          join_date: string | null
          name: string
          player_id: number
          selected_club: Json | null
          version: number
        }
        Insert: {
          is_retired?: boolean
          is_ringer?: boolean
          join_date?: string | null
          name: string
          player_id?: number
          selected_club?: Json | null
          version?: number
        }
        Update: {
          is_retired?: boolean
          is_ringer?: boolean
          join_date?: string | null
          name?: string
          player_id?: number
          selected_club?: Json | null
          version?: number
        }
        Relationships: []
      }
      sign_in_try: {
        Row: {
          key: string
          known_until: string | null
          tries: number
          window_ends_at: string
        }
        Insert: {
          key: string
          known_until?: string | null
          tries: number
          window_ends_at: string
        }
        Update: {
          key?: string
          known_until?: string | null
          tries?: number
          window_ends_at?: string
        }
        Relationships: []
      }
      source_version: {
        Row: {
          changed_at: string
          id: boolean
          version: number
        }
        Insert: {
          changed_at?: string
          id?: boolean
          version?: number
        }
        Update: {
          changed_at?: string
          id?: boolean
          version?: number
        }
        Relationships: []
      }
      worker_heartbeat: {
        Row: {
          last_beat_at: string
          started_at: string
          stopped_at: string | null
          version: string
          worker_id: string
        }
        Insert: {
          last_beat_at?: string
          started_at?: string
          stopped_at?: string | null
          version: string
          worker_id: string
        }
        Update: {
          last_beat_at?: string
          started_at?: string
          stopped_at?: string | null
          version?: string
          worker_id?: string
        }
        Relationships: []
      }
    }
    Views: {
      appearance: {
        Row: {
          clean_sheet: boolean | null
          fantasy_points: number | null
          goals: number | null
          goals_against: number | null
          goals_for: number | null
          half_season_start: string | null
          heavy_loss: boolean | null
          heavy_win: boolean | null
          match_date: string | null
          match_id: number | null
          match_ordinal: number | null
          player_id: number | null
          result: string | null
          season_start: string | null
          season_year: number | null
          team: string | null
        }
        Relationships: [
          {
            foreignKeyName: "player_matches_player_id_fkey"
            columns: ["player_id"]
            isOneToOne: false
            referencedRelation: "players"
            referencedColumns: ["player_id"]
          },
        ]
      }
      appearance_run: {
        Row: {
          appearance_number: number | null
          attendance_run: number | null
          goals: number | null
          goals_so_far: number | null
          loss_run: number | null
          match_date: string | null
          match_ordinal: number | null
          player_id: number | null
          scoring_run: number | null
          undefeated_run: number | null
          win_run: number | null
          winless_run: number | null
        }
        Relationships: [
          {
            foreignKeyName: "player_matches_player_id_fkey"
            columns: ["player_id"]
            isOneToOne: false
            referencedRelation: "players"
            referencedColumns: ["player_id"]
          },
        ]
      }
      match_side: {
        Row: {
          clean_sheet: boolean | null
          fantasy_points: number | null
          goals_against: number | null
          goals_for: number | null
          half_season_start: string | null
          heavy_loss: boolean | null
          heavy_win: boolean | null
          match_date: string | null
          match_id: number | null
          match_ordinal: number | null
          own_goals: number | null
          result: string | null
          season_start: string | null
          season_year: number | null
          team: string | null
        }
        Relationships: []
      }
      setting_limit: {
        Row: {
          config_key: string | null
          kind: string | null
          maximum: number | null
          minimum: number | null
        }
        Relationships: []
      }
      stats_config: {
        Row: {
          fantasy_clean_sheet_draw_points: number | null
          fantasy_clean_sheet_win_points: number | null
          fantasy_draw_points: number | null
          fantasy_heavy_clean_sheet_win_points: number | null
          fantasy_heavy_loss_points: number | null
          fantasy_heavy_win_points: number | null
          fantasy_loss_points: number | null
          fantasy_win_points: number | null
          game_milestone_threshold: number | null
          games_required_for_hof: number | null
          goal_milestone_threshold: number | null
          goal_streak_threshold: number | null
          hall_of_fame_limit: number | null
          loss_streak_threshold: number | null
          match_duration_minutes: number | null
          min_games_for_honours: number | null
          min_streak_length: number | null
          on_fire_grim_reaper_min_games: number | null
          on_fire_grim_reaper_window_days: number | null
          performance_half_life_days: number | null
          performance_qualification_threshold: number | null
          unbeaten_streak_threshold: number | null
          win_streak_threshold: number | null
          winless_streak_threshold: number | null
        }
        Relationships: []
      }
    }
    Functions: {
      abandon_silent_edge_runs: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      beat_stats_worker: {
        Args: { p_stopped?: boolean; p_version: string; p_worker_id: string }
        Returns: undefined
      }
      begin_edge_run: {
        Args: {
          p_force: boolean
          p_lease_token: string
          p_payload: Json
          p_reason: string
        }
        Returns: Json
      }
      begin_sign_in: {
        Args: { p_account: string; p_address: string }
        Returns: number
      }
      begin_stats_run: {
        Args: { p_as_of: string; p_lock_key: string }
        Returns: Record<string, unknown>
      }
      bury_orphaned_stats_messages: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      bury_stats_message: {
        Args: {
          p_message: Json
          p_message_id: number
          p_read_count: number
          p_reason: string
        }
        Returns: undefined
      }
      cache_tag_changes: {
        Args: Record<PropertyKey, never>
        Returns: {
          changes: number
          tag: string
        }[]
      }
      cache_tag_contents: { Args: Record<PropertyKey, never>; Returns: Json }
      cancel_planned_match: {
        Args: {
          p_changed_by: string
          p_plan_id: number
          p_request_id: string
          p_version: number
        }
        Returns: Json
      }
      cancel_stats_job: {
        Args: { p_job_id: string; p_user_id?: string }
        Returns: string
      }
      change_settings: {
        Args: { p_changed_by: string; p_changes: Json; p_request_id: string }
        Returns: Json
      }
      claim_stats_job: {
        Args: {
          p_claim_id: string
          p_lease_seconds: number
          p_wait_seconds?: number
          p_worker_id: string
        }
        Returns: Json
      }
      club_attendance: {
        Args: {
          p_absent_weeks: number
          p_ringer_games: number
          p_ringer_weeks: number
        }
        Returns: Json
      }
      club_benchmarks: { Args: Record<PropertyKey, never>; Returns: Json }
      club_rules: { Args: Record<PropertyKey, never>; Returns: Json }
      club_today: { Args: { p_at?: string }; Returns: string }
      complete_planned_match: {
        Args: {
          p_changed_by: string
          p_match: Json
          p_payload?: Json
          p_plan_id: number
          p_request_id: string
          p_version: number
        }
        Returns: Json
      }
      complete_stats_job: {
        Args: {
          p_invalidated: boolean
          p_job_id: string
          p_lease_token: string
          p_visible: boolean
        }
        Returns: boolean
      }
      config_count: {
        Args: { p_default: number; p_value: string }
        Returns: number
      }
      config_integer: {
        Args: { p_default: number; p_value: string }
        Returns: number
      }
      config_is_on: { Args: { p_key: string }; Returns: boolean }
      config_positive: {
        Args: { p_default: number; p_value: string }
        Returns: number
      }
      describe_stats_claim: { Args: { p_job_id: string }; Returns: Json }
      edit_match: {
        Args: {
          p_changed_by: string
          p_match: Json
          p_payload?: Json
          p_request_id: string
        }
        Returns: Json
      }
      end_stats_job: {
        Args: { p_error_message?: string; p_job_id: string; p_status: string }
        Returns: undefined
      }
      enqueue_overdue_stats_job: {
        Args: Record<PropertyKey, never>
        Returns: boolean
      }
      enqueue_stats_job: {
        Args: { p_force?: boolean; p_payload: Json }
        Returns: Json
      }
      extend_stats_job_lease: {
        Args: {
          p_job_id: string
          p_lease_seconds: number
          p_lease_token: string
        }
        Returns: string
      }
      fail_stats_job: {
        Args: {
          p_backoff_base_seconds: number
          p_backoff_cap_seconds: number
          p_error: string
          p_job_id: string
          p_lease_token: string
        }
        Returns: string
      }
      finish_stats_run: {
        Args: {
          p_as_of: string
          p_cache_keys: string[]
          p_rows: number
          p_source_version: number
        }
        Returns: Json
      }
      half_season_start: { Args: { p_date: string }; Returns: string }
      last_ordinal: {
        Args: { p_as_of: string }
        Returns: {
          match_ordinal: number
        }[]
      }
      latest_match: {
        Args: { p_as_of: string }
        Returns: {
          match_date: string
          match_id: number
          match_ordinal: number
          regulars_played: boolean
          team_a_score: number
          team_b_score: number
        }[]
      }
      lock_sign_in_tries: {
        Args: { p_account: string; p_address: string }
        Returns: string[]
      }
      longest_streaks: {
        Args: { p_through_ordinal: number }
        Returns: {
          end_date: string
          length: number
          player_id: number
          start_date: string
          streak_type: string
        }[]
      }
      mark_cache_invalidated: { Args: { p_tags: Json }; Returns: undefined }
      match_report_form: {
        Args: {
          p_match_date: string
          p_match_id: number
          p_match_ordinal: number
        }
        Returns: {
          grim_reaper_player_id: number
          on_fire_player_id: number
        }[]
      }
      match_report_leaders: {
        Args: { p_match_date: string; p_match_ordinal: number }
        Returns: {
          half_season_fantasy_leaders: Json
          half_season_goal_leaders: Json
          season_fantasy_leaders: Json
          season_goal_leaders: Json
        }[]
      }
      match_report_milestones: {
        Args: { p_match_id: number; p_match_ordinal: number }
        Returns: {
          game_milestones: Json
          goal_milestones: Json
        }[]
      }
      match_report_streaks: {
        Args: { p_match_ordinal: number }
        Returns: {
          feat_breaking_data: Json
          goal_streaks: Json
          streaks: Json
        }[]
      }
      match_report_teams: {
        Args: { p_match_id: number }
        Returns: {
          team_a_players: string[]
          team_a_scorers: string
          team_b_players: string[]
          team_b_scorers: string
        }[]
      }
      note_change: {
        Args: {
          p_action: string
          p_answer: Json
          p_changed_by: string
          p_request_id: string
          p_subject: string
          p_subject_id: number
          p_version: number
        }
        Returns: Json
      }
      note_failure_alert_sent: {
        Args: { p_job_id: string }
        Returns: undefined
      }
      note_served_stats: { Args: { p_served: Json }; Returns: string[] }
      note_stats_worker_alive: {
        Args: { p_worker_id: string }
        Returns: undefined
      }
      owed_cache_tags: { Args: Record<PropertyKey, never>; Returns: Json }
      player_totals: {
        Args: { p_from: string; p_period: string; p_through_ordinal: number }
        Returns: {
          clean_sheets: number
          conceded: number
          draws: number
          fantasy_points: number
          games_played: number
          goals: number
          heavy_losses: number
          heavy_wins: number
          losses: number
          period_start: string
          player_id: number
          points_per_game: number
          win_percentage: number
          wins: number
        }[]
      }
      profile_history: {
        Args: { p_as_of: string }
        Returns: {
          fantasy_points: number
          games_played: number
          most_game_goals: number
          most_game_goals_date: string
          most_season_goals: number
          most_season_goals_year: number
          player_id: number
          teammates: Json
          years: Json
        }[]
      }
      profile_streaks: {
        Args: { p_through_ordinal: number }
        Returns: {
          attendance: number
          attendance_dates: string
          losing: number
          losing_dates: string
          player_id: number
          scoring: number
          scoring_dates: string
          undefeated: number
          undefeated_dates: string
          win: number
          win_dates: string
          winless: number
          winless_dates: string
        }[]
      }
      prune_stats_jobs: {
        Args: { p_keep_days: number; p_limit?: number }
        Returns: number
      }
      rated_players: {
        Args: { p_as_of: string }
        Returns: {
          available: number
          first_match_date: string
          is_qualified: boolean
          is_ringer: boolean
          played: number
          player_id: number
          power: number
          power_error: number
          threat: number
        }[]
      }
      reconcile_stats_queue: { Args: Record<PropertyKey, never>; Returns: Json }
      record_stats_function_results: {
        Args: { p_job_id: string; p_lease_token: string; p_outcomes: Json }
        Returns: boolean
      }
      record_streaks: {
        Args: { p_through_ordinal: number }
        Returns: {
          end_date: string
          length: number
          player_id: number
          start_date: string
          streak_type: string
        }[]
      }
      records_document: {
        Args: { p_through_ordinal: number }
        Returns: {
          records: Json
        }[]
      }
      records_through: {
        Args: { p_through_ordinal: number }
        Returns: {
          end_date: string
          match_id: number
          player_id: number
          record_type: string
          start_date: string
          team: string
          value: number
        }[]
      }
      refuse_stale_change: {
        Args: { p_subject: string; p_subject_id: number; p_version: number }
        Returns: undefined
      }
      release_stats_job: {
        Args: { p_job_id: string; p_lease_token: string }
        Returns: boolean
      }
      remove_plan: {
        Args: { p_plan_id: number; p_version: number }
        Returns: undefined
      }
      repeated_change: {
        Args: { p_request_id: string; p_subject: string }
        Returns: Json
      }
      require_lease: { Args: { p_lease_seconds: number }; Returns: undefined }
      resend_lost_stats_messages: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      retry_stats_job: {
        Args: {
          p_edge_reason?: string
          p_job_id: string
          p_lease_token?: string
          p_request_id: string
          p_user_id: string
        }
        Returns: Json
      }
      running_streaks: {
        Args: { p_match_ordinal: number }
        Returns: {
          goals: number
          length: number
          name: string
          played: boolean
          player_id: number
          record_before: number
          streak_type: string
        }[]
      }
      runs_by_type: {
        Args: {
          p_attendance: number
          p_loss: number
          p_scoring: number
          p_undefeated: number
          p_win: number
          p_winless: number
        }
        Returns: {
          length: number
          streak_type: string
        }[]
      }
      save_match_result: {
        Args: { p_match: Json; p_payload?: Json }
        Returns: Json
      }
      save_planned_match: {
        Args: { p_changed_by: string; p_plan: Json; p_request_id: string }
        Returns: Json
      }
      save_player: {
        Args: {
          p_changed_by: string
          p_payload?: Json
          p_player: Json
          p_request_id: string
        }
        Returns: Json
      }
      season_end: { Args: { p_date: string }; Returns: string }
      season_honours: {
        Args: { p_as_of: string }
        Returns: {
          season_winners: Json
          top_scorers: Json
          year: number
        }[]
      }
      season_start: { Args: { p_date: string }; Returns: string }
      send_stats_job_message: { Args: { p_job_id: string }; Returns: undefined }
      settle_sign_in: {
        Args: { p_account: string; p_address: string; p_was_right: boolean }
        Returns: undefined
      }
      stats_health: { Args: Record<PropertyKey, never>; Returns: Json }
      stats_jobs_page: {
        Args: {
          p_before_at?: string
          p_before_id?: string
          p_limit: number
          p_status?: string
          p_trigger?: string
        }
        Returns: Json
      }
      stats_queue_overview: { Args: Record<PropertyKey, never>; Returns: Json }
      stats_run_history: { Args: { p_runs: number }; Returns: Json }
      take_failure_alert: { Args: Record<PropertyKey, never>; Returns: Json }
      take_stats_job: {
        Args: {
          p_claim_id: string
          p_lease_seconds: number
          p_wait_seconds: number
          p_worker_id: string
        }
        Returns: Json
      }
      undo_match: {
        Args: {
          p_changed_by: string
          p_match_id: number
          p_payload?: Json
          p_request_id: string
          p_version: number
        }
        Returns: Json
      }
      unmet_by_stats_job: { Args: { p_job_id: string }; Returns: string }
      update_aggregated_all_time_stats: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_aggregated_hall_of_fame: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_aggregated_match_report_cache: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_aggregated_personal_bests: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_aggregated_player_profile_stats: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_aggregated_recent_performance: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_aggregated_season_honours_and_records: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_aggregated_season_race_data: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_half_and_full_season_stats: {
        Args: { p_as_of?: string }
        Returns: Json
      }
      update_power_ratings: { Args: { p_as_of?: string }; Returns: Json }
      weighted_records: {
        Args: { p_as_of: string; p_half_life_days: number }
        Returns: {
          appearances: number
          available: number
          first_match_date: string
          goals: number
          played: number
          player_id: number
          points: number
          square_points: number
          square_points_squared: number
          squares: number
        }[]
      }
      why_no_job: {
        Args: { p_message: Json; p_message_id: number }
        Returns: string
      }
      with_stats_function_result: {
        Args: { p_outcome: Json; p_results: Json }
        Returns: Json
      }
      write_match: { Args: { p_match: Json }; Returns: number }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
