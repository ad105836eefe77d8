"""Every command of the window: one registry, its keys, the palette, the shortcut editor."""
