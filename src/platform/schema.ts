// Generated from the migrations by scripts/generate-schema.ts. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Each capability's own tables: only it may write them. */
export interface Owned {
  agreements: {
    'round_answers': {
      commissioner_id: string
      round_id: string
      contribution_id: string
      membership_id: string
      theme_ids: string[]
      spans: ColumnType<unknown, string, string>
      sentiment: number | null
    }
    'round_closures': {
      commissioner_id: string
      round_id: string
      reason: string
      measured: ColumnType<unknown, string, string>
      closed_by: string | null
      closed_at: Date
    }
    'round_coders': {
      commissioner_id: string
      round_id: string
      membership_id: string
    }
    'round_comments': {
      commissioner_id: string
      round_id: string
      contribution_id: string
      place: number
    }
    'rounds': {
      commissioner_id: string
      id: string
      frame_id: string
      survey_id: string | null
      source_id: string | null
      size: number
      seed: number
      made_by: string | null
      made_at: Date
      drawn_from: Generated<string>
      eligible: Generated<number>
    }
    'settlements': {
      commissioner_id: string
      id: string
      round_id: string
      contribution_id: string
      theme_ids: string[]
      reason: string | null
      settled_by: string | null
      settled_at: Date
    }
  }
  analysts: {
    'analysis_package_closures': {
      commissioner_id: string
      package_id: string
      reason: string
      closed_by: string | null
      closed_at: Date
    }
    'analysis_package_comments': {
      commissioner_id: string
      package_id: string
      number: number
      question: string
      contribution_id: string
    }
    'analysis_package_documents': {
      commissioner_id: string
      package_id: string
      document_id: string
    }
    'analysis_package_responses': {
      commissioner_id: string
      package_id: string
      number: number
      response_id: string
    }
    'analysis_packages': {
      commissioner_id: string
      id: string
      survey_id: string | null
      source_id: string | null
      frame_id: string | null
      analyst_id: string
      title: string
      purpose: string
      agreement: string
      starts_on: string
      ends_on: string
      made_by: string | null
      made_at: Date
    }
    'analysis_return_acceptances': {
      commissioner_id: string
      package_id: string
      return_id: string
      accepted_by: string | null
      accepted_at: Date
    }
    'analysis_returns': {
      commissioner_id: string
      id: string
      package_id: string
      file_sha256: Buffer
      report_file_id: string | null
      returned_by: string
      returned_at: Date
    }
    'returned_codings': {
      commissioner_id: string
      return_id: string
      line: number
      contribution_id: string
      theme_id: string | null
      new_theme: string | null
      start_at: number | null
      end_at: number | null
    }
    'returned_sentiments': {
      commissioner_id: string
      return_id: string
      contribution_id: string
      value: number
    }
  }
  assurance: {
    'seal_members': {
      commissioner_id: string
      event_id: string
      seal_number: number
      position: number
      event_hash: string
    }
    'seals': {
      commissioner_id: string
      number: number
      sealed_at: Date
      previous: string
      hash: string
    }
  }
  calendars: {
    'calendar_entries': {
      commissioner_id: string
      id: string
      title: string
      starts_on: string
      ends_on: string
      communities: Generated<string[]>
      shared: boolean
      added_by: string | null
      added_at: Date
    }
    'calendar_entry_removals': {
      commissioner_id: string
      entry_id: string
      reason: string
      removed_by: string | null
      removed_at: Date
    }
    'calendar_feed_events': {
      commissioner_id: string
      feed_id: string
      number: number
      title: string
      starts_on: string
      ends_on: string
      href: string | null
    }
    'calendar_feed_removals': {
      commissioner_id: string
      feed_id: string
      removed_by: string | null
      removed_at: Date
    }
    'calendar_feeds': {
      commissioner_id: string
      id: string
      name: string
      communities: Generated<string[]>
      imported_by: string | null
      imported_at: Date
    }
    'calendar_limits': {
      commissioner_id: string
      id: string
      at_once: number
      reason: string
      set_by: string | null
      set_at: Date
    }
    'calendar_periods': {
      commissioner_id: string
      id: string
      key: string
      kind: string
      name: string
      from_on: string | null
      to_on: string | null
      reason: string
      written_by: string | null
      written_at: Date
    }
  }
  codings: {
    'batch_counts': {
      commissioner_id: string
      frame_id: string
      batch_id: string
      comments: number
      finished: number
      counted_at: Date
    }
    'coder_places': {
      commissioner_id: string
      frame_id: string
      batch_id: string
      membership_id: string
      contribution_id: string
      before: Generated<string[]>
      opened_at: Date
    }
    'coders': {
      commissioner_id: string
      id: string
      kind: string
      name: string
      membership_id: string | null
      added_at: Date
    }
    'coding_act_undoings': {
      commissioner_id: string
      act_id: string
      undone_at: Date
    }
    'coding_acts': {
      commissioner_id: string
      id: string
      coder_id: string
      contribution_id: string
      frame_id: string | null
      codings_made: Generated<string[]>
      codings_removed: Generated<string[]>
      finished: Generated<string[]>
      sentiments_made: Generated<string[]>
      mark_made: string | null
      mark_removed: string | null
      done_at: Date
    }
    'coding_removals': {
      commissioner_id: string
      coding_id: string
      removed_by: string | null
      removed_at: Date
    }
    'coding_returns': {
      commissioner_id: string
      coding_id: string
      returned_as: string
      returned_at: Date
    }
    'coding_successions': {
      commissioner_id: string
      coding_id: string
      successor_id: string
      left_at: Date
      direct: boolean
      fresh: boolean
      undoing: boolean
    }
    'codings': {
      commissioner_id: string
      id: string
      contribution_id: string
      theme_id: string
      coder_id: string
      start_at: number | null
      end_at: number | null
      made_at: Date
      salt: Buffer
    }
    'comment_mark_removals': {
      commissioner_id: string
      mark_id: string
      removed_by: string | null
      removed_at: Date
    }
    'comment_marks': {
      commissioner_id: string
      id: string
      contribution_id: string
      kind: string
      marked_by: string | null
      marked_at: Date
    }
    'finished_codings': {
      commissioner_id: string
      contribution_id: string
      frame_id: string
      coder_id: string
      finished_at: Date
    }
    'sentiment_codings': {
      commissioner_id: string
      id: string
      contribution_id: string
      coder_id: string
      value: number
      made_at: Date
    }
    'sentiment_removals': {
      commissioner_id: string
      sentiment_id: string
      removed_by: string | null
      removed_at: Date
    }
    'theme_keys': {
      commissioner_id: string
      frame_id: string
      theme_id: string
      key: string
    }
  }
  concerns: {
    'concern_acts': {
      commissioner_id: string
      id: string
      contribution_id: string
      act: string
      passed_to: string | null
      passed_on: string | null
      reference: string | null
      acted_by: string | null
      acted_at: Date
    }
    'concern_tellings': {
      commissioner_id: string
      contribution_id: string
      told_at: Date
    }
    'concerns': {
      commissioner_id: string
      contribution_id: string
      kind: string
      due_on: string
      note: string | null
      raised_by: string | null
      raised_at: Date
    }
    'duty_limits': {
      commissioner_id: string
      id: string
      working_days: number
      set_by: string | null
      set_at: Date
    }
    'duty_turn_endings': {
      commissioner_id: string
      turn_id: string
      ended_by: string | null
      ended_at: Date
    }
    'duty_turns': {
      commissioner_id: string
      id: string
      membership_id: string
      starts_on: string
      ends_on: string | null
      added_by: string | null
      added_at: Date
    }
  }
  consultations: {
    'consultation_closures': {
      commissioner_id: string
      consultation_id: string
      reason: string
      closed_by: string | null
      closed_at: Date
    }
    'consultation_corrections': {
      commissioner_id: string
      id: string
      consultation_id: string
      part: string
      said_before: string
      reason: string
      corrected_by: string | null
      corrected_at: Date
    }
    'consultation_document_withdrawals': {
      commissioner_id: string
      document_id: string
      reason: string
      withdrawn_by: string | null
      withdrawn_at: Date
    }
    'consultation_documents': {
      commissioner_id: string
      id: string
      consultation_id: string
      title: string
      kind: string
      file_id: string
      added_by: string | null
      added_at: Date
    }
    'consultation_extensions': {
      commissioner_id: string
      id: string
      consultation_id: string
      from_on: string
      to_on: string
      reason: string
      extended_by: string | null
      extended_at: Date
    }
    'consultation_proposals': {
      commissioner_id: string
      consultation_id: string
      options: ColumnType<unknown, string | undefined, string>
      no_options: Generated<string>
      discarded: ColumnType<unknown, string | undefined, string>
      none_discarded: Generated<string>
      involvement: ColumnType<unknown, string | undefined, string>
      no_equality: Generated<string>
      no_quality: Generated<string>
      no_privacy: Generated<string>
      no_document: Generated<string>
      short_period: Generated<string>
      pre_election: Generated<string>
      not_decided: Generated<boolean>
      decides_from: string | null
      not_a_vote: Generated<boolean>
      feedback_how: Generated<string>
      feedback_late: Generated<string>
    }
    'consultation_publications': {
      commissioner_id: string
      consultation_id: string
      published_by: string | null
      published_at: Date
    }
    'consultation_statements': {
      commissioner_id: string
      id: string
      consultation_id: string
      about: string
      words: string
      due_on: string | null
      stated_by: string | null
      stated_at: Date
    }
    'consultations': {
      commissioner_id: string
      id: string
      slug: string
      title: string
      summary: string
      can_change: string
      cannot_change: string
      opens_on: string
      closes_on: string
      survey_id: string
      drafted_by: string | null
      drafted_at: Date
      decides: Generated<string>
      places: Generated<string[]>
      kind: Generated<string>
      answering: Generated<string>
      communities: Generated<string[]>
      other_ways: Generated<string>
      formats_within: number | null
      feedback_due_on: string | null
    }
  }
  contributions: {
    'answers': {
      commissioner_id: string
      response_id: string
      question_key: string
      choices: string[]
    }
    'apart_answers': {
      commissioner_id: string
      response_id: string
      question_key: string
      value: string
    }
    'contributions': {
      commissioner_id: string
      id: string
      response_id: string
      question_key: string | null
      question_text: string | null
      words: string | null
      score: number | null
      salt: Buffer
      source_id: string | null
      source_key: string | null
    }
    'equality_answers': {
      commissioner_id: string
      response_id: string
      question_key: string
      choices: string[]
    }
    'hold_releases': {
      commissioner_id: string
      contribution_id: string
      released_by: string | null
      released_at: Date
    }
    'holds': {
      commissioner_id: string
      contribution_id: string
      reason: string
      held_at: Date
    }
    'receipts': {
      commissioner_id: string
      response_id: string
      code_hash: Buffer
    }
    'redaction_lifts': {
      commissioner_id: string
      redaction_id: string
      reason: string
      lifted_by: string | null
      lifted_at: Date
    }
    'redactions': {
      commissioner_id: string
      id: string
      contribution_id: string
      start_at: number
      end_at: number
      reason: string
      redacted_by: string | null
      redacted_at: Date
    }
    'response_exclusion_lifts': {
      commissioner_id: string
      exclusion_id: string
      reason: string
      lifted_by: string | null
      lifted_at: Date
    }
    'response_exclusions': {
      commissioner_id: string
      id: string
      response_id: string
      reason: string
      excluded_by: string | null
      excluded_at: Date
    }
    'response_files': {
      commissioner_id: string
      response_id: string
      question_key: string
      file_id: string
    }
    'response_withdrawals': {
      commissioner_id: string
      response_id: string
      replaced_by: string | null
      withdrawn_at: Date
    }
    'responses': {
      commissioner_id: string
      id: string
      channel: string
      survey_id: string | null
      survey_version_id: string | null
      source_id: string | null
      person_id: string | null
      organisation_id: string | null
      respondent: string | null
      place: string | null
      said_on: string
      received_at: Date
      salt: Buffer
      variant: string | null
    }
    'sending_keys': {
      commissioner_id: string
      key_hash: Buffer
    }
    'sources': {
      commissioner_id: string
      id: string
      name: string
      added_at: Date
    }
    'withholding_lifts': {
      commissioner_id: string
      withholding_id: string
      reason: string
      lifted_by: string | null
      lifted_at: Date
    }
    'withholdings': {
      commissioner_id: string
      id: string
      contribution_id: string
      audience: string
      reason: string
      withheld_by: string | null
      withheld_at: Date
    }
  }
  decisions: {
    'change_completions': {
      commissioner_id: string
      change_id: string
      evidence: string
      done_on: string
      recorded_by: string | null
      recorded_at: Date
    }
    'change_drops': {
      commissioner_id: string
      change_id: string
      reason: string
      dropped_by: string | null
      dropped_at: Date
    }
    'changes': {
      commissioner_id: string
      id: string
      decision_id: string
      finding_id: string | null
      title: string
      owner: string
      due_on: string
      promised_by: string | null
      promised_at: Date
      salt: Buffer
    }
    'decision_finding_removals': {
      commissioner_id: string
      decision_id: string
      finding_id: string
      reason: string
      removed_by: string | null
      removed_at: Date
    }
    'decision_findings': {
      commissioner_id: string
      decision_id: string
      finding_id: string
      put_by: string | null
      put_at: Date
    }
    'decision_publications': {
      commissioner_id: string
      decision_id: string
      published_by: string | null
      published_at: Date
    }
    'decisions': {
      commissioner_id: string
      id: string
      slug: string
      title: string
      question: string
      decided_by: string
      decided_on: string
      drafted_by: string | null
      drafted_at: Date
    }
    'finding_answers': {
      commissioner_id: string
      id: string
      decision_id: string
      finding_id: string
      outcome: string
      reason: string
      answered_by: string | null
      answered_at: Date
      salt: Buffer
    }
  }
  drafts: {
    'address_warnings': {
      commissioner_id: string
      address_id: string
      told_of: string | null
    }
    'draft_closings': {
      commissioner_id: string
      survey_id: string
      closes_on: string
    }
    'drafts': {
      commissioner_id: string
      id: string
      token_hash: Buffer | null
      survey_id: string
      survey_version_id: string
      page: number
      body: ColumnType<unknown, string, string>
      return_path: string
      saved_at: Date
      lasts_until: string
    }
    'return_addresses': {
      commissioner_id: string
      id: string
      survey_id: string
      email: string
      key_hash: Buffer | null
      series: string
      lasts_until: string
    }
    'return_links': {
      commissioner_id: string
      id: string
      draft_id: string
      address_id: string
    }
  }
  entries: {
    'entered_events': {
      commissioner_id: string
      entry_id: string
      title: string
      people_present: number
    }
    'entries': {
      commissioner_id: string
      id: string
      survey_id: string
      response_id: string
      way: string
      received_on: string
      assisted_by: string | null
      organisation_id: string | null
      authorised_by: string | null
      late_reason: string | null
      entered_by: string | null
      entered_at: Date
    }
    'entry_withdrawals': {
      commissioner_id: string
      entry_id: string
      reason: string
      withdrawn_by: string | null
      withdrawn_at: Date
    }
    'refused_texts': {
      commissioner_id: string
      id: string
      reason: string
      refused_at: Date
    }
    'repeated_texts': {
      commissioner_id: string
      response_id: string
    }
    'text_keys': {
      commissioner_id: string
      survey_id: string
      key: Buffer
    }
    'text_line_ends': {
      commissioner_id: string
      line_id: string
      ended_by: string | null
      ended_at: Date
    }
    'text_lines': {
      commissioner_id: string
      id: string
      number: string
      keyword: string | null
      survey_id: string
      question_key: string
      opened_by: string | null
      opened_at: Date
    }
    'text_secrets': {
      commissioner_id: string
      id: string
      secret_hash: Buffer
      made_by: string | null
      made_at: Date
    }
    'text_senders': {
      commissioner_id: string
      survey_id: string
      sender_hash: Buffer
    }
  }
  findings: {
    'finding_numbers': {
      commissioner_id: string
      id: string
      finding_id: string
      label: string
      query: string
      counted: ColumnType<unknown, string, string>
    }
    'finding_publications': {
      commissioner_id: string
      finding_id: string
      published_by: string | null
      published_at: Date
    }
    'finding_questions': {
      commissioner_id: string
      finding_id: string
      question_key: string
      counts: ColumnType<unknown, string, string>
      answered: number
    }
    'finding_quotes': {
      commissioner_id: string
      id: string
      finding_id: string
      contribution_id: string
      start_at: number
      end_at: number
      side: Generated<string>
    }
    'finding_reviews': {
      commissioner_id: string
      id: string
      finding_id: string
      outcome: string
      note: string
      reviewed_by: string | null
      reviewed_at: Date
    }
    'finding_themes': {
      commissioner_id: string
      finding_id: string
      theme_id: string
      comments: number
      responses: number
    }
    'finding_withdrawals': {
      commissioner_id: string
      finding_id: string
      reason: string
      withdrawn_by: string | null
      withdrawn_at: Date
    }
    'findings': {
      commissioner_id: string
      id: string
      title: string
      claim: string
      contrary: Generated<string>
      survey_id: string | null
      source_id: string | null
      made_by: string | null
      made_at: Date
      salt: Buffer
      strength: string | null
      strength_reason: Generated<string>
      instead_of: string | null
    }
  }
  flags: {
    'comparisons': {
      commissioner_id: string
      id: string
      survey_id: string | null
      source_id: string | null
      texts: number
      compared_at: Date
    }
    'flag_groups': {
      commissioner_id: string
      id: string
      survey_id: string | null
      source_id: string | null
      kind: string
      found_at: Date
    }
    'flag_leavings': {
      commissioner_id: string
      flag_id: string
      left_by: string | null
      left_at: Date
    }
    'flags': {
      commissioner_id: string
      id: string
      response_id: string
      kind: string
      signs: Generated<string[]>
      group_id: string | null
      contribution_id: string | null
      raised_at: Date
    }
    'spent_challenges': {
      commissioner_id: string
      challenge_hash: Buffer
      expires_at: Date
    }
  }
  invitations: {
    'invitation_batches': {
      commissioner_id: string
      id: string
      survey_id: string
      name: string
      way: string
      made_by: string | null
      made_at: Date
    }
    'invitation_keys': {
      commissioner_id: string
      survey_id: string
      key: Buffer
    }
    'invitation_letters': {
      commissioner_id: string
      id: string
      batch_id: string
      message_id: string
    }
    'invitation_spendings': {
      commissioner_id: string
      invitation_id: string
      spent_on: string | null
    }
    'invitation_withdrawals': {
      commissioner_id: string
      batch_id: string
      reason: string
      withdrawn_by: string | null
      withdrawn_at: Date
    }
    'invitations': {
      commissioner_id: string
      id: string
      survey_id: string
      batch_id: string | null
      mark: Buffer | null
      secret_hash: Buffer
    }
    'invited_addresses': {
      commissioner_id: string
      letter_id: string
      survey_id: string
      mark: Buffer
      email: string | null
      contact_point_id: string | null
    }
    'letter_invitations': {
      commissioner_id: string
      letter_id: string
      invitation_id: string
    }
    'link_attempts': {
      commissioner_id: string
      id: string
      survey_id: string
      address_mark: Buffer
      origin_mark: Buffer
      at: Date
    }
    'link_requests': {
      commissioner_id: string
      id: string
      survey_id: string
      email: string
      message_id: string | null
    }
  }
  kiosks: {
    'kiosk_retirements': {
      commissioner_id: string
      kiosk_id: string
      reason: string
      retired_by: string | null
      retired_at: Date
    }
    'kiosk_states': {
      commissioner_id: string
      kiosk_id: string
      waiting: number
      refused: number
      heard_at: Date
    }
    'kiosks': {
      commissioner_id: string
      id: string
      consultation_id: string
      name: string
      place: string | null
      token_hash: Buffer
      added_by: string | null
      added_at: Date
    }
  }
  organisations: {
    'organisation_addresses': {
      commissioner_id: string
      organisation_id: string
      lines: string
      postcode: Generated<string>
      from_on: string
    }
    'organisation_codes': {
      commissioner_id: string
      organisation_id: string
      scheme: Generated<string>
      code: string
      from_on: string
      to_on: string | null
    }
    'organisation_names': {
      commissioner_id: string
      organisation_id: string
      name: string
      from_on: string
    }
    'organisations': {
      commissioner_id: string
      id: string
      kind: string
      opened_on: string | null
      closed_on: string | null
      added_at: Date
    }
  }
  papers: {
    'form_settlements': {
      commissioner_id: string
      form_id: string
      response_id: string
      compared: number
      differed: number
      differing_keys: Generated<string[]>
      reason: string | null
      settled_by: string
      settled_at: Date
    }
    'keyings': {
      commissioner_id: string
      id: string
      form_id: string
      turn: number
      received_on: string
      typed: ColumnType<unknown, string, string>
      keyed_by: string
      keyed_at: Date
    }
    'paper_forms': {
      commissioner_id: string
      id: string
      consultation_id: string
      survey_version_id: string
      serial: string
      printed_by: string | null
      printed_at: Date
    }
    'paper_scans': {
      commissioner_id: string
      form_id: string
      file_id: string
      added_by: string | null
      added_at: Date
    }
  }
  people: {
    'consent_withdrawals': {
      commissioner_id: string
      consent_id: string
      withdrawn_at: Date
    }
    'consents': {
      commissioner_id: string
      id: string
      person_id: string | null
      response_id: string | null
      purpose: string
      wording: string
      agreed_at: Date
    }
    'contact_confirmations': {
      commissioner_id: string
      contact_point_id: string
      confirmed_at: Date
    }
    'contact_points': {
      commissioner_id: string
      id: string
      person_id: string
      channel: string
      value: string
      added_at: Date
    }
    'membership_endings': {
      commissioner_id: string
      membership_id: string
      ended_at: Date
    }
    'membership_roles': {
      commissioner_id: string
      membership_id: string
      role: string
      given_at: Date
    }
    'memberships': {
      commissioner_id: string
      id: string
      account_id: string
      name: string
      added_at: Date
    }
    'people': {
      commissioner_id: string
      id: string
      name: string | null
      added_at: Date
    }
    'person_link_uses': {
      commissioner_id: string
      token_hash: Buffer
      used_at: Date
    }
    'person_links': {
      commissioner_id: string
      token_hash: Buffer
      contact_point_id: string
      made_at: Date
      expires_at: Date
    }
    'person_sessions': {
      commissioner_id: string
      token_hash: Buffer
      person_id: string
      started_at: Date
      ends_at: Date
    }
    'accounts.accounts': {
      id: string
      email: string
      added_at: Date
    }
    'accounts.session_endings': {
      token_hash: Buffer
      ended_at: Date
    }
    'accounts.sessions': {
      token_hash: Buffer
      account_id: string
      started_at: Date
      ends_at: Date
    }
    'accounts.sign_in_answers': {
      attempt_id: string
      answered_at: Date
    }
    'accounts.sign_in_attempts': {
      id: string
      address_hash: Buffer
      origin_hash: Buffer
      at: Date
    }
    'accounts.sign_in_link_uses': {
      token_hash: Buffer
      used_at: Date
    }
    'accounts.sign_in_links': {
      token_hash: Buffer
      account_id: string
      made_at: Date
      expires_at: Date
    }
  }
  platform: {
    'commissioners': {
      id: string
      slug: string
      name: string
      added_at: Date
    }
    'events': {
      commissioner_id: string
      id: string
      at: Date
      name: string
      actor_kind: string
      actor_id: string | null
      subject_kind: string
      subject_id: string
      detail: ColumnType<unknown, string | undefined, string>
      digests: ColumnType<unknown, string | undefined, string>
    }
    'file_pieces': {
      commissioner_id: string
      file_id: string
      number: number
      bytes: Buffer
    }
    'kept_files': {
      commissioner_id: string
      id: string
      name: string
      type: string
      size: number
      sha256: Buffer
      purpose: string
      kept_at: Date
      kept_by: string | null
    }
    'message_attempts': {
      commissioner_id: string
      id: string
      message_id: string
      at: Date
    }
    'message_outcomes': {
      commissioner_id: string
      attempt_id: string
      outcome: string
      code: Generated<string>
      at: Date
    }
    'message_settlements': {
      commissioner_id: string
      attempt_id: string
      decision: string
      settled_by: string
      settled_at: Date
    }
    'messages': {
      commissioner_id: string
      id: string
      kind: string
      recipient_kind: string
      recipient_id: string
      subject: string
      body: string
      link_kind: string | null
      link_subject_id: string | null
      queued_at: Date
    }
    'waiting_files': {
      commissioner_id: string
      file_id: string
      goes_at: Date
    }
  }
  populations: {
    'baseline_groups': {
      commissioner_id: string
      baseline_id: string
      value: string
      label: string
      count: number
      place: number
    }
    'baseline_removals': {
      commissioner_id: string
      baseline_id: string
      reason: string
      removed_by: string | null
      removed_at: Date
    }
    'baselines': {
      commissioner_id: string
      id: string
      title: string
      characteristic: string
      counted: string
      area: string
      area_codes: Generated<string[]>
      boundary_year: number | null
      source: string
      dated: Generated<string>
      note: Generated<string>
      added_by: string | null
      added_at: Date
    }
    'headcounts': {
      commissioner_id: string
      id: string
      baseline_id: string
      title: string
      counted_on: string
      counts: ColumnType<unknown, string, string>
      unsaid: number
      made_by: string | null
      made_at: Date
    }
    'lsoa_deprivation': {
      edition: number
      lsoa: string
      rank: number
      decile: number
    }
    'matches': {
      commissioner_id: string
      id: string
      survey_id: string | null
      source_id: string | null
      dimension: string
      baseline_id: string | null
      bins: ColumnType<unknown, string | undefined, string>
      matched_by: string | null
      matched_at: Date
    }
    'outreach_closures': {
      commissioner_id: string
      plan_id: string
      done: boolean
      told: string
      reached: number | null
      closed_by: string | null
      closed_at: Date
    }
    'outreach_plans': {
      commissioner_id: string
      id: string
      survey_id: string | null
      source_id: string | null
      headcount_id: string | null
      who: string
      action: string
      owner: string
      due_on: string
      planned_by: string | null
      planned_at: Date
    }
    'postcodes': {
      postcode: string
      lsoa11: string | null
      lsoa21: string | null
      district: string | null
    }
  }
  publications: {
    'result_corrections': {
      commissioner_id: string
      id: string
      publication_id: string
      note: string
      made_by: string | null
      made_at: Date
    }
    'result_publications': {
      commissioner_id: string
      id: string
      survey_id: string
      tables: ColumnType<unknown, string, string>
      published_by: string | null
      published_at: Date
    }
  }
  replies: {
    'notices': {
      commissioner_id: string
      id: string
      decision_id: string
      response_id: string
      person_id: string
      contact_point_id: string
      message_id: string
      made_at: Date
      salt: Buffer
    }
  }
  results: {
    'result_view_removals': {
      commissioner_id: string
      view_id: string
      removed_by: string | null
      removed_at: Date
    }
    'result_views': {
      commissioner_id: string
      id: string
      survey_id: string | null
      source_id: string | null
      title: string
      query: string
      made_by: string | null
      made_at: Date
    }
    'sampling_claims': {
      commissioner_id: string
      id: string
      survey_id: string
      way: string
      description: string
      claimed_by: string | null
      claimed_at: Date
    }
  }
  suggestions: {
    'learning_progress': {
      commissioner_id: string
      frame_id: string
      step: string
      done: number
      total: number | null
      seen_at: Date
    }
    'models': {
      commissioner_id: string
      id: string
      frame_id: string
      learned: Buffer
      evaluation: ColumnType<unknown, string, string>
      comments: number
      learned_at: Date
      frame_version: Generated<number>
    }
    'suggested_batches': {
      commissioner_id: string
      id: string
      frame_id: string
      survey_id: string | null
      source_id: string | null
      asked_by: string | null
      asked_at: Date
    }
    'suggested_comments': {
      commissioner_id: string
      contribution_id: string
      frame_id: string
      model_id: string
      uncertainty: number
      sentiment: number | null
      same_words: number | null
      made_at: Generated<Date>
    }
    'suggested_themes': {
      commissioner_id: string
      contribution_id: string
      frame_id: string
      theme_id: string
      model_id: string
      likelihood: number
      offered: boolean
      because: ColumnType<unknown, string, string>
    }
    'theme_proposal_comments': {
      commissioner_id: string
      proposal_id: string
      contribution_id: string
      place: number
    }
    'theme_proposal_dismissals': {
      commissioner_id: string
      proposal_id: string
      dismissed_by: string | null
      dismissed_at: Date
    }
    'theme_proposals': {
      commissioner_id: string
      id: string
      frame_id: string
      name: string
      terms: string[]
      proposed_at: Date
    }
  }
  surveys: {
    'question_block_retirements': {
      commissioner_id: string
      block_id: string
      retired_by: string | null
      retired_at: Date
    }
    'question_blocks': {
      commissioner_id: string
      id: string
      name: string
      questions: ColumnType<unknown, string, string>
      made_by: string | null
      made_at: Date
    }
    'survey_version_releases': {
      commissioner_id: string
      survey_version_id: string
      released_at: Date
    }
    'survey_versions': {
      commissioner_id: string
      id: string
      survey_id: string
      number: number
      promise: string
      questions: ColumnType<unknown, string, string>
      made_by: string | null
      made_at: Date
    }
    'surveys': {
      commissioner_id: string
      id: string
      title: string
      added_by: string | null
      added_at: Date
    }
  }
  themes: {
    'frame_plan_uses': {
      commissioner_id: string
      plan_id: string
      frame_id: string
    }
    'frame_plans': {
      commissioner_id: string
      id: string
      title: string
      plan: ColumnType<unknown, string, string>
      planned_by: string | null
      planned_at: Date
    }
    'frame_versions': {
      commissioner_id: string
      frame_id: string
      number: number
      note: string
      made_by: string | null
      made_at: Date
    }
    'frames': {
      commissioner_id: string
      id: string
      title: string
      made_by: string | null
      made_at: Date
    }
    'theme_merge_reversals': {
      commissioner_id: string
      merge_id: string
      reason: string
      reversed_by: string | null
      reversed_at: Date
    }
    'theme_merges': {
      commissioner_id: string
      id: string
      frame_id: string
      theme_id: string
      into_id: string
      version: number
      reason: string
      merged_by: string | null
      merged_at: Date
    }
    'theme_split_closures': {
      commissioner_id: string
      split_id: string
      closed_by: string | null
      closed_at: Date
    }
    'theme_split_parts': {
      commissioner_id: string
      split_id: string
      theme_id: string
      place: number
      words: string[]
    }
    'theme_split_sortings': {
      commissioner_id: string
      split_id: string
      contribution_id: string
      theme_id: string
      sorted_by: string | null
      sorted_at: Date
    }
    'theme_splits': {
      commissioner_id: string
      id: string
      frame_id: string
      theme_id: string
      reason: string
      split_by: string | null
      split_at: Date
    }
    'theme_wordings': {
      commissioner_id: string
      theme_id: string
      frame_id: string
      version: number
      parent_id: string | null
      name: string
      definition: string
      position: number
      retired: Generated<boolean>
      includes: Generated<string>
      excludes: Generated<string>
      examples: Generated<string>
    }
    'themes': {
      commissioner_id: string
      id: string
      frame_id: string
    }
  }
  transfers: {
    'response_export_steps': {
      commissioner_id: string
      id: string
      export_id: string
      written: number
      step: string
      reached_at: Date
    }
    'response_exports': {
      commissioner_id: string
      id: string
      survey_id: string
      format: string
      with_set_aside: boolean
      expected: number
      exported_by: string | null
      exported_at: Date
    }
    'survey_imports': {
      commissioner_id: string
      id: string
      survey_id: string
      layout: string
      file_hash: Buffer
      report: ColumnType<unknown, string, string>
      imported_by: string | null
      imported_at: Date
    }
  }
  variants: {
    'variant_recordings': {
      commissioner_id: string
      id: string
      variant_id: string
      question_key: string
      file_id: string | null
      added_by: string | null
      added_at: Date
    }
    'variant_releases': {
      commissioner_id: string
      id: string
      variant_id: string
      offered: boolean
      reason: Generated<string>
      settled_by: string | null
      settled_at: Date
    }
    'variant_texts': {
      commissioner_id: string
      id: string
      variant_id: string
      texts: ColumnType<unknown, string, string>
      written_by: string | null
      written_at: Date
    }
    'variants': {
      commissioner_id: string
      id: string
      survey_id: string
      code: string
      kind: string
      language: string
      name: string
      added_by: string | null
      added_at: Date
    }
  }
  weightings: {
    'weighting_removals': {
      commissioner_id: string
      weighting_id: string
      reason: string
      removed_by: string | null
      removed_at: Date
    }
    'weightings': {
      commissioner_id: string
      id: string
      survey_id: string
      title: string
      margins: ColumnType<unknown, string, string>
      trim: number | null
      unsaid: string
      made_by: string | null
      made_at: Date
    }
  }
}

