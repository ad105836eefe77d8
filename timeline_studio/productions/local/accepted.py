"""The job settings that the local engine knows; every other one is refused by its name.

The table has the settings' own shape: a set holds the values that are known, `ANY` takes what the
service model allows, a one-entry list describes each entry, and the key `*` every member of a map.
Members whose every known value asks for what the engine does anyway are read nowhere else.
"""

from collections.abc import Iterator
from typing import Any, Final

from timeline_studio.productions.production_error import ProductionError

ANY: Final = object()

_H264: Final[dict[str, Any]] = {
    "AdaptiveQuantization": ANY,
    "Bitrate": frozenset(),
    "CodecLevel": ANY,
    "CodecProfile": {"HIGH"},
    "DynamicSubGop": {"STATIC"},
    "EntropyEncoding": {"CABAC"},
    "FramerateControl": ANY,
    "FramerateConversionAlgorithm": {"DUPLICATE_DROP"},
    "FramerateDenominator": ANY,
    "FramerateNumerator": ANY,
    "GopBReference": ANY,
    "GopClosedCadence": {1},
    "GopSize": ANY,
    "GopSizeUnits": {"FRAMES", "SECONDS"},
    "HrdBufferSize": ANY,
    "InterlaceMode": {"PROGRESSIVE"},
    "MaxBitrate": ANY,
    "MinIInterval": {0},
    "NumberBFramesBetweenReferenceFrames": ANY,
    "NumberReferenceFrames": ANY,
    "ParControl": ANY,
    "ParDenominator": {1},
    "ParNumerator": {1},
    "QualityTuningLevel": ANY,
    "QvbrSettings": {"QvbrQualityLevel": ANY, "QvbrQualityLevelFineTune": ANY},
    "RateControlMode": {"QVBR"},
    "SceneChangeDetect": {"DISABLED"},
    "SlowPal": {"DISABLED"},
    "Softness": {0},
    "SpatialAdaptiveQuantization": ANY,
    "Syntax": {"DEFAULT"},
    "Telecine": {"NONE"},
    "TemporalAdaptiveQuantization": ANY,
    "UnregisteredSeiTimecode": {"DISABLED"},
}

_AUDIO: Final[dict[str, Any]] = {
    "AudioSourceName": ANY,
    "AudioTypeControl": {"FOLLOW_INPUT"},
    "CustomLanguageCode": ANY,
    "LanguageCode": ANY,
    "LanguageCodeControl": ANY,
    "StreamName": ANY,
    "AudioNormalizationSettings": {
        "Algorithm": ANY,
        "AlgorithmControl": {"CORRECT_AUDIO"},
        "LoudnessLogging": {"DONT_LOG"},
        "PeakCalculation": ANY,
        "TargetLkfs": ANY,
        "TruePeakLimiterThreshold": ANY,
    },
    "CodecSettings": {
        "Codec": {"AAC"},
        "AacSettings": {
            "Bitrate": ANY,
            "CodecProfile": {"LC"},
            "CodingMode": {"CODING_MODE_2_0"},
            "RateControlMode": {"CBR"},
            "RawFormat": {"NONE"},
            "SampleRate": {44100, 48000},
            "Specification": {"MPEG4"},
        },
    },
}

_CAPTIONS: Final[dict[str, Any]] = {
    "CaptionSelectorName": ANY,
    "CustomLanguageCode": ANY,
    "DestinationSettings": {
        "DestinationType": {"WEBVTT"},
        "WebvttDestinationSettings": {
            "Accessibility": {"DISABLED"},
            "StylePassthrough": {"DISABLED", "ENABLED", "STRICT"},
        },
    },
    "LanguageCode": ANY,
    "LanguageDescription": ANY,
    "Source": {"INPUT_CAPTION_SELECTOR"},
}

_OUTPUT: Final[dict[str, Any]] = {
    "NameModifier": ANY,
    "Extension": {"jpg"},
    "ContainerSettings": {
        "Container": {"M3U8", "CMFC", "RAW"},
        "CmfcSettings": {
            "AudioDuration": ANY,
            "AudioGroupId": ANY,
            "AudioRenditionSets": ANY,
            "AudioTrackType": {
                "ALTERNATE_AUDIO_AUTO_SELECT",
                "ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT",
                "ALTERNATE_AUDIO_NOT_AUTO_SELECT",
            },
            "C2paManifest": {"EXCLUDE"},
            "DescriptiveVideoServiceFlag": {"DONT_FLAG"},
            "IFrameOnlyManifest": {"EXCLUDE"},
            "KlvMetadata": {"NONE"},
            "ManifestMetadataSignaling": {"DISABLED"},
            "Scte35Esam": {"NONE"},
            "Scte35Source": {"NONE"},
            "TimedMetadata": {"NONE"},
        },
        "M3u8Settings": {
            "AudioDuration": ANY,
            "AudioFramesPerPes": ANY,
            "PcrControl": {"PCR_EVERY_PES_PACKET"},
        },
    },
    "OutputSettings": {"HlsSettings": {"IFrameOnlyManifest": {"EXCLUDE"}}},
    "VideoDescription": {
        "AfdSignaling": {"NONE"},
        "AntiAlias": ANY,
        "ColorMetadata": {"INSERT"},
        "DropFrameTimecode": ANY,
        "Height": ANY,
        "RespondToAfd": {"NONE"},
        "ScalingBehavior": {"DEFAULT", "FIT", "FIT_NO_UPSCALE", "FILL", "STRETCH_TO_OUTPUT"},
        "Sharpness": ANY,
        "TimecodeInsertion": {"DISABLED"},
        "Width": ANY,
        "CodecSettings": {
            "Codec": {"H_264", "FRAME_CAPTURE"},
            "H264Settings": _H264,
            "FrameCaptureSettings": {
                "FramerateDenominator": ANY,
                "FramerateNumerator": ANY,
                "MaxCaptures": ANY,
                "Quality": ANY,
            },
        },
    },
    "AudioDescriptions": [_AUDIO],
    "CaptionDescriptions": [_CAPTIONS],
}

