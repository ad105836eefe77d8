"""The timeline: the model, its edits, its documents and interchange."""
