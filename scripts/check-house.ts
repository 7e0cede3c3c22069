import { inspectHouse } from '../house/house.ts'

const { faults, seen } = await inspectHouse(process.cwd())

const byRule = Map.groupBy(faults, (fault) => fault.rule)
for (const [rule, broken] of byRule) {
  console.error(`It is a fault when ${rule}:`)
  for (const { where, found } of broken) console.error(`  ${where}${found ? `: ${found}` : ''}`)
}
console.log(faults.length ? `The house: ${faults.length} faults, ${seen} modules seen` : `The house is in order: ${seen} modules seen`)
process.exitCode = faults.length ? 1 : 0