_HLS_GROUP: Final[dict[str, Any]] = {
    "CaptionLanguageSetting": {"OMIT"},
    "CaptionSegmentLengthControl": ANY,
    "ClientCache": {"ENABLED"},
    "CodecSpecification": ANY,
    "Destination": ANY,
    "DirectoryStructure": {"SINGLE_DIRECTORY"},
    "ManifestCompression": {"NONE"},
    "ManifestDurationFormat": {"FLOATING_POINT"},
    "MinFinalSegmentLength": ANY,
    "MinSegmentLength": {0},
    "OutputSelection": {"MANIFESTS_AND_SEGMENTS"},
    "ProgramDateTime": {"EXCLUDE"},
    "SegmentControl": {"SEGMENTED_FILES"},
    "SegmentLength": ANY,
    "SegmentLengthControl": {"GOP_MULTIPLE"},
    "StreamInfResolution": {"INCLUDE"},
    "TargetDurationCompatibilityMode": ANY,
    "TimedMetadataId3Frame": {"NONE"},
}

_CMAF_GROUP: Final[dict[str, Any]] = {
    "ClientCache": {"ENABLED"},
    "CodecSpecification": ANY,
    "DashManifestStyle": {"BASIC"},
    "Destination": ANY,
    # players load whole segments: how one is cut inside is nothing that they see
    "FragmentLength": ANY,
    "ImageBasedTrickPlay": {"NONE"},
    "ManifestCompression": {"NONE"},
    "ManifestDurationFormat": {"FLOATING_POINT"},
    "MinBufferTime": ANY,  # a hint for live films
    "MinFinalSegmentLength": ANY,
    "MpdManifestBandwidthType": {"MAX"},
    "MpdProfile": {"MAIN_PROFILE"},
    "PtsOffsetHandlingForBFrames": {"ZERO_BASED"},
    "SegmentControl": {"SEGMENTED_FILES"},
    "SegmentLength": ANY,
    "SegmentLengthControl": {"GOP_MULTIPLE"},
    "StreamInfResolution": {"INCLUDE"},
    "TargetDurationCompatibilityMode": ANY,
    "VideoCompositionOffsets": {"UNSIGNED"},
    "WriteDashManifest": ANY,
    "WriteHlsManifest": {"ENABLED"},
    "WriteSegmentTimelineInRepresentation": {"ENABLED"},
}

ACCEPTED: Final[dict[str, Any]] = {
    "TimecodeConfig": {"Source": {"ZEROBASED", "EMBEDDED"}},
    "Inputs": [
        {
            "FileInput": ANY,
            "TimecodeSource": {"ZEROBASED", "EMBEDDED"},
            "FilterEnable": {"AUTO", "DISABLE"},
            "FilterStrength": {0},
            "PsiControl": {"USE_PSI"},
            "DeblockFilter": {"DISABLED"},
            "DenoiseFilter": {"DISABLED"},
            "InputScanType": {"AUTO"},
            "VideoSelector": {
                "AlphaBehavior": {"DISCARD"},
                "ColorSpace": {"FOLLOW"},
                "Rotate": ANY,
            },
            "CaptionSelectors": {
                "*": {
                    "LanguageCode": ANY,
                    "CustomLanguageCode": ANY,
                    "SourceSettings": {
                        "SourceType": {"SRT", "WEBVTT"},
                        "FileSourceSettings": {
                            "Convert608To708": {"DISABLED"},
                            "SourceFile": ANY,
                            "TimeDelta": {0},
                            "TimeDeltaUnits": ANY,
                        },
                    },
                }
            },
            "AudioSelectors": {
                "*": {"DefaultSelection": ANY, "Offset": {0}, "ProgramSelection": {1}}
            },
        }
    ],
    "OutputGroups": [
        {
            "Name": ANY,
            "CustomName": ANY,
            "OutputGroupSettings": {
                "Type": {"HLS_GROUP_SETTINGS", "CMAF_GROUP_SETTINGS", "FILE_GROUP_SETTINGS"},
                "HlsGroupSettings": _HLS_GROUP,
                "CmafGroupSettings": _CMAF_GROUP,
                "FileGroupSettings": {"Destination": ANY},
            },
            "Outputs": [_OUTPUT],
        }
    ],
}


def refuse_unknown(settings: dict[str, Any]) -> None:
    """Raises ProductionError naming every setting or value that the engine does not know."""
    unknown = list(_unknown(settings, ACCEPTED, "Settings"))
    if unknown:
        raise ProductionError(
            f"The local transcoder does not know {', '.join(unknown)}. "
            "Remove it from the profile, or send with MediaConvert."
        )


def _unknown(value: Any, known: Any, path: str) -> Iterator[str]:
    if known is ANY:
        return
    if isinstance(known, dict) and isinstance(value, dict):
        for name, member in value.items():
            inner = known.get(name, known.get("*"))
            if inner is None:
                yield f"{path}.{name}"
            else:
                yield from _unknown(member, inner, f"{path}.{name}")
    elif isinstance(known, list) and isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _unknown(entry, known[0], f"{path}[{index}]")
    elif isinstance(value, (dict, list)) or value not in known:
        yield f"{path}: {value}"
