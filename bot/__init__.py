"""The Discord bot and the terminal: reads options, calls `index`, renders, sends."""
