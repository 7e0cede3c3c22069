import { Details } from '#design'

const keys: readonly [string, string][] = [
  ['1 to 9, then letters', 'Code as the theme with that key: the words you selected, or the whole comment'],
  ['Arrow left and right', 'Select a word'],
  ['Arrow up and down', 'Select a sentence'],
  ['Shift and an arrow', 'Select more, or less'],
  ['Esc', 'Select nothing: the whole comment'],
  ['/', 'Find a theme by its name'],
  ['s, then 1 to 5', 'How it feels, from very positive to very negative'],
  ['y', 'Take the first suggestion for the whole comment. Shift and y: for its words'],
  ['n', 'Done, next'],
  ['0', 'Nothing here fits, next'],
  ['z', 'Undo'],
  ['f', 'Look at it again: put the mark on or take it off'],
  ['q', 'It says it well: put the mark on or take it off'],
  ['p', 'Take out personal data'],
  ['?', 'Show this list'],
]

/** The keys of the coding page. They work only where the page's script runs, so only then are they shown. */
export const Keyboard = () => (
  <div class="gt-keyboard">
    <Details id="keyboard" summary={{ text: 'Keyboard' }}>
      <p>Single keys work while the focus is on the comment or on the lists beside it, and not while you type in a field.</p>
      <p id="keys-switch" />
      <dl class="gt-keys">
        {keys.map(([key, does]) => (
          <div>
            <dt>
              <kbd class="gt-key">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Details>
  </div>
)
