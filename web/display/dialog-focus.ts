const fields = [':is(input, textarea):not([type="hidden"], [disabled], [tabindex="-1"], [aria-hidden="true"])', ':is([role="combobox"], [role="checkbox"]):not([disabled])'].join()

/**
 * Where a dialog begins: at its first field, or without one at the first button of its foot, which leaves everything
 * as it is. Null: there is nothing better than its close button.
 */
export function firstStop(dialog: ParentNode): HTMLElement | null {
  return dialog.querySelector<HTMLElement>(fields) ?? dialog.querySelector<HTMLElement>('[data-slot="footer"] button:not([disabled])')
}

/** What every dialog does with the focus when it opens. By itself it would give it to its close button, as the first that takes it. */
export function focusFirstStop(opened: Event): void {
  const stop = firstStop(opened.target as HTMLElement)
  if (stop === null)
    return
  opened.preventDefault()
  stop.focus()
  // As Tab does.
  if (stop instanceof HTMLInputElement)
    stop.select()
}
