"""The keyframe lane: one property of one clip, as a curve under the clip's track."""
