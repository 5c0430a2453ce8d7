/** Nothing is open yet: open a file, drop one, or look at a sample. */
import { DocumentTableRegular, LockClosedRegular } from '@fluentui/react-icons';
import type { FileActions } from '../file-actions';
import { SAMPLES } from '../samples';
import { TEXT } from '../text';
import { OpenButton } from './OpenButton';

export function StartScreen({ files }: { readonly files: FileActions }) {
  return (
    <div className="welcome">
      <p className="brand">
        <img src="assets/icon-32.png" alt="" width="24" height="24" />
        {TEXT.product}
      </p>
      <h1>{TEXT.startTitle}</h1>
      <p className="lead">{TEXT.startLead}</p>
      <div className="open-box">
        <OpenButton files={files} />
        <p className="quiet">{TEXT.dropHint}</p>
      </div>
      <h2>{TEXT.samplesTitle}</h2>
      <ul className="samples">
        {SAMPLES.map(({ file, name, about }) => (
          <li key={file}>
            <button type="button" className="sample" onClick={() => void files.openSample(file)}>
              <DocumentTableRegular className="sample-icon" />
              <span>
                <strong>{name}</strong>
                <span className="quiet">{about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet promise">
        <LockClosedRegular /> {TEXT.promise}
      </p>
    </div>
  );
}
