/**
 * The Nuxt UI components in use, for vue-tsc; Vite resolves them by the `U` prefix.
 * Our own components are imported where they are used.
 */
declare module 'vue' {
  export interface GlobalComponents {
    RouterLink: typeof import('vue-router')['RouterLink']
    RouterView: typeof import('vue-router')['RouterView']
    UApp: typeof import('@nuxt/ui/components/App.vue')['default']
    UButton: typeof import('@nuxt/ui/components/Button.vue')['default']
    UCheckbox: typeof import('@nuxt/ui/components/Checkbox.vue')['default']
    UCommandPalette: typeof import('@nuxt/ui/components/CommandPalette.vue')['default']
    UDropdownMenu: typeof import('@nuxt/ui/components/DropdownMenu.vue')['default']
    UFormField: typeof import('@nuxt/ui/components/FormField.vue')['default']
    UIcon: typeof import('@nuxt/ui/components/Icon.vue')['default']
    UInput: typeof import('@nuxt/ui/components/Input.vue')['default']
    UInputNumber: typeof import('@nuxt/ui/components/InputNumber.vue')['default']
    UKbd: typeof import('@nuxt/ui/components/Kbd.vue')['default']
    UModal: typeof import('@nuxt/ui/components/Modal.vue')['default']
    USelect: typeof import('@nuxt/ui/components/Select.vue')['default']
    USelectMenu: typeof import('@nuxt/ui/components/SelectMenu.vue')['default']
    USkeleton: typeof import('@nuxt/ui/components/Skeleton.vue')['default']
    USlideover: typeof import('@nuxt/ui/components/Slideover.vue')['default']
    USwitch: typeof import('@nuxt/ui/components/Switch.vue')['default']
    UTabs: typeof import('@nuxt/ui/components/Tabs.vue')['default']
    UTextarea: typeof import('@nuxt/ui/components/Textarea.vue')['default']
    UTheme: typeof import('@nuxt/ui/components/Theme.vue')['default']
  }
}

export {}
