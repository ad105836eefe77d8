"""The root of every error that a user can act on.

::

    StudioError
    ├── EditError        timeline: an edit that the timeline does not allow
    ├── DocumentError    timeline: a document or an interchange file that cannot be read
    ├── MediaError       media: a file that cannot be probed or decoded
    ├── RenderError      render: an export that cannot be made
    ├── StorageError     storage: an object store that refuses
    │   ├── ObjectNotFound
    │   └── StorageUnreachable  may succeed later
    ├── LibraryError     library: the database refuses
    │   ├── NotFound
    │   ├── StaleRevision
    │   ├── Interrupted     a server took the transaction back; may succeed at once
    │   ├── OutcomeUnknown  it may have been saved
    │   ├── Unreachable     may succeed later
    │   └── UpgradeNeeded   a server's tables are changed only when that is asked for
    ├── JobError         jobs: a job that failed, or that cannot be taken
    │   └── JobCancelled
    ├── ProductionError  productions: a profile, a setting or an HLS output is wrong
    │   ├── TranscodeJobNotFound
    │   └── TranscoderUnreachable  may succeed later
    ├── SiteError        productions: a folder or a port that cannot take a site
    ├── PresetError      workflows: an export preset that cannot be read or written
    └── SettingsError    settings: the program's own folder, files or accounts cannot be used
        └── AccountError    a value that an account cannot have
"""


class StudioError(Exception):
    """What happened, to which file, and what to do: one line that a user can act on.

    Anything that is not a `StudioError` is a bug of ours.
    """
