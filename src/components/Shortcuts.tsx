/** What the keyboard does. */
import { Dialog } from './Dialog.tsx';
import { MODIFIER } from './keys.ts';

const SHORTCUTS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [[MODIFIER, 'Enter'], 'Run the program on the visible data'],
  [[MODIFIER, 'Shift', 'Enter'], 'Submit: visible, hidden and seeded cases'],
  [[MODIFIER, '.'], 'Stop the program'],
  [['F6'], 'Next pane: task, editor, results'],
  [['Shift', 'F6'], 'Previous pane'],
  [['Ctrl', 'M'], 'In the editor: let Tab leave it'],
  [['F1'], 'In the editor: all its commands'],
  [['?'], 'This list'],
];

export function Shortcuts({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
