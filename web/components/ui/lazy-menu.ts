import type { DropdownMenuItem, DropdownMenuProps } from '@nuxt/ui'
import type { Component, PropType, SlotsType } from 'vue'
import { cloneVNode, defineComponent, h, nextTick, shallowRef } from 'vue'

/**
 * A menu that its button, the slot, opens. It is made when it is first asked for: a list has one in every row, each some fifty
 * components, and most are never opened.
 */
export default defineComponent({
  name: 'LazyMenu',
  props: {
    items: { type: Array as PropType<DropdownMenuItem[] | DropdownMenuItem[][]>, required: true },
    content: { type: Object as PropType<DropdownMenuProps['content']>, default: () => ({ align: 'end' }) },
    ui: { type: Object as PropType<DropdownMenuProps['ui']> },
  },
  emits: { open: () => true },
  slots: Object as SlotsType<{ default: object }>,
  setup(props, { slots, emit }) {
    const menu = shallowRef<Component>()

    async function open(byKeyboard: boolean) {
      const { default: loaded } = await import('@nuxt/ui/components/DropdownMenu.vue')
      menu.value = loaded
      emit('open')
      await nextTick()
      // As Reka does for those who do not point: its ear for keys was not there yet when this one was pressed.
      if (byKeyboard)
        document.querySelector<HTMLElement>('[role=menu][data-state=open] [role^=menuitem]:not([data-disabled])')?.focus()
    }

    const button = {
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      'onClick': ({ detail }: MouseEvent) => open(detail === 0),
      'onKeydown': (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown')
          return
        event.preventDefault()
        void open(true)
      },
    }
    return () => menu.value
      ? h(menu.value, { ...props, 'defaultOpen': true, 'onUpdate:open': (on: boolean) => on && emit('open') }, slots)
      : cloneVNode(slots.default({})[0]!, button)
  },
})
