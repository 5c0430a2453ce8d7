/**
 * «Trợ giúp»: three steps, the meaning of the colours with cells of this workbook, keys, readable files, a blank table,
 * and data kept on this machine.
 */
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { toA1, type Address } from '../../core/values/address';
import { download } from '../download';
import type { FileActions } from '../file-actions';
import { HELP_TEXT, losesPoints } from '../text/help-text';
import { TEXT, inCell } from '../text/text';
import { useAnswer, usePane, useSheet } from '../use-pane';
import type { SheetView } from '../worker/view-sheet';

export function HelpTask({ files }: { readonly files: FileActions | null }) {
  const { door } = usePane();
  const sheet = useSheet();
  const keys = [...HELP_TEXT.keys[door.kind], ...HELP_TEXT.causeKeys];
  return (
    <>
      <Part title={HELP_TEXT.stepsTitle}>
        <ol>
          {HELP_TEXT.steps[door.kind].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Part>
      <Part title={HELP_TEXT.coloursTitle}>
        {sheet ? <Colours sheet={sheet} /> : <Legend examples={{}} />}
        <p className="quiet">{HELP_TEXT.coloursLost}</p>
      </Part>
      <Part title={HELP_TEXT.keysTitle}>
        <table className="keys">
          <thead className="hidden-text">
            <tr>
              {HELP_TEXT.keyHead.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keys.map(([key, what]) => (
              <tr key={key + what}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part title={HELP_TEXT.readTitle}>
        <ul>
          {HELP_TEXT.read.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      <Template />
      {files && <Kept files={files} />}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="help-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

type Colour = keyof typeof HELP_TEXT.colours;
const COLOURS = Object.keys(HELP_TEXT.colours) as readonly Colour[];

interface Example {
  readonly at: Address;
  readonly what: string;
}

/** The first loss of each colour, and the first error and warning, of the current sheet. */
function Colours({ sheet }: { readonly sheet: SheetView }) {
  const losses = useAnswer('deductions', { ...FIRST, sheet: sheet.sheet });
  const errors = useAnswer('issues', { sheet: sheet.sheet, severity: 'error', search: '', limit: 1 });
  const warnings = useAnswer('issues', { sheet: sheet.sheet, severity: 'warning', search: '', limit: 1 });
  const found = (page: typeof errors): Example | null => {
    const issue = page?.groups[0]?.cards[0]?.issues[0];
    return issue?.at[0] ? { at: issue.at[0], what: issue.message } : null;
  };
  // No examples are shown before all answers have arrived.
  if (!losses || !errors || !warnings) return <Legend examples={{}} />;
  const lossIn = (mark: Colour): Example | null | undefined => {
    const loss = losses.groups.flatMap(({ rows }) => rows).find((each) => each.mark === mark);
    if (!loss) return losses.total > FIRST.limit ? undefined : null;
    return { at: loss.at, what: [loss.unitName, loss.itemLabel, losesPoints(loss.lost)].filter(Boolean).join(' · ') };
  };
  const ofLosses = { deduction: lossIn('deduction'), half: lossIn('half'), full: lossIn('full') };
  return <Legend examples={{ ...ofLosses, error: found(errors), warning: found(warnings) }} />;
}

const FIRST = { by: 'unit', search: '', withoutCause: false, unit: null, limit: 2000 } as const;

/** `examples`: null if the workbook has none, undefined if that is not known. */
function Legend({ examples }: { readonly examples: Partial<Record<Colour, Example | null | undefined>> }) {
  const pane = usePane();
  return (
    <ul className="colours">
      {COLOURS.map((colour) => {
        const example = examples[colour];
        return (
          <li key={colour}>
            <span className={colour === 'noted' ? 'swatch grid-cell noted' : `swatch grid-cell mark-${colour}`} />
            <span>
              {HELP_TEXT.colours[colour]}
              {example && (
                <span className="example">
                  <button type="button" className="link" onClick={() => pane.reveal(example.at)}>
                    {inCell(toA1(example.at))}
                  </button>{' '}
                  <span className="quiet">{example.what}</span>
                </span>
              )}
              {example === null && <span className="example quiet">{HELP_TEXT.noExample}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What is kept on this machine and where, and a switch to keep nothing. */
function Kept({ files: { keeping } }: { readonly files: FileActions }) {
  const [state, setState] = useState<Awaited<ReturnType<typeof keeping.state>> | null>(null);
  useEffect(() => {
    void keeping.state().then(setState);
  }, [keeping]);
  const turn = async (isOn: boolean): Promise<void> => {
    setState(isOn ? 'on' : 'off');
    await keeping.turn(isOn);
  };
  if (state === null) return null;
  return (
    <Part title={HELP_TEXT.keptTitle}>
      {state === 'impossible' ? (
        <p>{HELP_TEXT.keptImpossible}</p>
      ) : (
        <>
          <label className="tick">
            <input type="checkbox" checked={state === 'on'} onChange={({ target }) => void turn(target.checked)} />
            {HELP_TEXT.kept}
          </label>
          <p className="quiet">{HELP_TEXT.keptLead}</p>
          {window.location.protocol === 'file:' && <p className="quiet">{HELP_TEXT.keptFromDisk}</p>}
        </>
      )}
    </Part>
  );
}

/** A blank table to start from. */
function Template() {
  const pane = usePane();
  const save = async (): Promise<void> => {
    const bytes = await pane.engine.call('blankTable', HELP_TEXT.templateSample);
    if (bytes) download(bytes, HELP_TEXT.templateName);
    else pane.say('error', TEXT.sampleFailed);
  };
  return (
    <Part title={HELP_TEXT.templateTitle}>
      <p>{HELP_TEXT.templateLead}</p>
      <div className="actions">
        <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => void save()}>
          {HELP_TEXT.template}
        </Button>
      </div>
    </Part>
  );
}
