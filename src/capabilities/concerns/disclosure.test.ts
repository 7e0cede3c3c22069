import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { look } from './disclosure.ts'

// All of these are made up.
const told: Record<string, readonly string[]> = {
  danger: [
    'My sister is in danger and nobody answers the phone',
    'I’m scared of my husband when he has been drinking',
    'She does not feel safe at home any more',
    "I don't feel safe with him",
    'I fear for my life every time the door goes',
    'He is going to kill me',
    'I have just taken forty tablets',
    'ive taken all my paracetamol',
    'Please someone help us',
    'They will not let me leave the house',
  ],
  'self-harm': [
    'I want to kill myself',
    'Some nights I think about suicide',
    'feeling suicidle since the clinic closed',
    'I have been self-harming again',
    'my daughter selfharms',
    'He tried to end his own life in March',
    'I just want to end it all',
    'I want to die',
    'sometimes I wish I was dead',
    'They would be better off without me',
    "I don't want to be here anymore",
    'I dont want to live',
    'There is no point in living',
    'I can’t go on',
    'She took an overdose last year',
    'He stood there ready to jump off the bridge',
    'I am not suicidal but I think about it',
  ],
  abuse: [
    'I was abused as a child and cannot sit in a mixed ward',
    'The carer abused my mother',
    'He abused the children in his class',
    'He is sexually assaulted her twice',
    'There is abuse at the home where my dad lives',
    'my partner is controlling, he wont let me see my friends. Coercive control they call it',
    'A nurse touched me inappropriately',
    'I was raped in that car park',
    'My ex was an abusive husband',
    'She is being groomed by a man online',
    'the lad upstairs is caught up in county lines',
    'I raised a safeguarding concern and heard nothing',
  ],
  violence: [
    'My husband hits me',
    'He never stopped hitting me',
    'the manager slapped a resident, he slapped my gran',
    'My neighbour beats his children',
    'They get beaten up on the way home',
    'a patient was punched in the waiting room',
    'He threatened to stab the receptionist',
    'There are bruises all over her arms',
    'He came in with a knife',
    'I will hurt someone if this goes on',
  ],
  neglect: [
    'Mum was left in her own urine all night',
    'He has not been fed since Tuesday',
    'The residents are neglected',
    'Nobody washes him',
    'dad was found with bed sores to the bone',
    'They lock my brother in his room',
    'she lay on the floor until the morning shift',
    'the children are left alone at night',
    'no food in the house for days',
  ],
  crime: [
    'The carer stole her rings',
    'My grandson takes my pension',
    'The man on the phone took her life savings',
    'There is a drug dealer by the main door',
    'Someone is selling tablets in the toilets',
    'They falsified the records',
    'The director was bribed',
  ],
}

for (const [kind, sentences] of Object.entries(told))
  test(`issue 3 item 16: words that may tell of ${kind} are found`, () => {
    assert.deepEqual(
      sentences.filter((sentence) => look(sentence) !== kind).map((sentence) => [sentence, look(sentence)]),
      [],
    )
  })

test('issue 3 item 16: what is said every day of waiting, parking and closing is passed over', () => {
  const harmless = [
    '',
    'Nothing',
    'Just killing time in the waiting room',
    'The waiting times are killing me',
    'People abused the car park on match days',
    'Disabled bays are open to abuse by shoppers',
    'The drug and alcohol abuse service should stay',
    'This service is in danger of closing',
    'Closing the ward would put lives in danger',
    'My mother wants to die at home, not in a hospital',
    'I do not want to live in a town without a hospital',
    'I had a stabbing pain in my side',
    'The fees are daylight robbery',
    'This consultation is a total scam',
    'The rise hits my budget hard',
    'The north of the town is a neglected area',
    'The NHS is starved of funds',
    'I take my medication twice a day',
    'The receptionist was kind and the doctor listened',
    'Staff were never abusive to my son',
    'He was not hit by the changes',
    'It would change my life story',
    'I fell and hurt my knee, and they bandaged it',
    'The dog grooming parlour next door is noisy',
  ]
  assert.deepEqual(
    harmless.flatMap((sentence) => (look(sentence) === null ? [] : [[sentence, look(sentence)]])),
    [],
  )
})

test('issue 3 item 16: the most pressing of several is named, in capitals, with any apostrophe, across lines', () => {
  assert.equal(look('The ward stole her rings.\n\nI WANT TO KILL\nMYSELF'), 'self-harm')
  assert.equal(look('She hits me, and I don`t feel safe at home'), 'danger')
  assert.equal(look('I don’t want to be alive'), look('i dont want to be alive'))
})

test('issue 3 item 16: whatever is written, looking never fails, and a long text takes its length in time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => void look(text)))
  const heavy = ['want to ', 'not ', 'i cant go ', 'left ', 'abuse the ', 'please help me ']
  for (const repeated of heavy) {
    const time = (times: number) => {
      const text = repeated.repeat(times)
      const began = performance.now()
      look(text)
      return performance.now() - began
    }
    time(1000)
    assert.ok(time(40_000) < 1500, repeated)
  }
})

test('issue 3 item 16: a usual comment takes microseconds', () => {
  const usual =
    'The staff were friendly but I had to wait for more than two hours and the car park was full when I got there with my mother'
  for (let warm = 0; warm < 2000; warm++) look(usual)
  const began = performance.now()
  for (let times = 0; times < 5000; times++) look(usual)
  // Twenty microseconds each on an idle machine; a busy one is given ten times as long.
  assert.ok((performance.now() - began) / 5000 < 0.2)
})
