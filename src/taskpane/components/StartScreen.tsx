/** Shown while no file is open: open a file, drop one, or try a sample. */
import { DocumentTableRegular, LockClosedRegular } from '@fluentui/react-icons';
import { Suspense, lazy } from 'react';
import type { FileActions } from '../file-actions';
import { SAMPLES } from '../samples';
import { TEXT } from '../text/text';
import { HelpButton } from './HelpButton';
import { OpenButton } from './OpenButton';

const RecentFiles = lazy(() =>
  import(/* webpackChunkName: "tasks" */ './RecentFiles').then(({ RecentFiles: component }) => ({
    default: component,
  })),
);

export function StartScreen({ files }: { readonly files: FileActions }) {
  return (
    <div className="welcome">
      <p className="brand">
        <img src="assets/icon-32.png" alt="" width="24" height="24" />
        {TEXT.product}
        <HelpButton />
      </p>
      <h1>{TEXT.startTitle}</h1>
      <p className="lead">{TEXT.startLead}</p>
      <div className="open-box">
        <OpenButton files={files} />
        <p className="quiet">{TEXT.dropHint}</p>
      </div>
      <Suspense fallback={null}>
        <RecentFiles files={files} />
      </Suspense>
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
