/** Words that say how others belong together, and what everybody says of any service: no theme is named by them. */
const functionWords = new Set(
  `a about above across after again all almost already also although always am an and any anything are aren't as at away b back be because been before being
  below better between big bit both but by c came can can't cannot come could couldn't d day days did didn't do does doesn't doing don't done down each either else
  enough etc even ever every everyone everything few for from further g get gets getting give given go going good got great had hadn't has hasn't have haven't
  having he her here hers him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just keep know last less let like little long lot
  lots made make makes many may me might mine more most much must my myself n/a na need needed needs never no nobody none nor not nothing now of off often ok
  okay on once one only onto or other others our ours out over own per please put quite r rather really s said same say see seen she should shouldn't since so
  some someone something still such sure t take taken than thank thanks that that's the their theirs them themselves then there there's these they they're thing
  things think this those though through time times to too two u under until up upon us use used v very want wanted was wasn't way we well went were weren't what
  what's when where whether which while who whole whom whose why will with within without won't would wouldn't x yes yet you your yours ! ?`.split(
    /\s+/,
  ),
)

export const isFunctionWord = (word: string) => functionWords.has(word) || /^\d+$/.test(word)
