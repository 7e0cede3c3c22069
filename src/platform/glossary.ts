import { readFileSync } from 'node:fs'

/** The words of docs/words.md, as the page shows them. */
export interface Glossary {
  title: string
  introduction: string[]
  sections: { heading: string; entries: { word: string; meaning: string }[] }[]
}

/** Read the little Markdown that docs/words.md is written in: one title, paragraphs, headings, and lines such as "- **Word**: meaning". */
export function readGlossary(markdown: string): Glossary {
  const glossary: Glossary = { title: '', introduction: [], sections: [] }
  for (const line of markdown.split('\n').map((text) => text.trim())) {
    const [, word, meaning] = /^- \*\*(.+?)\*\*: (.+)$/.exec(line) ?? []
    if (line.startsWith('# ')) glossary.title = line.slice(2)
    else if (line.startsWith('## ')) glossary.sections.push({ heading: line.slice(3), entries: [] })
    else if (word && meaning) glossary.sections.at(-1)?.entries.push({ word, meaning: meaning.charAt(0).toUpperCase() + meaning.slice(1) })
    else if (line) glossary.introduction.push(line)
  }
  return glossary
}

/** Read once, at start: the glossary is part of the product. */
export const glossary = readGlossary(readFileSync(new URL('../../docs/words.md', import.meta.url), 'utf8'))

/** What stands under one heading of it. */
export const entriesUnder = (heading: string) => glossary.sections.find((section) => section.heading === heading)?.entries ?? []
