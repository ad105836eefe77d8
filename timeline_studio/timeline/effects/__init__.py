"""How an item's picture and sound are changed, over its time: values, keyframes, fades, effects.

`animation`, `transform`, `fade` and `effect` are plain values, which the model is made of;
`catalog` and `stack` say what effects there are and find them; `properties` and `carrying` know
items.
"""
