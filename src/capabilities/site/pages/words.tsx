import type { Glossary } from '#platform/glossary.ts'

export const WordsPage = ({ glossary }: { glossary: Glossary }) => (
  <>
    <h1 class="nhsuk-heading-l">{glossary.title}</h1>
    {glossary.introduction.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    {glossary.sections.map(({ heading, entries }) => (
      <>
        <h2 class="nhsuk-heading-m">{heading}</h2>
        <dl class="gt-words-list">
          {entries.map(({ word, meaning }) => (
            <>
              <dt>
                <strong>{word}</strong>
              </dt>
              <dd>{meaning}</dd>
            </>
          ))}
        </dl>
      </>
    ))}
  </>
)
