/** Of the responses behind a decision, how many were told of it, and how many were not and why. Each response is counted once. */
export interface Telling {
  responses: number
  told: number
  waiting: number
  inDoubt: number
  refused: number
  /** Asked to be told, and there is no email address to tell them at. */
  unreachable: number
  didNotAsk: number
  /** Came in by import: nobody is known behind them. Not among `responses`. */
  imported: number
}
