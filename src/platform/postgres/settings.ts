type Settings = Record<string, string>

// Given on the command line at every start, so that a folder made by an older Goldthread has today's settings.
const everywhere: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  random_page_cost: '1.1',
  max_logical_replication_workers: '0',
}

// What people typed must not reach a log: an error's text, its detail and its statement may all hold it, so the log keeps only what
// concerns the server itself. The program that sent a statement is told its error in full.
const noWordsInTheLog: Settings = {
  log_destination: 'stderr',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** For keeping: every commit is on the disk before it is acknowledged. */
export const lasting: Settings = {
  ...everywhere,
  ...noWordsInTheLog,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  log_checkpoints: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
}

/** For tests: fast, and gone afterwards. */
export const throwAway: Settings = {
  ...everywhere,
  ...noWordsInTheLog,
  shared_buffers: '128MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
}

/** `{ fsync: 'on' }` as `-c fsync=on`. */
export const asArguments = (settings: Settings) => Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
