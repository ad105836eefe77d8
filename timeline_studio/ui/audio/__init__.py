"""How loud it is: meters beside the timeline, and the Audio tab of the inspector."""
