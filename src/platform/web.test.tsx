import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { Input, Mistakes } from '#design'
import type { Context } from './context.ts'
import { NotAllowed, NotFound, Refused } from './errors.ts'
import { record } from './events.ts'
import { blank, read } from './forms.ts'
import { newId } from './ids.ts'
import { path } from './paths.ts'
import { type Capability, gather } from './slots.ts'
import { inHouse, type TestHouse } from './testing.ts'
import { file, invalid, page, seeOther } from './web.tsx'

const at = (last: string) => path(`/:commissioner/probe/${last}`)
const anyStaff = () => true
const noted = z.object({ note: z.string().min(5, 'Enter a note of at least 5 letters') })

const addSource = ({ db, commissioner, now }: Pick<Context, 'db' | 'commissioner' | 'now'>) =>
  sql`insert into sources (commissioner_id, id, name, added_at) values (${commissioner.id}, ${newId()}, ${newId()}, ${now})`.execute(db)

const sourcesIn = async (house: TestHouse) =>
  house.within(
    { kind: 'system' },
    async ({ db }) => (await sql<{ count: number }>`select count(*) from sources`.execute(db)).rows[0]!.count,
  )

const probe: Capability = {
  name: 'probe',
  signInAddress: ({ slug }, wanted) => `/${slug}/sign-in?to=${encodeURIComponent(wanted)}`,
  routes(web) {
    web.open.get(at('form'), async () => page('Write a note', <h1>Write a note</h1>))
    web.open.post(at('form'), async (ctx) => {
      await addSource(ctx)
      const form = read(noted, ctx.body)
      if (form.ok) return seeOther('/testshire/probe/form')
      const field = <Input id="note" name="note" label="Note" value={form.values.note} errorMessage={form.errors.note} />
      return invalid(
        'Write a note',
        <form>
          <Mistakes errors={form.errors} />
          {field}
        </form>,
      )
    })
    web.open.post(at('refused'), async (ctx) => {
      await addSource(ctx)
      throw new Refused('This consultation closed on 3 March 2026')
    })
    web.open.post(at('not-allowed'), async () => {
      throw new NotAllowed()
    })
    web.open.get(path('/:commissioner/probe/things/:id'), async ({ db, params }) => {
      await sql`select from sources where id = ${params.id}`.execute(db)
      throw new NotFound()
    })
    web.open.post(at('undrawable'), async (ctx) => {
      await addSource(ctx)
      const Broken = () => {
        throw new TypeError('cannot be drawn')
      }
      return page('Thank you', <Broken />)
    })
    web.open.post(at('echo'), async ({ body }) => page('Echo', <pre>{JSON.stringify(body)}</pre>))
    web.open.get(at('echo'), async ({ query }) => page('Echo', <pre>{JSON.stringify(query)}</pre>))
    web.desk.get(at('desk/quiet'), anyStaff, async (ctx) => {
      await addSource(ctx)
      return page('Quiet', <h1>Quiet</h1>)
    })
    web.desk.get(at('desk/read'), anyStaff, async (ctx) => {
      await record(ctx, 'contributions.read', ctx.commissioner.id, { count: 3 }, { publicPagesStay: true })
      return page('Read', <h1>Read</h1>)
    })
    web.desk.post(
      at('desk/write'),
      () => false,
      async () => seeOther('/'),
    )
    web.desk.post(at('desk/note'), anyStaff, async () => seeOther('/'))
    web.open.get(at('file'), async () =>
      file('my file.csv', 'text/csv', async function* () {
        yield 'a,b\n'
        yield '1,2\n'
      }),
    )
    web.open.get(at('broken-file'), async () =>
      file('list.csv', 'text/csv', async function* () {
        if (blank.ok) yield 'never'
        throw new TypeError('no list')
      }),
    )
  },
}
const slots = gather([probe])

test(
  'a form mistake is a 422 in the layout, keeps what was typed, says what to do twice, and leaves nothing',
  inHouse(slots, async (house) => {
    const reply = await house.post('/testshire/probe/form', { note: 'abc' })
    assert.equal(reply.status, 422)
    assert.match(reply.text, /<title>Error: Write a note – NHS testshire<\/title>/)
    assert.match(reply.text, /href="#note"/)
    assert.equal(reply.text.split('Enter a note of at least 5 letters').length - 1, 2)
    assert.match(reply.text, /value="abc"/)
    assert.equal(await sourcesIn(house), 0)
  }),
)

test(
  'what a rule refuses is a 409 that shows everything typed, and leaves nothing',
  inHouse(slots, async (house) => {
    const reply = await house.post('/testshire/probe/refused', {
      'your-views': 'Long words\nof mine',
      postcode: 'LS1 4AP',
      token: 'sEcReT-1',
      'receipt-code': 'sEcReT-2',
    })
    assert.equal(reply.status, 409)
    assert.match(reply.text, /This consultation closed on 3 March 2026/)
    assert.match(reply.text, /NHS testshire/)
    assert.match(reply.text, /Long words\nof mine/)
    assert.match(reply.text, /LS1 4AP/)
    assert.doesNotMatch(reply.text, /sEcReT/)
    assert.equal(await sourcesIn(house), 0)
  }),
)

