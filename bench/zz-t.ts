import pg from 'pg'
const q = pg.Query.prototype as any
const acc: Record<string, number> = {}
;(globalThis as any).acc = acc
const sub = q.submit
q.submit = function (c: any) { const t = performance.now(); const r = sub.call(this, c); const k = (this.text ?? '').trim().slice(0, 34); acc['submit ' + k] = (acc['submit ' + k] ?? 0) + performance.now() - t; const h = this.handleReadyForQuery; const t1 = performance.now(); this.handleReadyForQuery = (x: any) => { acc['wait ' + k] = (acc['wait ' + k] ?? 0) + performance.now() - t1; return h.call(this, x) }; return r }
