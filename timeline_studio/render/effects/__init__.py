"""What effects make of pictures: the words of `timeline.effects.effect`, done.

`moment` finds the effects that are seen at a time, `stack` puts them on in order. What is alike
shares a pass: `tones` makes one table of a run of exposure, contrast, temperature and curves.
"""
