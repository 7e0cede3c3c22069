import type { PublishedIntegrity } from '../integrity.ts'

const number = (count: number | null) => (count === null ? 'A few' : count.toLocaleString('en-GB'))

/** What the public reads of it, under the numbers that it belongs to. Small numbers are hidden before they come here. */
export function IntegrityLine({ setAside, campaigns: { people, texts } }: PublishedIntegrity) {
  return (
    <div class="gt-integrity">
      <p>
        We look for answers that were sent twice, sent by robots, or written by one person for many to send. A person decides what to do.
      </p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {people === 0 ? (
          <li>We found no answers that many people sent in the same words.</li>
        ) : (
          <li>
            {number(people)} people sent{' '}
            {texts === 1
              ? 'the same words as others'
              : `the same words as others, in ${texts === null ? 'a few' : texts.toLocaleString('en-GB')} texts`}
            . Each of them counts as one person.
          </li>
        )}
        {setAside.length === 0 ? (
          <li>We left no answers out.</li>
        ) : (
          setAside.map(({ reason, count }) => (
            <li>
              {number(count)} {count === 1 ? 'answer is' : 'answers are'} left out. {reason}.
            </li>
          ))
        )}
      </ul>
      {setAside.length > 0 && <p>We keep what we leave out, and can put it back.</p>}
    </div>
  )
}
