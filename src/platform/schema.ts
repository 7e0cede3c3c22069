// Generated from the migrations by scripts/generate-schema.ts. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Each capability's own tables: only it may write them. */
export interface Owned {
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
  consultations: {
    'consultation_closures': {
      commissioner_id: string
      consultation_id: string
      reason: string
      closed_by: string | null
      closed_at: Date
    }
    'consultation_publications': {
      commissioner_id: string
      consultation_id: string
      published_by: string | null
      published_at: Date
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
    }
  }
  contributions: {
    'answers': {
      commissioner_id: string
      response_id: string
      question_key: string
      choices: string[]
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
  surveys: {
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
    'coders': {
      commissioner_id: string
      id: string
      kind: string
      name: string
      membership_id: string | null
      added_at: Date
    }
    'coding_removals': {
      commissioner_id: string
      coding_id: string
      removed_by: string | null
      removed_at: Date
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
    }
    'themes': {
      commissioner_id: string
      id: string
      frame_id: string
    }
  }
}

/** What capabilities publish for all to read. */
export interface Views {
  'counted_answers': {
    commissioner_id: string
    response_id: string
    question_key: string
    choices: string[]
    survey_id: string | null
    survey_version_id: string | null
    channel: string
    place: string | null
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
  }
  'known_sources': {
    commissioner_id: string
    id: string
    name: string
    added_at: Date
  }
  'public_quotes': {
    commissioner_id: string
    id: string
    finding_id: string
    contribution_id: string
    start_at: number
    end_at: number
    words: string
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
  'staff': {
    commissioner_id: string
    id: string
    name: string
    roles: string[]
    ended: boolean
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
