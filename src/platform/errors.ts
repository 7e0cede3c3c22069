/** The thing is not there, or this person may not know that it is. */
export class NotFound extends Error {}

/** This person may see it but may not do that. */
export class NotAllowed extends Error {}

/** A rule says no. The message is shown to the person, so write it for them. */
export class Refused extends Error {}

/** Something outside the product is not as it must be to start or to do a command. One sentence for an operator. */
export class StartFault extends Error {}

export function refuseIf(condition: boolean, message: string) {
  if (condition) throw new Refused(message)
}

export function allowOnly(condition: boolean) {
  if (!condition) throw new NotAllowed()
}
