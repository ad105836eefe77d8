"""The root of every error that a user can act on.

::

    StudioError
    ├── EditError        timeline: an edit that the timeline does not allow
    ├── DocumentError    timeline: a document or an interchange file that cannot be read
    ├── NestingError     timeline: a timeline that cannot be shown within another
    ├── MediaError       media: a file that cannot be probed or decoded
    │   └── MediaNotHereError  it has to be downloaded first
    ├── RenderError      render: an export that cannot be made
    ├── StorageError     storage: an object store that refuses
    │   ├── ObjectNotFound
    │   ├── PermissionMissing   other verbs may be allowed
    │   └── StorageUnreachable  may succeed later
    ├── LibraryError     library: the database refuses
    │   ├── NotFound
    │   ├── StaleRevision
    │   ├── Interrupted     a server took the transaction back; may succeed at once
    │   │   └── ConnectionLost
    │   ├── OutcomeUnknown  it may have been saved
    │   ├── Unreachable     may succeed later
    │   └── UpgradeNeeded   a server's tables are changed only when that is asked for
    ├── JobError         jobs: a job that failed, or that cannot be taken
    │   ├── JobCancelled
    │   └── TransientError  may succeed later
    ├── ProductionError  productions: a profile, a setting or an HLS output is wrong
    │   ├── TranscodeJobNotFound
    │   └── TranscoderUnreachable  may succeed later
    ├── SiteError        productions: a folder or a port that cannot take a site
    ├── workflows
    │   ├── CacheInUseError      a running job needs what was to be cleared
    │   ├── HasProductionsError  an upload cannot go before what was made of it
    │   ├── LinkError            a link that names no timeline
    │   ├── MediaInUseError      footage cannot go while timelines show it
    │   ├── PresetError          an export preset that cannot be read or written
    │   ├── PublicationError     a name that no space can have, or what cannot be shown yet
    │   ├── ReportError          a report that cannot be written
    │   └── TrialsStoppedError   the encoders are not tried to the end
    ├── KeymapError      ui: a file of keys that cannot be read or written
    ├── MissingMediaError  ui: there is no file for what a clip shows
    ├── OutputError      cli: standard output takes no more
    ├── DisplayError     app: there is no display for the window
    ├── RegistrationError  app: the desktop does not take our links
    └── SettingsError    settings: the program's own folder, files or accounts cannot be used
        └── AccountError    a value that an account cannot have
"""


class StudioError(Exception):
    """What happened, to which file, and what to do: one line that a user can act on.

    Anything that is not a `StudioError` is a bug of ours.
    """
