/** How those who answered were chosen: it says what may be claimed of everyone else. */
export type Sampling = { way: 'self-selected' } | { way: 'random sample'; description: string }

/** What nobody said otherwise of. */
export const chose: Sampling = { way: 'self-selected' }

/** What every page of figures says of them. No margin of error is worked out where people chose to answer: it would be false. */
export const samplingSentence = (sampling: Sampling) =>
  sampling.way === 'random sample'
    ? `People were picked at random: ${sampling.description} A range after a share says where it would be for all of them, 19 times in 20, if those who did not answer are like those who did.`
    : 'These are the people who chose to answer. Nobody picked them to stand for everyone, so there is no margin of error, and this is not a vote.'
