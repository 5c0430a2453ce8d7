/** The rating scale as a small table: label, lower bound, bound included or not. */
import { Button } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import type { BandView } from '../worker/views';
import { isSoundBand } from '../settings-draft';
import { SETTING_HINTS } from '../text/settings-text';
import { TEXT } from '../text/text';

const MOST_BANDS = 12;

export function ScaleEditor({
  scale,
  change,
}: {
  readonly scale: readonly BandView[];
  readonly change: (scale: readonly BandView[]) => void;
}) {
  const put = (position: number, part: Partial<BandView>): void =>
    change(scale.map((band, place) => (place === position ? { ...band, ...part } : band)));
  return (
    <fieldset className="scale-editor">
      <legend>{TEXT.scale}</legend>
      <p className="hint">{SETTING_HINTS.scale}</p>
      {scale.length === 0 && <p className="quiet">{TEXT.noScale}</p>}
      {scale.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{TEXT.bandLabel}</th>
              <th scope="col">{TEXT.bandFrom}</th>
              <th scope="col">{TEXT.bandIncluded}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {scale.map((band, position) => (
              // Bands have no key of their own while they are edited.
              <tr key={position}>
                <td>
                  <input
                    type="text"
                    value={band.label}
                    maxLength={60}
                    aria-label={`${TEXT.bandLabel} ${position + 1}`}
                    onChange={({ target }) => put(position, { label: target.value })}
                  />
                </td>
                <td>
                  <input
                    type="text"
                    inputMode="decimal"
                    size={5}
                    value={band.from}
                    maxLength={8}
                    aria-invalid={!isSoundBand(band)}
                    aria-label={`${TEXT.bandFrom} ${position + 1}`}
                    onChange={({ target }) => put(position, { from: target.value })}
                  />
                </td>
                <td>
                  <input
                    type="checkbox"
                    checked={band.inclusive}
                    aria-label={`${TEXT.bandIncluded} ${position + 1}`}
                    onChange={({ target }) => put(position, { inclusive: target.checked })}
                  />
                </td>
                <td>
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<DismissRegular />}
                    aria-label={`${TEXT.removeBand} ${band.label}`}
                    onClick={() => change(scale.filter((_, place) => place !== position))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {scale.length < MOST_BANDS && (
        <Button
          appearance="subtle"
          size="small"
          icon={<AddRegular />}
          onClick={() => change([...scale, { label: '', from: '0', inclusive: true }])}
        >
          {TEXT.addBand}
        </Button>
      )}
    </fieldset>
  );
}
