"""How all programs encode: the same encoders with the same settings."""

PRESET, CRF = "veryfast", 23
SOUND_BITS = 192_000

FFMPEG = (
    f"-c:v libx264 -preset {PRESET} -crf {CRF} -pix_fmt yuv420p "
    "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv "
    f"-c:a aac -b:a {SOUND_BITS} -movflags +faststart"
).split()
MELT = (
    f"vcodec=libx264 preset={PRESET} crf={CRF} pix_fmt=yuv420p acodec=aac ab={SOUND_BITS} "
    "ar=48000 channels=2 movflags=+faststart"
).split()
