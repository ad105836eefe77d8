"""How an item's picture and sound are changed, over its time: values, keyframes, fades.

`animation`, `transform` and `fade` are plain values, which the model is made of; `properties`
and `carrying` know items.
"""