/** What capabilities publish for all to read. */
export interface Views {
  'answered_questions': {
    commissioner_id: string
    survey_id: string
    survey_version_id: string | null
    response_id: string
    question_key: string
    choices: string[] | null
  }
  'become_themes': {
    commissioner_id: string
    frame_id: string
    theme_id: string
    into_id: string
    merged_at: Date
  }
  'blind_comments': {
    commissioner_id: string
    round_id: string
    contribution_id: string
    frame_id: string
    membership_id: string
    place: number
  }
  'campaign_comments': {
    commissioner_id: string
    contribution_id: string
    group_id: string
  }
  'concealed_codings': {
    commissioner_id: string
    id: string
    contribution_id: string
    membership_id: string | null
  }
  'counted_answers': {
    commissioner_id: string
    response_id: string
    question_key: string
    choices: string[]
    survey_id: string | null
    survey_version_id: string | null
    channel: string
    place: string | null
    variant: string | null
  }
  'counted_equality_answers': {
    commissioner_id: string
    response_id: string
    question_key: string
    choices: string[]
    survey_id: string | null
    survey_version_id: string | null
    channel: string
  }
  'counted_responses': {
    commissioner_id: string
    id: string
    survey_id: string | null
    survey_version_id: string | null
    source_id: string | null
    channel: string
    place: string | null
    said_on: string
    received_at: Date
    variant: string | null
  }
  'current_changes': {
    commissioner_id: string
    id: string
    decision_id: string
    finding_id: string | null
    title: string
    owner: string
    due_on: string
    promised_at: Date
    evidence: string | null
    done_on: string | null
    dropped_because: string | null
    dropped_at: Date | null
  }
  'current_codings': {
    commissioner_id: string
    id: string
    contribution_id: string
    theme_id: string
    coder_id: string
    start_at: number | null
    end_at: number | null
    made_at: Date
    coder_kind: string
    coder_name: string
    response_id: string
    survey_id: string | null
    source_id: string | null
  }
  'current_consents': {
    commissioner_id: string
    id: string
    person_id: string | null
    response_id: string | null
    purpose: string
    wording: string
    agreed_at: Date
  }
  'current_finding_answers': {
    commissioner_id: string
    id: string
    decision_id: string
    finding_id: string
    outcome: string
    reason: string
    answered_by: string | null
    answered_at: Date
  }
  'current_finding_themes': {
    commissioner_id: string
    finding_id: string
    theme_id: string
    comments: number
    responses: number
  }
  'current_findings': {
    commissioner_id: string
    id: string
    title: string
    claim: string
    contrary: string
    survey_id: string | null
    source_id: string | null
    made_by: string | null
    made_at: Date
    salt: Buffer
  }
  'current_organisations': {
    commissioner_id: string
    id: string
    kind: string
    opened_on: string | null
    closed_on: string | null
    name: string
    code: string | null
    address: string | null
    postcode: string | null
  }
  'current_sentiments': {
    commissioner_id: string
    id: string
    contribution_id: string
    coder_id: string
    coder_kind: string
    coder_name: string
    membership_id: string | null
    value: number
    made_at: Date
  }
  'current_survey_versions': {
    commissioner_id: string
    id: string
    survey_id: string
    number: number
    promise: string
    questions: ColumnType<unknown, string, string>
    made_by: string | null
    made_at: Date
    title: string
    released: boolean
  }
  'current_themes': {
    commissioner_id: string
    id: string
    frame_id: string
    version: number
    parent_id: string | null
    name: string
    definition: string
    position: number
    retired: boolean
    includes: string
    excludes: string
    examples: string
  }
  'current_variants': {
    commissioner_id: string
    id: string
    survey_id: string
    code: string
    kind: string
    language: string
    name: string
    texts: ColumnType<unknown, string, string>
    recordings: ColumnType<unknown, string, string>
    offered: boolean
  }
  'files': {
    commissioner_id: string
    id: string
    name: string
    type: string
    size: number
    kept_at: Date
  }
  'finished_comments': {
    commissioner_id: string
    contribution_id: string
    frame_id: string
    coder_id: string
    coder_kind: string
    coder_name: string
    membership_id: string | null
    finished_at: Date
  }
  'frame_themes': {
    commissioner_id: string
    id: string
    frame_id: string
  }
  'held_contributions': {
    commissioner_id: string
    id: string
    response_id: string
    question_text: string | null
    words: string | null
    reason: string
    held_at: Date
    survey_id: string | null
    channel: string
    place: string | null
  }
  'known_frames': {
    commissioner_id: string
    id: string
    title: string
    made_at: Date
  }
  'known_sources': {
    commissioner_id: string
    id: string
    name: string
    added_at: Date
  }
  'marked_comments': {
    commissioner_id: string
    id: string
    contribution_id: string
    kind: string
    marked_by: string | null
    marked_at: Date
  }
  'named_themes': {
    commissioner_id: string
    id: string
    frame_id: string
    parent_id: string | null
    name: string
    definition: string
    position: number
    retired: boolean
    includes: string
    excludes: string
    examples: string
  }
  'news_readers': {
    commissioner_id: string
    contact_point_id: string
  }
  'people_of_one_address': {
    commissioner_id: string
    person_id: string
    same_as: string
  }
  'public_quotes': {
    commissioner_id: string
    id: string
    finding_id: string
    contribution_id: string
    start_at: number
    end_at: number
    words: string
    side: string
  }
  'published_consultations': {
    commissioner_id: string
    id: string
    slug: string
    title: string
    summary: string
    opens_on: string
    closes_on: string
    survey_id: string
    published_at: Date
    closed_early_at: Date | null
    kind: string
    answering: string
    feedback_due_on: string | null
  }
  'published_decisions': {
    commissioner_id: string
    id: string
    slug: string
    title: string
    question: string
    decided_by: string
    decided_on: string
    published_at: Date
  }
  'published_documents': {
    commissioner_id: string
    id: string
    survey_id: string
    title: string
    file_id: string
    added_at: Date
  }
  'published_findings': {
    commissioner_id: string
    id: string
    survey_id: string | null
    source_id: string | null
    title: string
    published_at: Date
  }
  'published_results': {
    commissioner_id: string
    id: string
    survey_id: string
    published_at: Date
  }
  'put_findings': {
    commissioner_id: string
    decision_id: string
    finding_id: string
    put_at: Date
  }
  'readable_contributions': {
    commissioner_id: string
    id: string
    response_id: string
    question_key: string | null
    question_text: string | null
    score: number | null
    survey_id: string | null
    survey_version_id: string | null
    source_id: string | null
    channel: string
    place: string | null
    said_on: string
    received_at: Date
    words: string | null
    audiences: string[]
    variant: string | null
  }
  'readable_response_files': {
    commissioner_id: string
    response_id: string
    question_key: string
    file_id: string
    survey_id: string | null
  }
  'recorded_events': {
    commissioner_id: string
    id: string
    at: Date
    moment: string
    name: string
    actor_kind: string
    actor_id: string | null
    subject_kind: string
    subject_id: string
    detail: ColumnType<unknown, string, string>
    digests: ColumnType<unknown, string, string>
  }
  'released_survey_versions': {
    commissioner_id: string
    id: string
    survey_id: string
    number: number
    promise: string
    questions: ColumnType<unknown, string, string>
    title: string
    released_at: Date
  }
  'responding_organisations': {
    commissioner_id: string
    response_id: string
    organisation_id: string
  }
  'response_voices': {
    commissioner_id: string
    response_id: string
    voice_id: string
  }
  'reviewed_findings': {
    commissioner_id: string
    finding_id: string
    outcome: string
    reviewed_by: string | null
    reviewed_at: Date
  }
  'set_aside_responses': {
    commissioner_id: string
    id: string
    response_id: string
    reason: string
    excluded_by: string | null
    excluded_at: Date
  }
  'staff': {
    commissioner_id: string
    id: string
    name: string
    roles: string[]
    ended: boolean
  }
  'standing_answers': {
    commissioner_id: string
    response_id: string
    question_key: string
    choices: string[]
    survey_id: string | null
  }
  'standing_responses': {
    commissioner_id: string
    id: string
    survey_id: string | null
    survey_version_id: string | null
    source_id: string | null
    channel: string
    place: string | null
    said_on: string
    received_at: Date
    variant: string | null
    set_aside: boolean
  }
  'standing_suggestions': {
    commissioner_id: string
    contribution_id: string
    frame_id: string
    theme_id: string
    likelihood: number
    offered: boolean
    because: ColumnType<unknown, string, string>
  }
  'standing_words': {
    commissioner_id: string
    id: string
    response_id: string
    question_key: string | null
    survey_id: string | null
    words: string
  }
  'suggested_looks': {
    commissioner_id: string
    contribution_id: string
    frame_id: string
  }
  'suggestion_queue': {
    commissioner_id: string
    contribution_id: string
    frame_id: string
    uncertainty: number
    sentiment: number | null
    same_words: number | null
  }
  'thread_codings': {
    commissioner_id: string
    contribution_id: string
    theme_id: string
    response_id: string
    survey_id: string | null
    source_id: string | null
    once: boolean
  }
  'withheld_contributions': {
    commissioner_id: string
    id: string
    contribution_id: string
    audience: string
    reason: string
    withheld_by: string | null
    withheld_at: Date
  }
}
