import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  BarChart,
  ConfirmForm,
  Empty,
  ErrorPage,
  Facts,
  History,
  type Html,
  Layout,
  Mistakes,
  Pager,
  render,
  SafeWords,
  ThreadDrawing,
  ThreadList,
  type ThreadStep,
  TypedBack,
} from './index.ts'

const bad = `"'><script>alert(1)</script>`
const link = { text: bad, href: bad }
const step: ThreadStep = { id: bad, kind: 'theme', text: bad, href: bad, note: bad, next: [{ id: '2', kind: 'finding', text: bad }] }

const everything: Record<string, Html> = {
  BarChart: <BarChart id={bad} title={bad} bars={[{ label: bad, count: 1 }]} columns={{ label: bad, count: bad, share: bad }} of={2} />,
  ConfirmForm: (
    <ConfirmForm question={bad} action={bad} fields={{ [bad]: bad, name: bad }} confirm={bad} cancel={link}>
      {bad}
    </ConfirmForm>
  ),
  Empty: <Empty begin={link}>{bad}</Empty>,
  ErrorPage: (
    <ErrorPage title={bad} reference={bad}>
      {bad}
    </ErrorPage>
  ),
  Facts: (
    <Facts
      facts={[
        { name: bad, value: bad, change: link },
        { name: bad, value: <b>{bad}</b> },
      ]}
    />
  ),
  History: <History heading={bad} happenings={[{ at: new Date(0), who: bad, what: bad }]} />,
  Mistakes: <Mistakes errors={{ [bad]: bad, a: bad }} ids={{ a: bad }} />,
  Pager: <Pager previous={bad} next={bad} label={bad} />,
  SafeWords: <SafeWords words={`${bad}\n\n${bad}`} lang={bad} />,
  'SafeWords inline': <SafeWords inline words={bad} />,
  ThreadDrawing: <ThreadDrawing steps={[step]} />,
  ThreadList: <ThreadList steps={[step]} label={bad} />,
  TypedBack: <TypedBack heading={bad} entries={[{ name: bad, value: bad }]} />,
  Layout: (
    <Layout
      title={bad}
      lang={bad}
      organisation={{ name: bad, href: bad }}
      navigation={[link, { ...link, current: true }]}
      account={{ name: bad, href: bad, signOut: bad }}
      breadcrumbs={[link]}
      backLink={link}
      banner={{ text: bad }}
      footer={[link]}
    >
      {bad}
    </Layout>
  ),
}

for (const [name, html] of Object.entries(everything)) {
  test(`${name} shows markup in any of its texts as text`, () => {
    const page = render(html)
    assert.doesNotMatch(page, /<script>alert/)
    if (name !== 'ThreadDrawing') assert.match(page, /&lt;script/)
    assert.doesNotMatch(page, /\sstyle="|\son[a-z]+="/, 'the strict policy allows no inline style or script')
  })
}
