import { benchmark } from './zz-import.ts'
console.log(JSON.stringify(await benchmark({ short: true })))
console.log(Object.entries((globalThis as any).acc).sort((a: any, b: any) => b[1] - a[1]).slice(0, 16).map(([k, v]: any) => (v / 6).toFixed(1) + ' ' + k).join('\n'))