test(
  'a post after signing out shows everything typed, no secret, and where to sign in',
  inHouse(slots, async (house) => {
    const reply = await house.post('/testshire/probe/desk/note', { note: 'An hour of work', token: 'sEcReT' })
    assert.equal(reply.status, 403)
    assert.match(reply.text, /You have been signed out/)
    assert.match(reply.text, /An hour of work/)
    assert.match(reply.text, /href="\/testshire\/sign-in\?to=/)
    assert.doesNotMatch(reply.text, /sEcReT/)
  }),
)

test(
  'what a role does not allow is a 403 in the layout',
  inHouse(slots, async (house) => {
    for (const address of ['/testshire/probe/not-allowed', '/testshire/probe/desk/write']) {
      const reply = await house.post(address, { note: 'Tried' }, { as: await house.staff('auditor') })
      assert.equal(reply.status, 403)
      assert.match(reply.text, /You cannot do that/)
      assert.match(reply.text, /Tried/)
    }
  }),
)

test(
  'an unknown address is a 404 in the layout, whatever it is made of',
  inHouse(slots, async (house) => {
    const unknown = [
      '/testshire/nothing',
      '/nowhere/at-all',
      '/testshire/probe/things/not-an-id',
      `/testshire/probe/things/${newId()}`,
      '/testshire/probe/things/%00',
      '/testshire/%zz',
      '/%c3%28/x',
      `/testshire/${'x'.repeat(3000)}`,
    ]
    for (const address of unknown) {
      const reply = await house.get(address)
      assert.equal(reply.status, 404, address)
      assert.match(reply.text, /<title>Page not found – /, address)
      assert.match(reply.header('content-security-policy') ?? '', /default-src 'none'/, address)
    }
  }),
)

test(
  'a post whose page cannot be drawn leaves nothing',
  inHouse(slots, async (house) => {
    const reply = await house.post('/testshire/probe/undrawable', { note: 'x' })
    assert.equal(reply.status, 500)
    assert.match(reply.text, /Nothing was saved/)
    assert.equal(await sourcesIn(house), 0)
  }),
)

test(
  'a GET leaves nothing behind but what it recorded',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    assert.equal((await house.get('/testshire/probe/desk/quiet', { as })).status, 200)
    assert.equal(await sourcesIn(house), 0)
    assert.equal((await house.get('/testshire/probe/desk/read', { as })).status, 200)
    const { rows } = await house.within({ kind: 'system' }, ({ db }) =>
      sql<{ name: string; actor_id: string }>`select name, actor_id from events`.execute(db),
    )
    assert.deepEqual(rows, [{ name: 'contributions.read', actor_id: as.id }])
  }),
)

test(
  'a stranger at the desk is sent to sign in, and there learns nothing',
  inHouse(slots, async (house) => {
    const reply = await house.get('/testshire/probe/desk/read')
    assert.equal(reply.status, 303)
    assert.equal(reply.location, '/testshire/sign-in?to=%2Ftestshire%2Fprobe%2Fdesk%2Fread')
    assert.equal(reply.text, '')
  }),
)

test(
  'what is typed is kept in one form: composed letters, line feeds, and no NUL',
  inHouse(slots, async (house) => {
    const { text } = await house.post('/testshire/probe/echo', { words: 'Cafe\u0301\r\nby the\0 door', many: ['a\r\nb', 'e\u0301'] })
    assert.match(text, /Caf\u00e9\\nby the door/)
    assert.match(text, /a\\nb/)
    assert.match(text, /\u00e9/)
  }),
)

test(
  'an address gives each name once, the last one, and no NUL',
  inHouse(slots, async (house) => {
    const { text } = await house.get('/testshire/probe/echo?after=1&after=2%00')
    assert.match(text, /{(&quot;|")after(&quot;|"):(&quot;|")2(&quot;|")}/)
  }),
)

test(
  'a body that is too large is refused with a page that says so',
  inHouse(slots, async (house) => {
    const reply = await house.post('/testshire/probe/echo', { words: 'x'.repeat(600_000) })
    assert.equal(reply.status, 413)
    assert.match(reply.text, /That is too much to send at once/)
    assert.match(reply.text, /NHS testshire/)
  }),
)

test(
  'a body that is no form is refused',
  inHouse(slots, async (house) => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const { status, text } = await house.post('/testshire/probe/echo', { a: '1' }, { headers: { 'content-type': type } })
      assert.equal(status, 400, type)
      assert.match(text, /We could not read that/)
    }
  }),
)

test(
  'a file arrives whole, to be saved and not kept',
  inHouse(slots, async (house) => {
    const reply = await house.get('/testshire/probe/file')
    assert.equal(reply.text, 'a,b\n1,2\n')
    assert.equal(reply.header('content-disposition'), 'attachment; filename="my-file.csv"')
    assert.equal(reply.header('cache-control'), 'no-store')
  }),
)

test(
  'a file that fails before its first byte is a page with a reference, not a broken file',
  inHouse(slots, async (house) => {
    const reply = await house.get('/testshire/probe/broken-file')
    assert.equal(reply.status, 500)
    assert.match(reply.text, /reference/)
    assert.equal(reply.header('content-disposition'), undefined)
    assert.match(reply.header('content-type') ?? '', /text\/html/)
  }),
)
