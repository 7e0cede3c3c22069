/** More that say the same than this are told as "more than". */
export const manyAlike = 200

/** At once: what more there is comes with the next press. */
export const mostAlike = 1000
