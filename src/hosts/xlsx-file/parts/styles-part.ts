/** A workbook may come without any styles part, or have lost it; marks need one. Its lists are filled by whoever adds to them. */
import { toUtf8 } from '../zip/bytes';
import { addOverride } from './content-types';
import type { Draft } from './package';
import { addRelationship, freeName, mainNamespace, relationshipsOf } from './relationships';
import type { Workbook } from './workbook';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

export function ensureStyles(draft: Draft, { part, styles }: Workbook): string {
  if (styles !== null) return styles;
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const lost = relationshipsOf(draft, part).find(({ kind }) => kind === 'styles')?.target ?? null;
  const name = lost ?? freeName(draft, `${folder}styles#.xml`);
  draft.write(
    name,
    toUtf8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${mainNamespace(draft, part)}"></styleSheet>`,
    ),
  );
  addOverride(draft, name, TYPE);
  if (lost === null) addRelationship(draft, part, 'styles', name);
  return name;
}
