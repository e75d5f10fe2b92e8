import type { Component, FunctionalComponent, VNode } from 'vue'
import { h } from 'vue'
import { drawingOf } from './drawings.ts'

/** The icon itself, for components that are functions. */
export function drawIcon(name: string, classes?: string): VNode {
  const { body, width = 24, height = 24 } = drawingOf(name) ?? { body: '' }
  return h('svg', { 'class': classes, 'aria-hidden': 'true', 'width': '1em', 'height': '1em', 'viewBox': `0 0 ${width} ${height}`, 'innerHTML': body })
}

/**
 * Stands for Nuxt UI's own `UIcon`, in its components as well (`build/light-icons.ts`). All icons are in the bundle, so nothing
 * is to be loaded, watched or waited for: a page has hundreds of them, and each was two components with a state of their own.
 */
const Icon: FunctionalComponent<{ name: string | Component }> = ({ name }) => typeof name === 'string' ? drawIcon(name) : h(name)
Icon.props = ['name']

export default Icon
