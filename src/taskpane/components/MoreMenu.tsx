/** What is needed now and then: undo, clear, save, open another. */
import { Button, Menu, MenuDivider, MenuItem, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowUndoRegular, EraserRegular, FolderOpenRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text';
import { usePane, usePaneState } from '../use-pane';

export function MoreMenu({ files }: { readonly files: FileActions | null }) {
  const pane = usePane();
  const { busy, canUndo, live, view } = usePaneState();
  const input = useRef<HTMLInputElement>(null);
  const isIdle = busy === null;
  return (
    <>
      <Menu checkedValues={{ live: live ? ['live'] : [] }} onCheckedValueChange={(_, { checkedItems }) => pane.setLive(checkedItems.includes('live'))}>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={TEXT.more} title={TEXT.more} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<ArrowUndoRegular />} disabled={!isIdle || !canUndo} onClick={() => void pane.undo()}>
              {TEXT.undo}
            </MenuItem>
            <MenuItem icon={<EraserRegular />} disabled={!isIdle || !view} onClick={() => void pane.clearMarks()}>
              {TEXT.clearMarks}
            </MenuItem>
            <MenuItemCheckbox name="live" value="live">
              {files ? TEXT.live : TEXT.liveExcel}
            </MenuItemCheckbox>
            {files && (
              <>
                <MenuDivider />
                <MenuItem icon={<ArrowDownloadRegular />} disabled={!isIdle || !view} onClick={() => files.save()}>
                  {TEXT.save}
                </MenuItem>
                <MenuItem icon={<FolderOpenRegular />} disabled={!isIdle} onClick={() => input.current?.click()}>
                  {TEXT.openOther}
                </MenuItem>
              </>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {files && (
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm"
          aria-label={TEXT.openOther}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void files.openFile(file);
            target.value = '';
          }}
        />
      )}
    </>
  );
}
