<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>TimelineStudio</name>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Exposure</source>
      <translation>Belichtung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Brighter or darker, in stops of light</source>
      <translation>Heller oder dunkler, in Blendenstufen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>More or less between dark and bright</source>
      <translation>Mehr oder weniger zwischen dunkel und hell</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Saturation</source>
      <translation>Sättigung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Stronger or paler colours</source>
      <translation>Kräftigere oder blassere Farben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Temperature</source>
      <translation>Farbtemperatur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Warm or cold, green or magenta</source>
      <translation>Warm oder kalt, grün oder magenta</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Tones and colours along curves</source>
      <translation>Töne und Farben entlang von Kurven</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>A look from a .cube file</source>
      <translation>Ein Look aus einer .cube-Datei</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Blur</source>
      <translation>Weichzeichnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Soft, as out of focus</source>
      <translation>Weich, wie unscharf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Sharpen</source>
      <translation>Schärfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Clearer edges</source>
      <translation>Klarere Kanten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Chroma key</source>
      <translation>Farbschlüssel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>A green or blue screen becomes clear</source>
      <translation>Ein grüner oder blauer Hintergrund wird durchsichtig</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Vignette</source>
      <translation>Vignette</translation>
    </message>
    <message>
      <location filename="../timeline_studio/timeline/effects/catalog.py" />
      <source>Darker towards the corners</source>
      <translation>Dunkler zu den Ecken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Test Connection</source>
      <translation>Verbindung testen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Stop the Test</source>
      <translation>Test anhalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Remove…</source>
      <translation>Entfernen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Forget this account</source>
      <translation>Dieses Konto vergessen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Upgrade Database…</source>
      <translation>Datenbank aktualisieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Make or upgrade the database's tables</source>
      <translation>Tabellen der Datenbank anlegen oder aktualisieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Try out everything that this account needs</source>
      <translation>Alles ausprobieren, was dieses Konto braucht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Revert</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Forget what is not saved</source>
      <translation>Verwerfen, was nicht gespeichert ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Save</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Keep this account on this computer</source>
      <translation>Dieses Konto auf diesem Computer behalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Use This Account</source>
      <translation>Dieses Konto verwenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_buttons.py" />
      <source>Open this account's library</source>
      <translation>Die Bibliothek dieses Kontos öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>A folder on this computer</source>
      <translation>Ein Ordner auf diesem Computer</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Files lie in</source>
      <translation>Dateien liegen in</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Bucket for media</source>
      <translation>Bucket für Medien</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Bucket for outputs</source>
      <translation>Bucket für Ausgaben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Endpoint</source>
      <translation>Endpunkt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Keep here</source>
      <translation>Hier behalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Region</source>
      <translation>Region</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Access key ID</source>
      <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Secret access key</source>
      <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Your user id</source>
      <translation>Ihre Benutzer-ID</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>AWS MediaConvert</source>
      <translation>AWS MediaConvert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>As the queue says</source>
      <translation>Wie die Warteschlange sagt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Disabled</source>
      <translation>Ausgeschaltet</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Enabled</source>
      <translation>Eingeschaltet</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Preferred</source>
      <translation>Bevorzugt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>HLS is made by</source>
      <translation>HLS macht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Queue</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Acceleration</source>
      <translation>Beschleunigung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Priority</source>
      <translation>Priorität</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>A file on this computer</source>
      <translation>Eine Datei auf diesem Computer</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>MariaDB or MySQL</source>
      <translation>MariaDB oder MySQL</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>AWS's own</source>
      <translation>Das von AWS</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source> KiB/s</source>
      <translation> KiB/s</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>No limit</source>
      <translation>Keine Grenze</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source> GB of fetched files</source>
      <translation> GB geholter Dateien</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Of the AWS command line, if any</source>
      <translation>Das der AWS-Kommandozeile, wenn es eines gibt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Empty: environment, profile, SSO or role</source>
      <translation>Leer: Umgebung, Profil, SSO oder Rolle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>The default one</source>
      <translation>Die Standardwarteschlange</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Films</source>
      <translation>Filme</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/account_form.py" />
      <source>Kept in the keyring</source>
      <translation>Im Schlüsselbund hinterlegt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Local is built in: the library is a file, media lie in a folder, and this computer transcodes. It needs no network. Every other account keeps a library of its own.</source>
      <translation>„Local“ ist eingebaut: Die Bibliothek ist eine Datei, Medien liegen in einem Ordner, und dieser Computer transkodiert. Ein Netz braucht es nicht. Jedes andere Konto hat eine eigene Bibliothek.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>New Account</source>
      <translation>Neues Konto</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Set up another account</source>
      <translation>Ein weiteres Konto einrichten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Make or upgrade the tables of this database? Others that use it see the new tables: ask its owner, and make a copy of it first. Every row is kept.</source>
      <translation>Tabellen dieser Datenbank anlegen oder aktualisieren? Andere, die sie benutzen, sehen die neuen Tabellen: Fragen Sie den Eigentümer, und machen Sie vorher eine Kopie. Alle Zeilen bleiben erhalten.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Upgrade</source>
      <translation>Aktualisieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Accounts</source>
      <translation>Konten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Forget the account “{name}” and its secrets? Its library and its media stay where they are.</source>
      <translation>Das Konto „{name}“ und seine Geheimnisse vergessen? Seine Bibliothek und seine Medien bleiben, wo sie sind.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>Opening {name} …</source>
      <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>{name} is saved.</source>
      <translation>{name} ist gesichert.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_dialog.py" />
      <source>{name} is up to date.</source>
      <translation>{name} ist auf dem neuesten Stand.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_opener.py" />
      <source>Account: {name}</source>
      <translation>Konto: {name}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/accounts_opener.py" />
      <source>Local library</source>
      <translation>Lokale Bibliothek</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/trials_view.py" />
      <source>Works</source>
      <translation>In Ordnung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/trials_view.py" />
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/accounts/trials_view.py" />
      <source>Not tried</source>
      <translation>Nicht versucht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Show Audio</source>
      <translation>Audio zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Levels of film, track and clip</source>
      <translation>Pegel von Film, Spur und Clip</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Level Clips</source>
      <translation>Clips einpegeln</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Give each selected clip the gain for the loudness of the Audio tab</source>
      <translation>Jedem ausgewählten Clip die Verstärkung für die Lautheit aus dem Reiter „Audio“ geben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Keep Pitch</source>
      <translation>Tonhöhe halten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Selected clips sound as high as before at another speed</source>
      <translation>Ausgewählte Clips klingen bei anderem Tempo so hoch wie zuvor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Limit Peaks</source>
      <translation>Spitzen begrenzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Keep the mix's true peak under −1 dBTP</source>
      <translation>Die Spitzen der Mischung unter −1 dBTP halten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Record Voice-Over</source>
      <translation>Sprecher aufnehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Speak onto the track of the Audio tab, from the playhead on; again to end</source>
      <translation>Auf die Spur im Reiter „Audio“ sprechen, ab dem Abspielkopf; noch einmal zum Beenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Reset Meters</source>
      <translation>Pegelanzeigen zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Forget the highest peaks, and measure loudness anew</source>
      <translation>Höchste Spitzen vergessen und die Lautheit neu messen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>How loud what is exported is on the whole</source>
      <translation>Wie laut der Export insgesamt ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_actions.py" />
      <source>Export Loudness: {words}</source>
      <translation>Lautheit beim Export: {words}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_panel.py" />
      <source>Select a clip with sound to set its level.</source>
      <translation>Wählen Sie einen Clip mit Ton aus, um seinen Pegel einzustellen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/audio_panel.py" />
      <source>Listening… {percent} %</source>
      <translation>Wird angehört … {percent} %</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Clip</source>
      <translation>Clip</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Loudness to level clips to</source>
      <translation>Lautheit, auf die Clips eingepegelt werden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>How loud each clip gets on the whole</source>
      <translation>Wie laut jeder Clip insgesamt wird</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Level</source>
      <translation>Einpegeln</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Give each clip the gain for this</source>
      <translation>Jedem Clip die Verstärkung dafür geben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Loudness</source>
      <translation>Lautheit</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Keep pitch</source>
      <translation>Tonhöhe halten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Let pitch follow speed</source>
      <translation>Tonhöhe folgt dem Tempo</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>At another speed: sound as high as before, not as a tape does</source>
      <translation>Bei anderem Tempo: der Ton so hoch wie zuvor, nicht wie bei einem Tonband</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Gain</source>
      <translation>Verstärkung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Pan</source>
      <translation>Panorama</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/clip_section.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>Ducking</source>
      <translation>Zurückweichen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>How much softer it gets</source>
      <translation>Wie viel leiser sie wird</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>How loud the others have to be</source>
      <translation>Wie laut die anderen sein müssen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>How long before them it begins</source>
      <translation>Wie lange vor ihnen es beginnt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>How long it takes to come back</source>
      <translation>Wie lange die Rückkehr dauert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>Yields to</source>
      <translation>Weicht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>Give way</source>
      <translation>Zurückweichen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>Give way no more</source>
      <translation>Nicht mehr zurückweichen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/ducking_section.py" />
      <source>Get softer while {name} is heard</source>
      <translation>Leiser werden, solange {name} zu hören ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/level_field.py" />
      <source>{word}: drag to change, or type</source>
      <translation>{word}: ziehen oder tippen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/levelling.py" />
      <source>Level clips</source>
      <translation>Clips einpegeln</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/levelling.py" />
      <source>These clips are silent: there is nothing to level.</source>
      <translation>Diese Clips sind still: Es gibt nichts einzupegeln.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>As mixed</source>
      <translation>Wie gemischt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>−14 LUFS, web</source>
      <translation>−14 LUFS, Web</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>−16 LUFS, speech</source>
      <translation>−16 LUFS, Sprache</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Reached when exporting, with peaks of at most −1 dBTP. The monitor plays the mix before.</source>
      <translation>Wird beim Export erreicht, mit Spitzen bis höchstens −1 dBTP. Der Monitor spielt die Mischung davor.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Master</source>
      <translation>Master</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Loudness of what is exported</source>
      <translation>Lautheit des Exports</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>How loud what is exported is on the whole (EBU R128)</source>
      <translation>Wie laut der Export insgesamt ist (EBU R128)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Limiter</source>
      <translation>Limiter</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Change loudness</source>
      <translation>Lautheit ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Limit peaks</source>
      <translation>Spitzen begrenzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Limit no peaks</source>
      <translation>Spitzen nicht begrenzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Peaks to −1 dBTP</source>
      <translation>Spitzen bis −1 dBTP</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/master_section.py" />
      <source>Make the mix softer for the moment of a peak, in the monitor too</source>
      <translation>Die Mischung für den Augenblick einer Spitze leiser machen, auch im Monitor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>{reason}: nothing is measured</source>
      <translation>{reason}: Nichts wird gemessen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>Sound meters</source>
      <translation>Pegelanzeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>Momentary {loudness} LUFS</source>
      <translation>Augenblick {loudness} LUFS</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>Short-term {loudness} LUFS</source>
      <translation>Kurzzeit {loudness} LUFS</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>Integrated {loudness} LUFS, since playing began</source>
      <translation>Insgesamt {loudness} LUFS, seit dem Start</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>Click to reset</source>
      <translation>Klicken setzt zurück</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>True peak {peak} dBTP; clipped</source>
      <translation>True Peak {peak} dBTP; übersteuert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>True peak {peak} dBTP</source>
      <translation>True Peak {peak} dBTP</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/meters_view.py" />
      <source>Play to see how loud it is</source>
      <translation>Abspielen zeigt, wie laut es ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/track_section.py" />
      <source>Track</source>
      <translation>Spur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/track_section.py" />
      <source>Audio track</source>
      <translation>Audiospur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/track_section.py" />
      <source>Which track this is about; it follows what you select</source>
      <translation>Um welche Spur es geht; sie folgt Ihrer Auswahl</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/track_section.py" />
      <source>How loud the track is</source>
      <translation>Wie laut die Spur ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/audio/track_section.py" />
      <source>From the left to the right</source>
      <translation>Von links nach rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/caption_files.py" />
      <source>Captions (*.srt *.vtt)</source>
      <translation>Untertitel (*.srt *.vtt)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/caption_files.py" />
      <source>SubRip (*.srt);;WebVTT (*.vtt)</source>
      <translation>SubRip (*.srt);;WebVTT (*.vtt)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/caption_files.py" />
      <source>Import captions</source>
      <translation>Untertitel importieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/caption_files.py" />
      <source>Another timeline was opened meanwhile, so {name} was not imported. Import it again.</source>
      <translation>Inzwischen wurde eine andere Timeline geöffnet, darum wurde {name} nicht importiert. Importieren Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/caption_files.py" />
      <source>Saved {counted_words} to {target}</source>
      <translation>{counted_words} in {target} gesichert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>No captions yet</source>
      <translation>Noch keine Untertitel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Import Captions…</source>
      <translation>Untertitel importieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Add one at the playhead</source>
      <translation>Einen am Abspielkopf anlegen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Split</source>
      <translation>Teilen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Split the caption at the playhead, or in its middle</source>
      <translation>Den Untertitel am Abspielkopf oder in seiner Mitte teilen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Merge</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Make one of the selected captions, or of one and the next</source>
      <translation>Die ausgewählten Untertitel, oder einen und den nächsten, zu einem machen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Import, export, shift, delete</source>
      <translation>Importieren, exportieren, verschieben, löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Export Captions…</source>
      <translation>Untertitel exportieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>Delete Selected</source>
      <translation>Auswahl löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/captions_panel.py" />
      <source>New Track</source>
      <translation>Neue Spur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/cues_model.py" />
      <source>Start</source>
      <translation>Anfang</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/cues_model.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/cues_model.py" />
      <source>Change caption's time</source>
      <translation>Zeit des Untertitels ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/cues_model.py" />
      <source>Change caption</source>
      <translation>Untertitel ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/cues_model.py" />
      <source>“{text}” is not a time like 1:02.345</source>
      <translation>„{text}“ ist keine Zeit wie 1:02.345</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/shift_popover.py" />
      <source>Write seconds, like -0.5 or +1:02.345</source>
      <translation>Schreiben Sie Sekunden, wie -0.5 oder +1:02.345</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/track_fields.py" />
      <source>The caption track that is shown, and edited</source>
      <translation>Die Untertitelspur, die gezeigt und bearbeitet wird</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/track_fields.py" />
      <source>The language of this track</source>
      <translation>Die Sprache dieser Spur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/track_fields.py" />
      <source>Burn into the picture</source>
      <translation>Ins Bild einbrennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/captions/track_fields.py" />
      <source>On: part of every picture. Off: sent beside it, for viewers to switch on</source>
      <translation>Ein: Teil jedes Bildes. Aus: daneben gesendet, für Zuschauer zum Einschalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/command_keys.py" />
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/command_keys.py" />
      <source>The keys that the keymap gives it</source>
      <translation>Die Tasten, die die Belegung dafür vorsieht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/command_keys.py" />
      <source>Take {shown} away</source>
      <translation>{shown} wegnehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/command_keys.py" />
      <source>Select a command to change its keys</source>
      <translation>Wählen Sie einen Befehl aus, um seine Tasten zu ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/key_recorder.py" />
      <source>Add Key</source>
      <translation>Taste hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/key_recorder.py" />
      <source>Press a key…</source>
      <translation>Taste drücken …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/key_recorder.py" />
      <source>Press this, then the key that the command shall have</source>
      <translation>Drücken Sie hier, dann die Taste, die der Befehl haben soll</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/keys_dialog.py" />
      <source>Change Keys…</source>
      <translation>Tasten ändern …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/keys_dialog.py" />
      <source>Open the shortcut editor</source>
      <translation>Den Tasteneditor öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/keys_dialog.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/palette_popover.py" />
      <source>Search commands      :  timecode      @  marker      #  timeline      /  media</source>
      <translation>Befehle suchen      :  Timecode      @  Marker      #  Timeline      /  Medien</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/palette_popover.py" />
      <source>Nothing is called that</source>
      <translation>Nichts heißt so</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/palette_popover.py" />
      <source>Command palette</source>
      <translation>Befehlspalette</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/palette_popover.py" />
      <source>Search commands</source>
      <translation>Befehle suchen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/palette_popover.py" />
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/registry.py" />
      <source>There is nothing here that it could work on.</source>
      <translation>Hier ist nichts, worauf es wirken könnte.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Keymaps (*.json)</source>
      <translation>Tastenbelegungen (*.json)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Import…</source>
      <translation>Importieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Take keys from a file</source>
      <translation>Tasten aus einer Datei übernehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Export…</source>
      <translation>Exportieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Write all keys to a file</source>
      <translation>Alle Tasten in eine Datei schreiben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Reset All</source>
      <translation>Alles zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Drop your changes to this keymap</source>
      <translation>Ihre Änderungen an dieser Belegung verwerfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Take It Over</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Reset All Keys</source>
      <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Keyboard Shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Keymap</source>
      <translation>Tastenbelegung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Whose keys to begin with; your changes to each are kept</source>
      <translation>Wessen Tasten der Anfang sind; Ihre Änderungen an jeder bleiben erhalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Commands and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>{key} is the key of {names}. “{name}” can have it instead.</source>
      <translation>{key} ist die Taste von {names}. „{name}“ kann sie stattdessen haben.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Your changes to “{name}” will be lost.</source>
      <translation>Ihre Änderungen an „{name}“ gehen verloren.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>The keys are in {target}</source>
      <translation>Die Tasten stehen in {target}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>Search commands or keys</source>
      <translation>Befehle oder Tasten suchen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_dialog.py" />
      <source>The keys of “{name}” are in use, but for those of {count} commands that this version does not have: {names}{more}</source>
      <translation>Die Tasten aus „{name}“ gelten, außer denen von {count} Befehlen, die diese Version nicht hat: {names}{more}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_model.py" />
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_model.py" />
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_model.py" />
      <source>Whole window</source>
      <translation>Ganzes Fenster</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_model.py" />
      <source>Timeline panel</source>
      <translation>Timeline-Bereich</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/shortcuts_model.py" />
      <source>Monitor</source>
      <translation>Monitor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>Timeline</source>
      <translation>Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>Sound</source>
      <translation>Ton</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>Mark</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>Playback</source>
      <translation>Abspielen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>Deliver</source>
      <translation>Ausliefern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/commands/symbols.py" />
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/columns.py" />
      <source>Queued</source>
      <translation>In der Warteschlange</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/columns.py" />
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/columns.py" />
      <source>Ready</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/deletion.py" />
      <source>The files are removed for good. This cannot be undone.</source>
      <translation>Die Dateien werden endgültig entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/deletion.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/deletion.py" />
      <source>{shown} and {more} more</source>
      <translation>{shown} und {more} weitere</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/detail_view.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/detail_view.py" />
      <source>Description</source>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/film_player.py" />
      <source>Play</source>
      <translation>Abspielen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/library_panel.py" />
      <source>Show cards</source>
      <translation>Karten zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/library_panel.py" />
      <source>Nothing by that name</source>
      <translation>Nichts mit diesem Namen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/library_panel.py" />
      <source>{title} as cards</source>
      <translation>{title} als Karten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/library_panel.py" />
      <source>Search {what}</source>
      <translation>{what} suchen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/library_panel.py" />
      <source>Show a table</source>
      <translation>Tabelle zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/row_action.py" />
      <source>Open in the Desktop's Player</source>
      <translation>Im Player des Systems öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/upload_columns.py" />
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/upload_columns.py" />
      <source>Duration</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/upload_columns.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/deliver/upload_player.py" />
      <source>Picture of the file</source>
      <translation>Bild der Datei</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/document.py" />
      <source>This timeline is read-only. Duplicate it to edit the copy.</source>
      <translation>Diese Timeline ist schreibgeschützt. Duplizieren Sie sie, um die Kopie zu bearbeiten.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Redo</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Ripple Delete</source>
      <translation>Löschen und aufrücken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Split at Playhead</source>
      <translation>Am Abspielkopf teilen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Split All Tracks</source>
      <translation>Alle Spuren teilen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Enable or Disable</source>
      <translation>Ein- oder ausschalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Insert</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Overwrite</source>
      <translation>Überschreiben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Append</source>
      <translation>Anhängen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Place on Top</source>
      <translation>Obenauf legen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Replace Selected Clips</source>
      <translation>Ausgewählte Clips ersetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Add Title</source>
      <translation>Titel hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Ripple Further or Less Far</source>
      <translation>Aufrücken weiter oder weniger weit</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Add Video Track</source>
      <translation>Videospur hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Add Audio Track</source>
      <translation>Audiospur hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Add Caption</source>
      <translation>Untertitel hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Split Caption</source>
      <translation>Untertitel teilen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Merge Captions</source>
      <translation>Untertitel verbinden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Add Caption Track</source>
      <translation>Untertitelspur hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Use This Picture as Poster</source>
      <translation>Dieses Bild als Poster nehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Previous Edit Point</source>
      <translation>Voriger Schnittpunkt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Up</source>
      <translation>Oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Next Edit Point</source>
      <translation>Nächster Schnittpunkt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Down</source>
      <translation>Unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>One Frame Back</source>
      <translation>Ein Bild zurück</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Left</source>
      <translation>Links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>One Frame Forward</source>
      <translation>Ein Bild vor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Right</source>
      <translation>Rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Go to Start</source>
      <translation>Zum Anfang</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Go to End</source>
      <translation>Zum Ende</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Zoom In</source>
      <translation>Vergrößern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Zoom Out</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/action_table.py" />
      <source>Fit Timeline</source>
      <translation>Timeline einpassen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/actions.py" />
      <source>{word} Left</source>
      <translation>{word} nach links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/actions.py" />
      <source>{word} Right</source>
      <translation>{word} nach rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/actions.py" />
      <source>{word} Left {frames} Frames</source>
      <translation>{word} um {frames} Bilder nach links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/actions.py" />
      <source>{word} Right {frames} Frames</source>
      <translation>{word} um {frames} Bilder nach rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Position, size and rotation</source>
      <translation>Position, Größe und Drehung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Opacity</source>
      <translation>Deckkraft</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Blend mode</source>
      <translation>Mischmodus</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Fades</source>
      <translation>Blenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Effects</source>
      <translation>Effekte</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Volume</source>
      <translation>Lautstärke</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Switched on or off</source>
      <translation>Ein- oder ausgeschaltet</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Paste</source>
      <translation>Einsetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/attributes_popover.py" />
      <source>Paste attributes</source>
      <translation>Attribute einsetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/canvas_painter.py" />
      <source>Drag a clip here, or press E to append</source>
      <translation>Ziehen Sie einen Clip hierher, oder drücken Sie E zum Anhängen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_commands.py" />
      <source>Caption</source>
      <translation>Untertitel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_commands.py" />
      <source>Add caption</source>
      <translation>Untertitel hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_commands.py" />
      <source>Split caption</source>
      <translation>Untertitel teilen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_commands.py" />
      <source>Merge captions</source>
      <translation>Untertitel verbinden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_commands.py" />
      <source>Delete captions</source>
      <translation>Untertitel löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_commands.py" />
      <source>Add caption track</source>
      <translation>Untertitelspur hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_commands.py" />
      <source>Choose poster</source>
      <translation>Poster wählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/caption_field.py" />
      <source>Caption text</source>
      <translation>Text des Untertitels</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clipboard_commands.py" />
      <source>Cut</source>
      <translation>Ausschneiden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clipboard_commands.py" />
      <source>Duplicate</source>
      <translation>Duplizieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clipboard_commands.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clipboard_commands.py" />
      <source>Paste Insert</source>
      <translation>Einsetzen und aufschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clipboard_commands.py" />
      <source>Paste Attributes…</source>
      <translation>Attribute einsetzen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clipboard_commands.py" />
      <source>What was copied cannot be pasted here. {error}</source>
      <translation>Was kopiert wurde, lässt sich hier nicht einsetzen. {error}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clocks.py" />
      <source>Timecode</source>
      <translation>Timecode</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clocks.py" />
      <source>Drop-Frame Timecode</source>
      <translation>Drop-Frame-Timecode</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clocks.py" />
      <source>Frames</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/clocks.py" />
      <source>Seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Split all tracks</source>
      <translation>Alle Spuren teilen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Enable clips</source>
      <translation>Clips einschalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Disable clips</source>
      <translation>Clips ausschalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Add title</source>
      <translation>Titel hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Add video track</source>
      <translation>Videospur hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Add audio track</source>
      <translation>Audiospur hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Close gap</source>
      <translation>Lücke schließen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Delete transition</source>
      <translation>Übergang löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/commands.py" />
      <source>Ripple delete</source>
      <translation>Löschen und aufrücken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/edge_drag.py" />
      <source>Trim</source>
      <translation>Trimmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/edge_drag.py" />
      <source>Transition length</source>
      <translation>Länge des Übergangs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>Effects On or Off</source>
      <translation>Effekte ein oder aus</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>See the selected clips without their effects, and with them again</source>
      <translation>Die ausgewählten Clips ohne ihre Effekte sehen, und wieder mit ihnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>Show or Hide Keyframes</source>
      <translation>Keyframes zeigen oder ausblenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>The keyframes of the selected clip, as a curve under it</source>
      <translation>Die Keyframes des ausgewählten Clips, als Kurve darunter</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>Effects on</source>
      <translation>Effekte ein</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>Effects off</source>
      <translation>Effekte aus</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>Add {effect}</source>
      <translation>{effect} hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/effect_commands.py" />
      <source>Select a clip first, or drag the effect onto one.</source>
      <translation>Wählen Sie zuerst einen Clip aus, oder ziehen Sie den Effekt auf einen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/grouping_commands.py" />
      <source>Group</source>
      <translation>Gruppieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/grouping_commands.py" />
      <source>Ungroup</source>
      <translation>Gruppierung aufheben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/grouping_commands.py" />
      <source>Link or Unlink</source>
      <translation>Verknüpfen oder trennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/grouping_commands.py" />
      <source>Unlink</source>
      <translation>Trennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/grouping_commands.py" />
      <source>Link</source>
      <translation>Verknüpfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>hold N to suspend snapping</source>
      <translation>N halten setzt das Einrasten aus</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag over clips to select them · a click selects a gap · Ctrl+wheel zooms</source>
      <translation>Über Clips ziehen wählt sie aus · ein Klick wählt eine Lücke · Strg+Rad vergrößert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Click to split here</source>
      <translation>Klicken teilt hier</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to move · Alt+drag copies · Shift keeps the track · {snapping}</source>
      <translation>Ziehen verschiebt · Alt kopiert · Umschalt bleibt auf der Spur · {snapping}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Click to select · drag an edge</source>
      <translation>Klicken wählt aus · Kanten ziehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to trim · Ctrl+drag ripples · Alt+drag trims it alone · {snapping}</source>
      <translation>Ziehen trimmt · Strg rückt auf · Alt trimmt ihn allein · {snapping}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to fade in or out</source>
      <translation>Ziehen blendet ein oder aus</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to trim, all that is later follows · {snapping}</source>
      <translation>Ziehen trimmt, alles Spätere folgt · {snapping}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to roll the cut · Ctrl ripples · Shift pulls a dissolve open · {snapping}</source>
      <translation>Ziehen rollt den Schnitt · Strg rückt auf · Umschalt öffnet eine Überblendung · {snapping}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to pull a dissolve open</source>
      <translation>Ziehen öffnet eine Überblendung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to slip: the media moves, the clip stays</source>
      <translation>Ziehen verschiebt den Inhalt: Das Material bewegt sich, der Clip bleibt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to slide: the neighbours give way · {snapping}</source>
      <translation>Ziehen verschiebt: Die Nachbarn weichen · {snapping}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Click to select the transition · drag its edges for its length</source>
      <translation>Klicken wählt den Übergang · seine Kanten ziehen ändert die Länge</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Drag to change the transition's length</source>
      <translation>Ziehen ändert die Länge des Übergangs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/hints.py" />
      <source>Track {name} is locked</source>
      <translation>Spur {name} ist gesperrt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_commands.py" />
      <source>Add marker</source>
      <translation>Marker setzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_commands.py" />
      <source>Add Marker</source>
      <translation>Marker setzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_commands.py" />
      <source>Edit Marker…</source>
      <translation>Marker bearbeiten …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_commands.py" />
      <source>Previous Marker</source>
      <translation>Voriger Marker</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_commands.py" />
      <source>Next Marker</source>
      <translation>Nächster Marker</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_popover.py" />
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_popover.py" />
      <source>Length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_popover.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_popover.py" />
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_popover.py" />
      <source>How long it lasts: 0 is a moment</source>
      <translation>Wie lange er dauert: 0 ist ein Augenblick</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_popover.py" />
      <source>Marker</source>
      <translation>Marker</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/marker_popover.py" />
      <source>Edit marker</source>
      <translation>Marker bearbeiten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/minimap_view.py" />
      <source>Minimap</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>linked tracks</source>
      <translation>verknüpfte Spuren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Ripple Linked Tracks</source>
      <translation>Verknüpfte Spuren rücken auf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>one track</source>
      <translation>eine Spur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Ripple One Track</source>
      <translation>Eine Spur rückt auf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>all tracks</source>
      <translation>alle Spuren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Ripple All Tracks</source>
      <translation>Alle Spuren rücken auf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>all, with markers</source>
      <translation>alle, mit Markern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Ripple All Tracks and Markers</source>
      <translation>Alle Spuren und Marker rücken auf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Select Tool</source>
      <translation>Auswahlwerkzeug</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Blade Tool</source>
      <translation>Klinge</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Ripple Tool</source>
      <translation>Ripple-Werkzeug</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Roll Tool</source>
      <translation>Rollwerkzeug</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Slip Tool</source>
      <translation>Slip-Werkzeug</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Slide Tool</source>
      <translation>Slide-Werkzeug</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Snap</source>
      <translation>Einrasten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Select Linked Clips Together</source>
      <translation>Verknüpfte Clips gemeinsam auswählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/mode_toggles.py" />
      <source>Delete Closes the Gap</source>
      <translation>Löschen schließt die Lücke</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/nudge_commands.py" />
      <source>Nudge</source>
      <translation>Schieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/nudge_commands.py" />
      <source>Ripple</source>
      <translation>Ripple</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/nudge_commands.py" />
      <source>Roll</source>
      <translation>Rollen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/nudge_commands.py" />
      <source>Slip</source>
      <translation>Slip</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/nudge_commands.py" />
      <source>Slide</source>
      <translation>Slide</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/nudge_commands.py" />
      <source>Nudge Left</source>
      <translation>Nach links schieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/nudge_commands.py" />
      <source>Nudge Right</source>
      <translation>Nach rechts schieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/panel.py" />
      <source>Playhead</source>
      <translation>Abspielkopf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/pointing.py" />
      <source>Track {name} is locked. Unlock it to edit it.</source>
      <translation>Spur {name} ist gesperrt. Entsperren Sie sie, um sie zu bearbeiten.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Set In Point</source>
      <translation>In-Punkt setzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Set Out Point</source>
      <translation>Out-Punkt setzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Mark Selected Clips</source>
      <translation>Ausgewählte Clips markieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Clear In and Out</source>
      <translation>In und Out löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Go to In Point</source>
      <translation>Zum In-Punkt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Go to Out Point</source>
      <translation>Zum Out-Punkt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Lift Range</source>
      <translation>Bereich herausheben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Extract Range</source>
      <translation>Bereich herausschneiden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Lift range</source>
      <translation>Bereich herausheben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/range_commands.py" />
      <source>Extract range</source>
      <translation>Bereich herausschneiden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reach_button.py" />
      <source>What a ripple moves: inserts, ripple deletes and trims ({key})</source>
      <translation>Was ein Aufrücken bewegt: Einfügen, Löschen und Trimmen ({key})</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reach_button.py" />
      <source>Ripple: {word}</source>
      <translation>Aufrücken: {word}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reach_button.py" />
      <source>Ripple moves {word}</source>
      <translation>Aufrücken bewegt {word}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Select a clip first.</source>
      <translation>Wählen Sie zuerst einen Clip aus.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>The timeline is empty.</source>
      <translation>Die Timeline ist leer.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Move the playhead onto a clip.</source>
      <translation>Stellen Sie den Abspielkopf auf einen Clip.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Choose footage in the media bin first.</source>
      <translation>Wählen Sie zuerst Material in der Medienablage aus.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>There is no marker.</source>
      <translation>Es gibt keinen Marker.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Copy or cut clips first.</source>
      <translation>Kopieren oder schneiden Sie zuerst Clips aus.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Set an in and an out point first.</source>
      <translation>Setzen Sie zuerst einen In- und einen Out-Punkt.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Nothing has been done yet.</source>
      <translation>Es ist noch nichts geschehen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Nothing has been undone.</source>
      <translation>Es wurde nichts rückgängig gemacht.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Copy a clip, then select those that shall look like it.</source>
      <translation>Kopieren Sie einen Clip, dann wählen Sie die aus, die so aussehen sollen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Move the playhead into a gap.</source>
      <translation>Stellen Sie den Abspielkopf in eine Lücke.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>There is no gap.</source>
      <translation>Es gibt keine Lücke.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Move the playhead to a cut through one piece of footage.</source>
      <translation>Stellen Sie den Abspielkopf auf einen Schnitt durch ein und dasselbe Material.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Move the playhead to a cut between two clips.</source>
      <translation>Stellen Sie den Abspielkopf auf einen Schnitt zwischen zwei Clips.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Select a picture and its sound first.</source>
      <translation>Wählen Sie zuerst ein Bild und seinen Ton aus.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Select two clips or more.</source>
      <translation>Wählen Sie zwei oder mehr Clips aus.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Select a clip of a group.</source>
      <translation>Wählen Sie einen Clip einer Gruppe aus.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Choose footage in the media bin, and select the clips that it shall replace.</source>
      <translation>Wählen Sie Material in der Medienablage aus, und die Clips, die es ersetzen soll.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Select a caption, and move the playhead into it.</source>
      <translation>Wählen Sie einen Untertitel aus, und stellen Sie den Abspielkopf hinein.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Select captions that follow each other.</source>
      <translation>Wählen Sie Untertitel aus, die aufeinander folgen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/reasons.py" />
      <source>Move the playhead to a marker.</source>
      <translation>Stellen Sie den Abspielkopf auf einen Marker.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>An export copies this from its source</source>
      <translation>Ein Export kopiert dies aus der Quelle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>Rendered: an export only joins this</source>
      <translation>Gerendert: Ein Export setzt dies nur ein</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>An export has to render this</source>
      <translation>Ein Export muss dies rendern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>Delete marker</source>
      <translation>Marker löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>Ruler</source>
      <translation>Lineal</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>Move marker</source>
      <translation>Marker verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>Use as poster</source>
      <translation>Als Poster nehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/ruler_view.py" />
      <source>Edit marker…</source>
      <translation>Marker bearbeiten …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/selecting_commands.py" />
      <source>Select All</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/selecting_commands.py" />
      <source>Select Nothing</source>
      <translation>Nichts auswählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/selecting_commands.py" />
      <source>Select Forward on Track</source>
      <translation>Auf der Spur ab hier auswählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/selecting_commands.py" />
      <source>Select Forward on All Tracks</source>
      <translation>Auf allen Spuren ab hier auswählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/selecting_commands.py" />
      <source>Select Back on Track</source>
      <translation>Auf der Spur bis hier auswählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/selecting_commands.py" />
      <source>Select Back on All Tracks</source>
      <translation>Auf allen Spuren bis hier auswählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/source_commands.py" />
      <source>Open in Source Monitor</source>
      <translation>Im Quellmonitor öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/source_commands.py" />
      <source>Match Frame</source>
      <translation>Bild in der Quelle zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/speed_commands.py" />
      <source>Change speed</source>
      <translation>Tempo ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/speed_commands.py" />
      <source>Speed…</source>
      <translation>Tempo …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/speed_popover.py" />
      <source>Backwards</source>
      <translation>Rückwärts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/speed_popover.py" />
      <source>Move what comes later along</source>
      <translation>Späteres mitbewegen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/speed_popover.py" />
      <source>Change</source>
      <translation>Ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/speed_popover.py" />
      <source>The sound keeps its pitch</source>
      <translation>Der Ton behält seine Tonhöhe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/spoken.py" />
      <source>Video</source>
      <translation>Video</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/spoken.py" />
      <source>Captions</source>
      <translation>Untertitel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/tool_drags.py" />
      <source>Ripple trim</source>
      <translation>Trimmen und aufrücken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/tool_drags.py" />
      <source>Add dissolve</source>
      <translation>Überblendung hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/toolbar.py" />
      <source>Timeline tools</source>
      <translation>Werkzeuge der Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/toolbar.py" />
      <source>Fit</source>
      <translation>Einpassen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/toolbar.py" />
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Follow ripples on</source>
      <translation>Aufrücken folgen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Lock</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Follow ripples of the main track</source>
      <translation>Dem Aufrücken der Hauptspur folgen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Move track</source>
      <translation>Spur verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Delete track</source>
      <translation>Spur löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Target {label}</source>
      <translation>Ziel {label}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Track name</source>
      <translation>Name der Spur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Rename track</source>
      <translation>Spur umbenennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Add {kind} track</source>
      <translation>Spur hinzufügen: {kind}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Hide</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Mute</source>
      <translation>Stumm</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Solo</source>
      <translation>Solo</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Move track up</source>
      <translation>Spur nach oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_header.py" />
      <source>Move track down</source>
      <translation>Spur nach unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/track_headers.py" />
      <source>Tracks</source>
      <translation>Spuren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_commands.py" />
      <source>Add Transition</source>
      <translation>Übergang hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_commands.py" />
      <source>Add {what}</source>
      <translation>{what} hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_commands.py" />
      <source>Change to {what}</source>
      <translation>Zu {what} ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_commands.py" />
      <source>There is no cut here: select two clips that touch, or move the playhead to a cut.</source>
      <translation>Hier ist kein Schnitt: Wählen Sie zwei Clips aus, die sich berühren, oder stellen Sie den Abspielkopf auf einen Schnitt.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_names.py" />
      <source>Dissolve</source>
      <translation>Überblendung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_names.py" />
      <source>Dip to Colour</source>
      <translation>Durch Farbe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_names.py" />
      <source>Wipe</source>
      <translation>Wischblende</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_names.py" />
      <source>Clock Wipe</source>
      <translation>Uhrblende</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_names.py" />
      <source>Iris</source>
      <translation>Irisblende</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/transition_names.py" />
      <source>Push</source>
      <translation>Schiebeblende</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Ripple head to playhead</source>
      <translation>Kopf bis zum Abspielkopf kürzen und aufrücken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Ripple tail to playhead</source>
      <translation>Ende bis zum Abspielkopf kürzen und aufrücken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Trim head to playhead</source>
      <translation>Kopf bis zum Abspielkopf kürzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Trim tail to playhead</source>
      <translation>Ende bis zum Abspielkopf kürzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Close all gaps</source>
      <translation>Alle Lücken schließen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Ripple Head to Playhead</source>
      <translation>Kopf bis zum Abspielkopf kürzen, aufrücken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Ripple Tail to Playhead</source>
      <translation>Ende bis zum Abspielkopf kürzen, aufrücken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Trim Head to Playhead</source>
      <translation>Kopf bis zum Abspielkopf kürzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Trim Tail to Playhead</source>
      <translation>Ende bis zum Abspielkopf kürzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Join Through Edit</source>
      <translation>Schnitt zusammenfügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Freeze Frame</source>
      <translation>Standbild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Close Gap</source>
      <translation>Lücke schließen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Close All Gaps</source>
      <translation>Alle Lücken schließen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Join through edit</source>
      <translation>Schnitt zusammenfügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/editor/trim_commands.py" />
      <source>Freeze frame</source>
      <translation>Standbild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/effects/effects_model.py" />
      <source>{title}: {words}. Drag it onto a clip, or double-click it</source>
      <translation>{title}: {words}. Auf einen Clip ziehen oder doppelklicken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/effects/effects_panel.py" />
      <source>Drag one onto a clip, or double-click it for the selected ones.</source>
      <translation>Ziehen Sie einen auf einen Clip, oder doppelklicken Sie für die ausgewählten.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/effects/effects_panel.py" />
      <source>No effect by that name</source>
      <translation>Kein Effekt mit diesem Namen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/effects/effects_panel.py" />
      <source>Search effects</source>
      <translation>Effekte suchen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/effects/lut_flow.py" />
      <source>LUTs (*.cube);;All files (*)</source>
      <translation>LUTs (*.cube);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/effects/lut_flow.py" />
      <source>Choose a LUT</source>
      <translation>LUT wählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/effects/lut_flow.py" />
      <source>Use LUT {name}</source>
      <translation>LUT {name} verwenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/popover.py" />
      <source>Close (Esc)</source>
      <translation>Schließen (Esc)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/tab_row.py" />
      <source>More tabs</source>
      <translation>Weitere Reiter</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/toasts.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Jan</source>
      <translation>Jan.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Feb</source>
      <translation>Feb.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Mar</source>
      <translation>März</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Apr</source>
      <translation>Apr.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>May</source>
      <translation>Mai</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Jun</source>
      <translation>Juni</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Jul</source>
      <translation>Juli</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Aug</source>
      <translation>Aug.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Sep</source>
      <translation>Sept.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Oct</source>
      <translation>Okt.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Nov</source>
      <translation>Nov.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Dec</source>
      <translation>Dez.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Today {time}</source>
      <translation>Heute {time}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/elements/words.py" />
      <source>Untitled</source>
      <translation>Ohne Namen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Verified</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>File missing</source>
      <translation>Datei fehlt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Its file is not in the store</source>
      <translation>Die Datei ist nicht im Speicher</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Landscape</source>
      <translation>Querformat</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Portrait</source>
      <translation>Hochformat</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Preset</source>
      <translation>Vorgabe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Encoder</source>
      <translation>Encoder</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Exported</source>
      <translation>Exportiert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Nothing exported yet</source>
      <translation>Noch nichts exportiert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Exports</source>
      <translation>Exporte</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>State</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Delete…</source>
      <translation>Löschen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Delete {names}?</source>
      <translation>{names} löschen?</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Send to HLS</source>
      <translation>An HLS senden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Send to HLS As…</source>
      <translation>An HLS senden als …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Choose a profile, which is then kept</source>
      <translation>Ein Profil wählen, das dann bleibt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Open Timeline</source>
      <translation>Timeline öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Here, with its sound</source>
      <translation>Hier, mit Ton</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Show File</source>
      <translation>Datei zeigen</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>{n} exports</source>
      <translation>
        <numerusform>{n} Export</numerusform>
        <numerusform>{n} Exporte</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>{counted_words} since</source>
      <translation>{counted_words} seither</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>Send {count} to HLS</source>
      <translation>{count} an HLS senden</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>{n} edits</source>
      <translation>
        <numerusform>{n} Änderung</numerusform>
        <numerusform>{n} Änderungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/exports/exports_panel.py" />
      <source>{n} productions</source>
      <translation>
        <numerusform>{n} Produktion</numerusform>
        <numerusform>{n} Produktionen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/history_panel.py" />
      <source>History of edits</source>
      <translation>Verlauf der Änderungen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/history_panel.py" />
      <source>This session</source>
      <translation>Diese Sitzung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/history_panel.py" />
      <source>Versions</source>
      <translation>Fassungen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/history_panel.py" />
      <source>Opened</source>
      <translation>Geöffnet</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Versions of this timeline</source>
      <translation>Fassungen dieser Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>How the timeline was appears here as you edit</source>
      <translation>Hier erscheint, wie die Timeline war, während Sie schneiden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Restore</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Bring this version back (Return)</source>
      <translation>Diese Fassung zurückholen (Eingabe)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Open as Copy</source>
      <translation>Als Kopie öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>A timeline of its own</source>
      <translation>Eine eigene Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Name…</source>
      <translation>Name …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Versions with a name stay for ever</source>
      <translation>Fassungen mit Namen bleiben für immer</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Save a Version…</source>
      <translation>Fassung sichern …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_list.py" />
      <source>Keep how the timeline is now</source>
      <translation>Festhalten, wie die Timeline jetzt ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/history/versions_model.py" />
      <source>Saved</source>
      <translation>Gesichert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Bottom</source>
      <translation>Unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Middle</source>
      <translation>Mitte</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Top</source>
      <translation>Oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Centre</source>
      <translation>Mittig</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Where in the picture, from top to bottom</source>
      <translation>Wo im Bild, von oben nach unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>On which side, and how its lines align</source>
      <translation>Auf welcher Seite, und wie die Zeilen ausgerichtet sind</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Place</source>
      <translation>Platz</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Side</source>
      <translation>Seite</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>What the caption says; each line of it is a line on the screen</source>
      <translation>Was der Untertitel sagt; jede Zeile ist eine Zeile auf dem Bild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Move caption</source>
      <translation>Untertitel verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/caption_section.py" />
      <source>Easy to read</source>
      <translation>Gut zu lesen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/colour_button.py" />
      <source>Choose a colour</source>
      <translation>Farbe wählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/curve_view.py" />
      <source>Curve</source>
      <translation>Kurve</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/curve_view.py" />
      <source>Press to add a point and drag it; the other button removes it. Page Up and Page Down choose a point, arrows move it</source>
      <translation>Drücken setzt einen Punkt, ziehen bewegt ihn; die andere Taste entfernt ihn. Bild auf und Bild ab wählen einen Punkt, Pfeile bewegen ihn</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Show or hide its numbers</source>
      <translation>Seine Zahlen zeigen oder ausblenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Put it before the effect above</source>
      <translation>Vor den Effekt darüber setzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Put it after the effect below</source>
      <translation>Hinter den Effekt darunter setzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Reset the effect</source>
      <translation>Effekt zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Remove the effect</source>
      <translation>Effekt entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Whether the effect is seen</source>
      <translation>Ob der Effekt zu sehen ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Move {effect}</source>
      <translation>{effect} verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Reset {effect}</source>
      <translation>{effect} zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>Remove {effect}</source>
      <translation>{effect} entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>{effect} on</source>
      <translation>{effect} ein</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_block.py" />
      <source>{effect} off</source>
      <translation>{effect} aus</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>The curve of all channels</source>
      <translation>Die Kurve aller Kanäle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>Red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>The curve of red</source>
      <translation>Die Kurve von Rot</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>The curve of green</source>
      <translation>Die Kurve von Grün</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>The curve of blue</source>
      <translation>Die Kurve von Blau</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>Pick the colour in the monitor</source>
      <translation>Die Farbe im Monitor aufnehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>Choose a .cube file; a copy of it is kept</source>
      <translation>Eine .cube-Datei wählen; eine Kopie davon wird aufbewahrt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_extras.py" />
      <source>Choose a file…</source>
      <translation>Datei wählen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Radius</source>
      <translation>Radius</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Amount</source>
      <translation>Stärke</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Stops</source>
      <translation>Blenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Around</source>
      <translation>Um</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Warmth</source>
      <translation>Wärme</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Tint</source>
      <translation>Tönung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Similarity</source>
      <translation>Ähnlichkeit</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Softness</source>
      <translation>Weichheit</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effect_words.py" />
      <source>Spill</source>
      <translation>Farbsaum</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effects_section.py" />
      <source>Add an effect</source>
      <translation>Effekt hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effects_section.py" />
      <source>None yet: press + or drag one from the Effects tab</source>
      <translation>Noch keiner: Drücken Sie +, oder ziehen Sie einen aus dem Reiter „Effekte“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/effects_section.py" />
      <source>No effect is on all of them: press + to add one</source>
      <translation>Keiner ist auf allen: Drücken Sie +, um einen hinzuzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/inspector_panel.py" />
      <source>Inspector</source>
      <translation>Inspektor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/inspector_panel.py" />
      <source>Select a clip</source>
      <translation>Wählen Sie einen Clip aus</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/inspector_panel.py" />
      <source>{count} items are selected</source>
      <translation>{count} Objekte sind ausgewählt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/inspector_panel.py" />
      <source>A change here is made to all of them</source>
      <translation>Eine Änderung hier gilt für alle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_form.py" />
      <source>Still</source>
      <translation>Standbild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_form.py" />
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_form.py" />
      <source>Video clip</source>
      <translation>Videoclip</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_form.py" />
      <source>Audio clip</source>
      <translation>Audioclip</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Item</source>
      <translation>Objekt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Enable</source>
      <translation>Einschalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Disable</source>
      <translation>Ausschalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>From the left</source>
      <translation>Von links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>From the top</source>
      <translation>Von oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Position</source>
      <translation>Position</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Negative is backwards</source>
      <translation>Negativ ist rückwärts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Change title</source>
      <translation>Titel ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Change title size</source>
      <translation>Titelgröße ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Move title</source>
      <translation>Titel verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/item_sections.py" />
      <source>Change colour</source>
      <translation>Farbe ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/number_section.py" />
      <source>Change {title}</source>
      <translation>{title} ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/number_section.py" />
      <source>Remove keyframe</source>
      <translation>Keyframe entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/number_section.py" />
      <source>Add keyframe</source>
      <translation>Keyframe setzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/number_section.py" />
      <source>Reset {title}</source>
      <translation>{title} zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Position X</source>
      <translation>Position X</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Position Y</source>
      <translation>Position Y</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Rotation</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Anchor X</source>
      <translation>Anker X</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Anchor Y</source>
      <translation>Anker Y</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Crop left</source>
      <translation>Beschnitt links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Crop top</source>
      <translation>Beschnitt oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Crop right</source>
      <translation>Beschnitt rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Crop bottom</source>
      <translation>Beschnitt unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Blend</source>
      <translation>Mischung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Across</source>
      <translation>Waagerecht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Mirror the picture left to right</source>
      <translation>Das Bild seitlich spiegeln</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Mirror the picture top to bottom</source>
      <translation>Das Bild von oben nach unten spiegeln</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Flip</source>
      <translation>Spiegeln</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Change blend mode</source>
      <translation>Mischmodus ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>Audio</source>
      <translation>Audio</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/picture_section.py" />
      <source>How the picture is mixed with what is below it</source>
      <translation>Wie das Bild mit dem darunter gemischt wird</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/property_row.py" />
      <source>{word}: to the keyframe before</source>
      <translation>{word}: zum vorigen Keyframe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/property_row.py" />
      <source>{word}: add or remove a keyframe at the playhead</source>
      <translation>{word}: Keyframe am Abspielkopf setzen oder entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/property_row.py" />
      <source>{word}: to the next keyframe</source>
      <translation>{word}: zum nächsten Keyframe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/property_section.py" />
      <source>How long it fades {edge}: drag to change, or type</source>
      <translation>Wie lange es blendet ({edge}): ziehen oder tippen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/property_section.py" />
      <source>Change fade {edge}</source>
      <translation>Blende ändern ({edge})</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>To the left</source>
      <translation>Nach links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>To the right</source>
      <translation>Nach rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Upwards</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Downwards</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Centred on the cut</source>
      <translation>Mittig auf dem Schnitt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Begins at the cut</source>
      <translation>Beginnt am Schnitt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Ends at the cut</source>
      <translation>Endet am Schnitt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Direction</source>
      <translation>Richtung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Alignment</source>
      <translation>Ausrichtung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Transition</source>
      <translation>Übergang</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Media</source>
      <translation>Medien</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>How a picture becomes the next</source>
      <translation>Wie ein Bild zum nächsten wird</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Where it moves to</source>
      <translation>Wohin es sich bewegt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>How wide its edge is</source>
      <translation>Wie breit seine Kante ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>How long it is, in whole frames</source>
      <translation>Wie lang er ist, in ganzen Bildern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>How it lies on its cut</source>
      <translation>Wie er auf seinem Schnitt liegt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>There it is silent.</source>
      <translation>Dort ist es still.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>There its picture holds.</source>
      <translation>Dort steht das Bild.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Change the transition's length</source>
      <translation>Länge des Übergangs ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Change the transition's kind</source>
      <translation>Art des Übergangs ändern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Turn the transition</source>
      <translation>Übergang drehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Colour the transition</source>
      <translation>Übergang färben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/inspector/transition_form.py" />
      <source>Soften the transition</source>
      <translation>Übergang weicher machen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane.py" />
      <source>Select a clip first: its keyframes are shown under it.</source>
      <translation>Wählen Sie zuerst einen Clip aus: Seine Keyframes erscheinen darunter.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_commands.py" />
      <source>Move keyframe</source>
      <translation>Keyframe verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_commands.py" />
      <source>Shape keyframe</source>
      <translation>Keyframe formen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_header.py" />
      <source>Close the keyframe lane (Shift+K)</source>
      <translation>Die Keyframe-Bahn schließen (Umschalt+K)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_header.py" />
      <source>Property of the keyframe lane</source>
      <translation>Eigenschaft der Keyframe-Bahn</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_header.py" />
      <source>Which property's keyframes are shown; ◆ has some</source>
      <translation>Wessen Keyframes gezeigt werden; ◆ hat welche</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_painter.py" />
      <source>Double-click to add a keyframe</source>
      <translation>Doppelklicken setzt einen Keyframe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_view.py" />
      <source>Linear</source>
      <translation>Linear</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_view.py" />
      <source>Hold</source>
      <translation>Halten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_view.py" />
      <source>Ease</source>
      <translation>Sanft</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_view.py" />
      <source>Keyframes</source>
      <translation>Keyframes</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_view.py" />
      <source>Double-click adds a keyframe, drag moves it, the menu shapes or removes it. Page Up and Page Down choose one, arrows move it, Enter shapes it, Delete removes it</source>
      <translation>Doppelklicken setzt einen Keyframe, Ziehen bewegt ihn, das Menü formt oder entfernt ihn. Bild auf und Bild ab wählen einen, Pfeile bewegen ihn, die Eingabetaste formt ihn, Entf entfernt ihn</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/lane/lane_view.py" />
      <source>Remove Keyframe</source>
      <translation>Keyframe entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_model.py" />
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_model.py" />
      <source>Chapter</source>
      <translation>Kapitel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_model.py" />
      <source>Rename marker</source>
      <translation>Marker umbenennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_panel.py" />
      <source>Press M: a marker is a chapter</source>
      <translation>Drücken Sie M: Ein Marker ist ein Kapitel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_panel.py" />
      <source>Use as Poster</source>
      <translation>Als Poster nehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_panel.py" />
      <source>Its picture is the poster</source>
      <translation>Sein Bild ist das Poster</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_panel.py" />
      <source>Delete the marker (Delete)</source>
      <translation>Den Marker löschen (Entf)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_panel.py" />
      <source>Markers</source>
      <translation>Marker</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/markers/markers_panel.py" />
      <source>No Longer the Poster</source>
      <translation>Nicht mehr das Poster</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_menu.py" />
      <source>Append to Timeline</source>
      <translation>An Timeline anhängen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_menu.py" />
      <source>Remove from Favourites</source>
      <translation>Aus den Favoriten nehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_menu.py" />
      <source>Add to Favourites</source>
      <translation>Zu den Favoriten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_menu.py" />
      <source>Move to Folder</source>
      <translation>In Ordner verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_menu.py" />
      <source>Take Out of Folder</source>
      <translation>Aus dem Ordner nehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_menu.py" />
      <source>Relink…</source>
      <translation>Neu verbinden …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_model.py" />
      <source>Its file is missing: relink it</source>
      <translation>Die Datei fehlt: neu verbinden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_model.py" />
      <source>In this timeline</source>
      <translation>In dieser Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_model.py" />
      <source>A proxy stands for it in the monitor</source>
      <translation>Im Monitor steht ein Proxy dafür</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_model.py" />
      <source>Drag it to the timeline; a double click opens it</source>
      <translation>Auf die Timeline ziehen; ein Doppelklick öffnet es</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_order.py" />
      <source>Newest First</source>
      <translation>Neueste zuerst</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_order.py" />
      <source>Longest First</source>
      <translation>Längste zuerst</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_order.py" />
      <source>Largest First</source>
      <translation>Größte zuerst</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_panel.py" />
      <source>Media (*.mp4 *.mov *.mkv *.webm *.avi *.m4v *.mts *.mxf *.mpg *.wav *.mp3 *.m4a *.aac *.flac *.ogg *.opus *.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif);;All files (*)</source>
      <translation>Medien (*.mp4 *.mov *.mkv *.webm *.avi *.m4v *.mts *.mxf *.mpg *.wav *.mp3 *.m4a *.aac *.flac *.ogg *.opus *.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_panel.py" />
      <source>Drop footage here</source>
      <translation>Material hier ablegen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_panel.py" />
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_panel.py" />
      <source>Open the sample</source>
      <translation>Das Beispiel öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_panel.py" />
      <source>No media by that name</source>
      <translation>Keine Medien mit diesem Namen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_panel.py" />
      <source>Nothing is here yet: drag footage in</source>
      <translation>Hier ist noch nichts: Ziehen Sie Material herein</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_tools.py" />
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_tools.py" />
      <source>Show as a list</source>
      <translation>Als Liste zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_tools.py" />
      <source>Show as cards</source>
      <translation>Als Karten zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/bin_tools.py" />
      <source>Search media</source>
      <translation>Medien suchen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_flow.py" />
      <source>Search for missing media in</source>
      <translation>Fehlende Medien suchen in</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_flow.py" />
      <source>Searching…</source>
      <translation>Wird gesucht …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_flow.py" />
      <source>Relinking…</source>
      <translation>Wird neu verbunden …</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/media_bin/relink_flow.py" />
      <source>Relinked {n} files.</source>
      <translation>
        <numerusform>{n} Datei neu verbunden.</numerusform>
        <numerusform>{n} Dateien neu verbunden.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_flow.py" />
      <source>The search was cancelled.</source>
      <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Found, the same file</source>
      <translation>Gefunden, dieselbe Datei</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Found, as large and as long</source>
      <translation>Gefunden, ebenso groß und lang</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Perhaps: the same name and length</source>
      <translation>Vielleicht: gleicher Name, gleiche Länge</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Missing media</source>
      <translation>Fehlende Medien</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Search in Folder…</source>
      <translation>In Ordner suchen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Relink</source>
      <translation>Neu verbinden</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>{n} files are missing.</source>
      <translation>
        <numerusform>{n} Datei fehlt.</numerusform>
        <numerusform>{n} Dateien fehlen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Nothing is missing.</source>
      <translation>Nichts fehlt.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Found {found} of {all}.</source>
      <translation>{found} von {all} gefunden.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Nothing was found there: search in another folder.</source>
      <translation>Dort wurde nichts gefunden: Suchen Sie in einem anderen Ordner.</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/media_bin/relink_popover.py" />
      <source>Relink {n} Files</source>
      <translation>
        <numerusform>{n} Datei neu verbinden</numerusform>
        <numerusform>{n} Dateien neu verbinden</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/shelf_bar.py" />
      <source>Favourites</source>
      <translation>Favoriten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/shelf_bar.py" />
      <source>Recent</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/shelf_bar.py" />
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/shelf_bar.py" />
      <source>Name of the folder</source>
      <translation>Name des Ordners</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/shelf_bar.py" />
      <source>Drag footage here; right-click to rename or delete the folder</source>
      <translation>Ziehen Sie Material hierher; ein Rechtsklick benennt den Ordner um oder löscht ihn</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/shelf_bar.py" />
      <source>Rename…</source>
      <translation>Umbenennen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/media_bin/shelf_bar.py" />
      <source>Delete Folder</source>
      <translation>Ordner löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/composer.py" />
      <source>This picture could not be made: internal error. See the log, and move on.</source>
      <translation>Dieses Bild ließ sich nicht machen: interner Fehler. Sehen Sie ins Protokoll, und gehen Sie weiter.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/full_picture.py" />
      <source>Picture of the timeline on the full screen</source>
      <translation>Bild der Timeline auf dem ganzen Bildschirm</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/handles/picture_handles.py" />
      <source>Move picture</source>
      <translation>Bild verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/handles/picture_handles.py" />
      <source>Scale picture</source>
      <translation>Bild skalieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/handles/picture_handles.py" />
      <source>Turn picture</source>
      <translation>Bild drehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/handles/picture_handles.py" />
      <source>Move anchor</source>
      <translation>Anker verschieben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/handles/picture_handles.py" />
      <source>Crop picture</source>
      <translation>Bild beschneiden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_actions.py" />
      <source>Space</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_actions.py" />
      <source>Play Backwards, Again: Faster</source>
      <translation>Rückwärts abspielen, noch einmal: schneller</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_actions.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_actions.py" />
      <source>Play Forwards, Again: Faster</source>
      <translation>Vorwärts abspielen, noch einmal: schneller</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_actions.py" />
      <source>Captions in the Monitor</source>
      <translation>Untertitel im Monitor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_actions.py" />
      <source>Show captions that are sent beside the picture</source>
      <translation>Untertitel zeigen, die neben dem Bild gesendet werden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_actions.py" />
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/monitor/monitor_head.py" />
      <source>{n} frames were dropped: choose a lower playback quality, or make proxies</source>
      <translation>
        <numerusform>{n} Bild ausgelassen: Wählen Sie eine geringere Abspielqualität, oder machen Sie Proxys</numerusform>
        <numerusform>{n} Bilder ausgelassen: Wählen Sie eine geringere Abspielqualität, oder machen Sie Proxys</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_head.py" />
      <source>Playback quality</source>
      <translation>Abspielqualität</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_head.py" />
      <source>Playback quality: {quality}</source>
      <translation>Abspielqualität: {quality}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_panel.py" />
      <source>Put a clip on the timeline to see it here</source>
      <translation>Legen Sie einen Clip auf die Timeline, um ihn hier zu sehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_panel.py" />
      <source>Choose footage and press Shift+F to see it here</source>
      <translation>Wählen Sie Material aus und drücken Sie Umschalt+F, um es hier zu sehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_panel.py" />
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_panel.py" />
      <source>Picture of the source</source>
      <translation>Bild der Quelle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_panel.py" />
      <source>Position in the source</source>
      <translation>Stelle in der Quelle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_panel.py" />
      <source>{status}. The picture plays on.</source>
      <translation>{status}. Das Bild läuft weiter.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Auto</source>
      <translation>Auto</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Playback as fine as the computer keeps up with</source>
      <translation>So fein abspielen, wie der Computer mitkommt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Full</source>
      <translation>Voll</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Playback with every line of the picture</source>
      <translation>Mit jeder Zeile des Bildes abspielen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Half</source>
      <translation>Halb</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Playback with half the lines and columns</source>
      <translation>Mit halb so vielen Zeilen und Spalten abspielen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Quarter</source>
      <translation>Viertel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Playback with a quarter of the lines and columns</source>
      <translation>Mit einem Viertel der Zeilen und Spalten abspielen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Loop</source>
      <translation>Schleife</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Play round and round, between the in and the out point</source>
      <translation>Immer wieder abspielen, zwischen In- und Out-Punkt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Picture on the Full Screen</source>
      <translation>Bild auf dem ganzen Bildschirm</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Nothing but the picture, on the screen that the window is on</source>
      <translation>Nichts als das Bild, auf dem Bildschirm des Fensters</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Show Proxies</source>
      <translation>Proxys zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Where footage has a proxy, show that instead: exports never use it</source>
      <translation>Wo Material einen Proxy hat, diesen zeigen: Exporte benutzen ihn nie</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Handles on the Picture</source>
      <translation>Anfasser auf dem Bild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Move, scale and turn the selected clip in the monitor</source>
      <translation>Den ausgewählten Clip im Monitor verschieben, skalieren und drehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Crop in the Monitor</source>
      <translation>Im Monitor beschneiden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Drag the edges of the selected clip</source>
      <translation>Die Kanten des ausgewählten Clips ziehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Safe Areas</source>
      <translation>Sichere Bereiche</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>90 and 80 per cent of the picture, and its middle</source>
      <translation>90 und 80 Prozent des Bildes, und seine Mitte</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Nudge Picture {way}</source>
      <translation>Bild schieben: {way}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/monitor_switches.py" />
      <source>Playback Quality: {quality}</source>
      <translation>Abspielqualität: {quality}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/picture_view.py" />
      <source>Picture of the timeline</source>
      <translation>Bild der Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/scrub_bar.py" />
      <source>Position in the timeline</source>
      <translation>Stelle in der Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/sound.py" />
      <source>No sound device</source>
      <translation>Kein Tongerät</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/sound.py" />
      <source>The sound device does not answer</source>
      <translation>Das Tongerät antwortet nicht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/monitor/sound.py" />
      <source>The sound is not ready in time</source>
      <translation>Der Ton wird nicht rechtzeitig fertig</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Render</source>
      <translation>Rendern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Upload</source>
      <translation>Hochladen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Submit</source>
      <translation>Abschicken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Transcode</source>
      <translation>Transkodieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Verify</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Publish</source>
      <translation>Veröffentlichen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Upload of footage</source>
      <translation>Material wird hochgeladen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Proxy of footage</source>
      <translation>Proxy des Materials</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>See the log.</source>
      <translation>Sehen Sie ins Protokoll.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/entry_words.py" />
      <source>Queued, {place} in line</source>
      <translation>In der Warteschlange, Platz {place}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>On its way</source>
      <translation>Unterwegs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Let it rest, also when the program is started again. All others go on.</source>
      <translation>Ruhen lassen, auch wenn das Programm neu gestartet wird. Alle anderen gehen weiter.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Stage</source>
      <translation>Stufe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Turn</source>
      <translation>Reihe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Time left</source>
      <translation>Restzeit</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Attempts</source>
      <translation>Versuche</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Problem</source>
      <translation>Problem</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>What to do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Nothing is on its way</source>
      <translation>Nichts ist unterwegs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Outbox</source>
      <translation>Ausgang</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>{n} jobs</source>
      <translation>
        <numerusform>{n} Auftrag</numerusform>
        <numerusform>{n} Aufträge</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/outbox/outbox_panel.py" />
      <source>Job</source>
      <translation>Auftrag</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_button.py" />
      <source>Timeline: {name}</source>
      <translation>Timeline: {name}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Name of the timeline</source>
      <translation>Name der Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Archive</source>
      <translation>Archivieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Add as Clip</source>
      <translation>Als Clip hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Put it on the open timeline, as one clip</source>
      <translation>Auf die offene Timeline legen, als einen Clip</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Archived</source>
      <translation>Archiviert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>List archived ones, too</source>
      <translation>Auch archivierte auflisten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Timelines</source>
      <translation>Timelines</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Put it back on this list</source>
      <translation>Zurück auf diese Liste</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/picker/picker_popover.py" />
      <source>Take it off this list; nothing is deleted</source>
      <translation>Von dieser Liste nehmen; nichts wird gelöscht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/check_popover.py" />
      <source>Check timeline</source>
      <translation>Timeline prüfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/check_popover.py" />
      <source>Check Again</source>
      <translation>Noch einmal prüfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/check_popover.py" />
      <source>Fix All</source>
      <translation>Alles beheben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/check_popover.py" />
      <source>All that an edit can put right</source>
      <translation>Alles, was sich durch eine Änderung beheben lässt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/finding_row.py" />
      <source>Stops the send</source>
      <translation>Hält das Senden auf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/finding_row.py" />
      <source>Warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/finding_row.py" />
      <source>Put this right</source>
      <translation>Beheben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/finding_row.py" />
      <source>Go To</source>
      <translation>Hingehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/finding_row.py" />
      <source>Show it on the timeline (Return)</source>
      <translation>Auf der Timeline zeigen (Eingabe)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/findings_view.py" />
      <source>Findings</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/upload_checks.py" />
      <source>Checking “{name}” …</source>
      <translation>„{name}“ wird geprüft …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/preflight/upload_checks.py" />
      <source>“{name}” is on its way. {summary}</source>
      <translation>„{name}“ ist unterwegs. {summary}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/ladder_player.py" />
      <source>Picture of the production</source>
      <translation>Bild der Produktion</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/ladder_player.py" />
      <source>Rung of the ladder</source>
      <translation>Stufe der Leiter</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/ladder_player.py" />
      <source>Which rung of the ladder is played</source>
      <translation>Welche Stufe der Leiter gespielt wird</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/production_columns.py" />
      <source>Cancelled</source>
      <translation>Abgebrochen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/production_columns.py" />
      <source>Started</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/production_columns.py" />
      <source>Waits for media</source>
      <translation>Wartet auf Medien</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Completed</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Send an export to HLS</source>
      <translation>Senden Sie einen Export an HLS</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Productions</source>
      <translation>Produktionen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Send the same upload again, as a new production</source>
      <translation>Dasselbe noch einmal senden, als neue Produktion</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Here, with a choice of rung</source>
      <translation>Hier, mit Wahl der Stufe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Publish…</source>
      <translation>Veröffentlichen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Show it in a space</source>
      <translation>In einem Bereich zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Copy Link</source>
      <translation>Link kopieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Watch in Browser</source>
      <translation>Im Browser ansehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>On its own page, as others see it</source>
      <translation>Auf seiner eigenen Seite, wie andere es sehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Report…</source>
      <translation>Bericht …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Measured bit rates, SSIM and loudness, and what it was made of</source>
      <translation>Gemessene Bitraten, SSIM und Lautheit, und woraus es gemacht wurde</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Cancel {count}</source>
      <translation>{count} abbrechen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/productions/productions_panel.py" />
      <source>Retry {count}</source>
      <translation>{count} wiederholen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience.py" />
      <source>Whoever sees the space</source>
      <translation>Wer den Bereich sieht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience.py" />
      <source>Members of the space only</source>
      <translation>Nur Mitglieder des Bereichs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience.py" />
      <source>Everyone</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience.py" />
      <source>Who may watch</source>
      <translation>Wer es sehen darf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience.py" />
      <source>Show in the space’s feed</source>
      <translation>Im Feed des Bereichs zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience.py" />
      <source>Show in everyone’s feed</source>
      <translation>Im Feed für alle zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience.py" />
      <source>What only members see is never in everyone’s feed</source>
      <translation>Was nur Mitglieder sehen, ist nie im Feed für alle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/audience_popover.py" />
      <source>“{name}” in “{space}”</source>
      <translation>„{name}“ in „{space}“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Waits for approval</source>
      <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Approved</source>
      <translation>Freigegeben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Rejected</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Unpublished</source>
      <translation>Zurückgezogen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>In no feed</source>
      <translation>In keinem Feed</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>For everyone</source>
      <translation>Für alle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Everyone’s feed</source>
      <translation>Feed für alle</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Members only</source>
      <translation>Nur Mitglieder</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>In its space</source>
      <translation>In seinem Bereich</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Production</source>
      <translation>Produktion</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Published</source>
      <translation>Veröffentlicht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publication_columns.py" />
      <source>Visible</source>
      <translation>Sichtbar</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Shown</source>
      <translation>Gezeigt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Nothing published yet</source>
      <translation>Noch nichts veröffentlicht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Show Productions</source>
      <translation>Produktionen zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Spaces…</source>
      <translation>Bereiche …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Publications</source>
      <translation>Veröffentlichungen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Make, rename and remove spaces</source>
      <translation>Bereiche anlegen, umbenennen und entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Who Sees It…</source>
      <translation>Wer es sieht …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Change who may</source>
      <translation>Ändern, wer darf</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>{n} publications</source>
      <translation>
        <numerusform>{n} Veröffentlichung</numerusform>
        <numerusform>{n} Veröffentlichungen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Show it no longer (Delete)</source>
      <translation>Nicht länger zeigen (Entf)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publications_panel.py" />
      <source>Watch</source>
      <translation>Ansehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publish_flow.py" />
      <source>“{name}” in “{space}”: {where}.</source>
      <translation>„{name}“ in „{space}“: {where}.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publish_flow.py" />
      <source>Unpublished {what}{where}.</source>
      <translation>{what}{where} zurückgezogen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publish_flow.py" />
      <source>Published “{name}” in “{space}”.</source>
      <translation>„{name}“ in „{space}“ veröffentlicht.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publish_popover.py" />
      <source>Name of the new space</source>
      <translation>Name des neuen Bereichs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publish_popover.py" />
      <source>Publish “{name}”</source>
      <translation>„{name}“ veröffentlichen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/publish_popover.py" />
      <source>It is published there already: this changes who sees it.</source>
      <translation>Es ist dort schon veröffentlicht: Dies ändert, wer es sieht.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_choice.py" />
      <source>Where it is published once it is ready</source>
      <translation>Wo es veröffentlicht wird, sobald es fertig ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_choice.py" />
      <source>Publish in</source>
      <translation>Veröffentlichen in</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_choice.py" />
      <source>No space</source>
      <translation>Kein Bereich</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_choice.py" />
      <source>{count} spaces</source>
      <translation>{count} Bereiche</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_popover.py" />
      <source>No space yet. Make one to publish into.</source>
      <translation>Noch kein Bereich. Legen Sie einen an, in dem Sie veröffentlichen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_popover.py" />
      <source>Its address stays</source>
      <translation>Seine Adresse bleibt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_popover.py" />
      <source>Name of the space</source>
      <translation>Name des Bereichs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_popover.py" />
      <source>Name of a new space</source>
      <translation>Name eines neuen Bereichs</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_popover.py" />
      <source>Spaces</source>
      <translation>Bereiche</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_popover.py" />
      <source>Unpublish all in it first</source>
      <translation>Ziehen Sie zuerst alles darin zurück</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/publications/spaces_popover.py" />
      <source>Remove this space</source>
      <translation>Diesen Bereich entfernen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_flow.py" />
      <source>Measuring; it goes on when this is closed.</source>
      <translation>Es wird gemessen, auch wenn dies geschlossen wird.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_flow.py" />
      <source>It was not measured: {error}</source>
      <translation>Es wurde nicht gemessen: {error}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_flow.py" />
      <source>Saved {name}.</source>
      <translation>{name} gesichert.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>Measure the outputs (again)</source>
      <translation>Die Ausgaben (noch einmal) messen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>Save Report…</source>
      <translation>Bericht sichern …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>As a page, or as JSON</source>
      <translation>Als Seite oder als JSON</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>It is not measured yet.</source>
      <translation>Es ist noch nicht gemessen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>Report: {name}</source>
      <translation>Bericht: {name}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_popover.py" />
      <source>Measure Again</source>
      <translation>Noch einmal messen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/report/report_view.py" />
      <source>Ladder</source>
      <translation>Leiter</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/scopes/graticule.py" />
      <source>Mg</source>
      <translation>Mg</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/scopes/graticule.py" />
      <source>Cy</source>
      <translation>Cy</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/scopes/scope_view.py" />
      <source>Waveform: brightness in per cent, from left to right of the picture</source>
      <translation>Waveform: Helligkeit in Prozent, von links nach rechts im Bild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/scopes/scope_view.py" />
      <source>Parade: red, green and blue in per cent, each from left to right of the picture</source>
      <translation>Parade: Rot, Grün und Blau in Prozent, jedes von links nach rechts im Bild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/scopes/scope_view.py" />
      <source>Vectorscope: hue around the centre, saturation away from it</source>
      <translation>Vektorskop: Farbton um die Mitte, Sättigung nach außen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/scopes/scope_view.py" />
      <source>Histogram: how often each level of red, green and blue is there</source>
      <translation>Histogramm: wie oft jede Stufe von Rot, Grün und Blau vorkommt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/arrangement.py" />
      <source>Review</source>
      <translation>Sichten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>New Timeline</source>
      <translation>Neue Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Open Timeline…</source>
      <translation>Timeline öffnen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Rename Timeline…</source>
      <translation>Timeline umbenennen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Duplicate Timeline</source>
      <translation>Timeline duplizieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Keep how the timeline is now, under a name</source>
      <translation>Festhalten, wie die Timeline jetzt ist, unter einem Namen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Archive Timeline</source>
      <translation>Timeline archivieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Copy Link to Timeline</source>
      <translation>Link zur Timeline kopieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Import Media…</source>
      <translation>Medien importieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Relink Missing Media…</source>
      <translation>Fehlende Medien neu verbinden …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Find footage whose files are gone, and put it back</source>
      <translation>Material finden, dessen Dateien weg sind, und es zurückholen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Import Timeline from OTIO…</source>
      <translation>Timeline aus OTIO importieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Import captions: SRT or WebVTT, on a track of their own</source>
      <translation>Untertitel importieren: SRT oder WebVTT, auf eine eigene Spur</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Save a Copy as OTIO…</source>
      <translation>Kopie als OTIO sichern …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Make Proxies</source>
      <translation>Proxys machen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Small films for the monitor: of the selected clips, or of all footage</source>
      <translation>Kleine Filme für den Monitor: von den ausgewählten Clips oder von allem Material</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Delete Proxies</source>
      <translation>Proxys löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Of the selected clips, or of all footage on the timeline</source>
      <translation>Die der ausgewählten Clips, oder von allem Material auf der Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Make Proxies of Heavy Footage</source>
      <translation>Proxys von schwerem Material machen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>By themselves: of 4K, HEVC, AV1, VP9, ProRes, ten bits, and high bit rates</source>
      <translation>Von selbst: von 4K, HEVC, AV1, VP9, ProRes, zehn Bit und hohen Bitraten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Accounts…</source>
      <translation>Konten …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Set up and choose accounts</source>
      <translation>Konten einrichten und wählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Free Space…</source>
      <translation>Platz schaffen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Clear what only saves time</source>
      <translation>Löschen, was nur Zeit spart</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Search Commands…</source>
      <translation>Befehle suchen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Find and run any command; go to a marker, a timeline, footage</source>
      <translation>Jeden Befehl finden und ausführen; zu Markern, Timelines, Material gehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>The Edit workspace</source>
      <translation>Der Arbeitsbereich „Bearbeiten“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>The Review workspace: a large picture beside the markers</source>
      <translation>Der Arbeitsbereich „Sichten“: ein großes Bild neben den Markern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>The Deliver workspace</source>
      <translation>Der Arbeitsbereich „Ausliefern“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Next Panel</source>
      <translation>Nächster Bereich</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Previous Panel</source>
      <translation>Voriger Bereich</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Maximise Panel</source>
      <translation>Bereich maximieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Panel in Its Own Window</source>
      <translation>Bereich in eigenem Fenster</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>The panel with the focus: on another screen, or back in its place</source>
      <translation>Der Bereich mit dem Fokus: auf einen anderen Bildschirm, oder zurück an seinen Platz</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Reset Layout</source>
      <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Panels as at first</source>
      <translation>Bereiche wie am Anfang</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Full Screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Check Timeline…</source>
      <translation>Timeline prüfen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>What stands in the way of a send</source>
      <translation>Was einem Senden im Weg steht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Export with the preset that was used last</source>
      <translation>Mit der zuletzt benutzten Vorgabe exportieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Render in Background</source>
      <translation>Im Hintergrund rendern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Encode this timeline while nobody works, on the mains: an export then only joins</source>
      <translation>Diese Timeline rendern, während niemand arbeitet, am Stromnetz: Ein Export setzt dann nur zusammen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Export As…</source>
      <translation>Exportieren als …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Presets, and more</source>
      <translation>Vorgaben und mehr</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Send to HLS…</source>
      <translation>An HLS senden …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Profiles</source>
      <translation>Profile</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Uploads</source>
      <translation>Uploads</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Show a production in a space</source>
      <translation>Eine Produktion in einem Bereich zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>All that is on its way</source>
      <translation>Alles, was unterwegs ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Watch Productions</source>
      <translation>Produktionen ansehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>The page of all productions, in the browser</source>
      <translation>Die Seite aller Produktionen, im Browser</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Write Site…</source>
      <translation>Website schreiben …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>What is published, as a folder for any web server</source>
      <translation>Was veröffentlicht ist, als Ordner für jeden Webserver</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Keys…</source>
      <translation>Tasten …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>All keys at a glance</source>
      <translation>Alle Tasten auf einen Blick</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Keyboard Shortcuts…</source>
      <translation>Tastenkürzel …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Change keys, or take those of another editor</source>
      <translation>Tasten ändern oder die eines anderen Editors übernehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>What's This?</source>
      <translation>Was ist das?</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Press on a part of the window to be told about it</source>
      <translation>Drücken Sie auf einen Teil des Fensters, um davon zu erfahren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>About This Panel</source>
      <translation>Über diesen Bereich</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>What the panel with the keyboard is for</source>
      <translation>Wofür der Bereich mit der Tastatur da ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Open the Log Folder</source>
      <translation>Protokollordner öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Timeline Studio {version}, GPL-3.0-or-later</source>
      <translation>Timeline Studio {version}, GPL-3.0-or-later</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Choose a production that is ready, then publish it.</source>
      <translation>Wählen Sie eine fertige Produktion aus, dann veröffentlichen Sie sie.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Show or hide: {panel}</source>
      <translation>Zeigen oder ausblenden: {panel}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/commands.py" />
      <source>Copied {link}</source>
      <translation>{link} kopiert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/download_line.py" />
      <source>Stop fetching this timeline's footage</source>
      <translation>Das Material dieser Timeline nicht weiter holen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/download_line.py" />
      <source>Downloading {short}{more}: {share}</source>
      <translation>{short}{more} wird geladen: {share}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/download_line.py" />
      <source>{files} still in the cloud only.</source>
      <translation>{files} liegen weiter nur in der Cloud.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>not in this FFmpeg</source>
      <translation>nicht in diesem FFmpeg</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>No encoder of a graphics card works here: the processor encodes.</source>
      <translation>Kein Encoder einer Grafikkarte geht hier: Der Prozessor kodiert.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>Works on the graphics card: {names}.</source>
      <translation>Geht auf der Grafikkarte: {names}.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>A graphics card's where one works and nothing can be copied or used again</source>
      <translation>Der einer Grafikkarte, wo einer geht und nichts kopiert oder wiederverwendet werden kann</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>After a new graphics card or driver</source>
      <translation>Nach einer neuen Grafikkarte oder einem neuen Treiber</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>Trying the Encoders…</source>
      <translation>Encoder werden ausprobiert …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>Try Them Again</source>
      <translation>Noch einmal ausprobieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/encoder_menu.py" />
      <source>Always {name}</source>
      <translation>Immer {name}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_flow.py" />
      <source>{note}. {encoder} made it instead.</source>
      <translation>{note}. {encoder} hat es stattdessen gemacht.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_flow.py" />
      <source>The export of “{name}” failed: {reason}</source>
      <translation>Der Export von „{name}“ ist fehlgeschlagen: {reason}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_flow.py" />
      <source>see the log</source>
      <translation>sehen Sie ins Protokoll</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Name the new preset</source>
      <translation>Die neue Vorgabe benennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Show My Presets</source>
      <translation>Meine Vorgaben zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>The folder of your own presets: small files to change in a text editor</source>
      <translation>Der Ordner Ihrer eigenen Vorgaben: kleine Dateien für einen Texteditor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Match Source</source>
      <translation>Der Quelle folgen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Copy what clips show untouched, without encoding it again. Unasked it is done where that is most of the timeline.</source>
      <translation>Kopieren, was Clips unverändert zeigen, ohne es neu zu kodieren. Ungefragt geschieht das, wo das der größte Teil der Timeline ist.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Only In to Out</source>
      <translation>Nur In bis Out</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Leave out what is before the in point and behind the out point</source>
      <translation>Weglassen, was vor dem In-Punkt und hinter dem Out-Punkt liegt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Match Source ({share} can be copied)</source>
      <translation>Der Quelle folgen ({share} lässt sich kopieren)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>“{name}” is a preset of your own now. Its file is {made}.json.</source>
      <translation>„{name}“ ist jetzt Ihre eigene Vorgabe. Ihre Datei ist {made}.json.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Save Export As…</source>
      <translation>Export sichern als …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/export_menu.py" />
      <source>Duplicate Preset…</source>
      <translation>Vorgabe duplizieren …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/files.py" />
      <source>No program could open {address}.</source>
      <translation>Kein Programm konnte {address} öffnen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/header.py" />
      <source>Show the Outbox: all that is on its way</source>
      <translation>Den Ausgang zeigen: alles, was unterwegs ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/header.py" />
      <source>Export as: presets, and more</source>
      <translation>Exportieren als: Vorgaben und mehr</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/header.py" />
      <source>Send as: profiles</source>
      <translation>Senden als: Profile</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/shell/header.py" />
      <source>{n} jobs · {percent} %</source>
      <translation>
        <numerusform>{n} Auftrag · {percent} %</numerusform>
        <numerusform>{n} Aufträge · {percent} %</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/header.py" />
      <source>{failed} failed</source>
      <translation>{failed} fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/header.py" />
      <source>{paused} paused</source>
      <translation>{paused} angehalten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/key_tips.py" />
      <source>Export an MP4 master</source>
      <translation>Einen MP4-Master exportieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/key_tips.py" />
      <source>Send this timeline to HLS</source>
      <translation>Diese Timeline an HLS senden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/key_tips.py" />
      <source>Import media</source>
      <translation>Medien importieren</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/key_tips.py" />
      <source>Add a caption at the playhead</source>
      <translation>Einen Untertitel am Abspielkopf anlegen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/key_tips.py" />
      <source>New timeline</source>
      <translation>Neue Timeline</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/language_menu.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/language_menu.py" />
      <source>The window speaks it from the next start on.</source>
      <translation>Das Fenster spricht sie ab dem nächsten Start.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/language_menu.py" />
      <source>As the System</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/language_menu.py" />
      <source>From the next start on</source>
      <translation>Ab dem nächsten Start</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/menus.py" />
      <source>Panels</source>
      <translation>Bereiche</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/menus.py" />
      <source>Add Effect</source>
      <translation>Effekt hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/menus.py" />
      <source>Playback Quality</source>
      <translation>Abspielqualität</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/nesting_flow.py" />
      <source>Add timeline</source>
      <translation>Timeline hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/panels.py" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/panels.py" />
      <source>Scopes</source>
      <translation>Messbilder</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/placement.py" />
      <source>Place on top</source>
      <translation>Obenauf legen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/placement.py" />
      <source>Replace with</source>
      <translation>Ersetzen durch</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/placement.py" />
      <source>{verb} {name}</source>
      <translation>{verb} {name}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/profile_menu.py" />
      <source>Show My Profiles</source>
      <translation>Meine Profile zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/profile_menu.py" />
      <source>The folder of your own profiles: small files to change in a text editor</source>
      <translation>Der Ordner Ihrer eigenen Profile: kleine Dateien für einen Texteditor</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/profile_menu.py" />
      <source>Send to HLS with the profile “{name}”</source>
      <translation>Mit dem Profil „{name}“ an HLS senden</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/profile_menu.py" />
      <source>Cannot make the folder {folder}: {reason}.</source>
      <translation>Der Ordner {folder} lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/shell/proxy_flow.py" />
      <source>{n} proxies are being made.</source>
      <translation>
        <numerusform>{n} Proxy wird gemacht.</numerusform>
        <numerusform>{n} Proxys werden gemacht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/shell/proxy_flow.py" />
      <source>{n} proxies were deleted.</source>
      <translation>
        <numerusform>{n} Proxy wurde gelöscht.</numerusform>
        <numerusform>{n} Proxys wurden gelöscht.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/proxy_flow.py" />
      <source>There is nothing to make a proxy of.</source>
      <translation>Es gibt nichts, wovon ein Proxy zu machen wäre.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/proxy_flow.py" />
      <source>There was no proxy.</source>
      <translation>Es gab keinen Proxy.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/publication_routes.py" />
      <source>Copied the link of “{name}”.</source>
      <translation>Link von „{name}“ kopiert.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>It works in the Edit workspace.</source>
      <translation>Das geht im Arbeitsbereich „Bearbeiten“.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Edit Workspace</source>
      <translation>Arbeitsbereich „Bearbeiten“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Review Workspace</source>
      <translation>Arbeitsbereich „Sichten“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Deliver Workspace</source>
      <translation>Arbeitsbereich „Ausliefern“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Show Media Bin</source>
      <translation>Medienablage zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Show Inspector</source>
      <translation>Inspektor zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Show Timeline</source>
      <translation>Timeline zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Show Exports</source>
      <translation>Exporte zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Show Uploads</source>
      <translation>Uploads zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Show Publications</source>
      <translation>Veröffentlichungen zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Show Outbox</source>
      <translation>Ausgang zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Theme: {name}</source>
      <translation>Aussehen: {name}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/registration.py" />
      <source>Language: {name}</source>
      <translation>Sprache: {name}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/routes.py" />
      <source>Exported. Send it to HLS from here.</source>
      <translation>Exportiert. Von hier geht es an HLS.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/routes.py" />
      <source>Ready to watch.</source>
      <translation>Bereit zum Ansehen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/routes.py" />
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/routes.py" />
      <source>Archived “{name}”</source>
      <translation>„{name}“ archiviert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/routes.py" />
      <source>“{name}” is back on the list</source>
      <translation>„{name}“ ist wieder auf der Liste</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/routes.py" />
      <source>The media of “{name}” is missing. Put its file back, or import it again and replace the clip, or delete the clip.</source>
      <translation>Das Material von „{name}“ fehlt. Legen Sie seine Datei zurück, oder importieren Sie es neu und ersetzen den Clip, oder löschen Sie den Clip.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/routes.py" />
      <source>Exported {name}</source>
      <translation>{name} exportiert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/send_popover.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/send_popover.py" />
      <source>Close; the work goes on (Esc)</source>
      <translation>Schließen; die Arbeit geht weiter (Esc)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/send_popover.py" />
      <source>Closing the program is safe: it goes on when you open it again.</source>
      <translation>Das Programm zu schließen ist sicher: Es geht weiter, wenn Sie es wieder öffnen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/send_popover.py" />
      <source>Retry from here</source>
      <translation>Von hier wiederholen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/send_popover.py" />
      <source>All that is on its way, in Deliver</source>
      <translation>Alles, was unterwegs ist, in „Ausliefern“</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/send_stages.py" />
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/session.py" />
      <source>Restore unsaved edits</source>
      <translation>Nicht gesicherte Änderungen zurückholen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>Everything that is published for everyone</source>
      <translation>Alles, was für alle veröffentlicht ist</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>Choose Folder…</source>
      <translation>Ordner wählen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>What is there already stays whole</source>
      <translation>Was schon da ist, bleibt unversehrt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>A folder with a page a video, that any web server can serve. The next time only what changed is written.</source>
      <translation>Ein Ordner mit einer Seite je Video, für jeden Webserver. Beim nächsten Mal wird nur geschrieben, was sich geändert hat.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>What the site shows</source>
      <translation>Was die Website zeigt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>With what only its members may see</source>
      <translation>Mit dem, was nur Mitglieder sehen dürfen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>Only where the web server lets in nobody else</source>
      <translation>Nur wo der Webserver sonst niemanden einlässt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/site_popover.py" />
      <source>Write a site</source>
      <translation>Eine Website schreiben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/source_flow.py" />
      <source>“{name}” is not in the library: import it to open it as a source.</source>
      <translation>„{name}“ ist nicht in der Bibliothek: Importieren Sie es, um es als Quelle zu öffnen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/status_line.py" />
      <source>{size} · {rate} · {sound} kHz</source>
      <translation>{size} · {rate} · {sound} kHz</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/status_line.py" />
      <source>{size} free</source>
      <translation>{size} frei</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/theme_menu.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/theme_menu.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/theme_menu.py" />
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/theme_menu.py" />
      <source>Dark surroundings for footage</source>
      <translation>Dunkle Umgebung für das Bild</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/theme_menu.py" />
      <source>Light, for a bright room</source>
      <translation>Hell, für einen hellen Raum</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/theme_menu.py" />
      <source>As the system has it</source>
      <translation>Wie im System eingestellt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/theme_menu.py" />
      <source>Theme</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/timeline_files.py" />
      <source>OpenTimelineIO (*.otio)</source>
      <translation>OpenTimelineIO (*.otio)</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/timeline_files.py" />
      <source>Importing {name}…</source>
      <translation>{name} wird importiert …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/timeline_files.py" />
      <source>Saved {written}</source>
      <translation>{written} gesichert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Save as a copy</source>
      <translation>Als Kopie sichern</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Close anyway</source>
      <translation>Trotzdem schließen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Open it</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>This timeline is open in another window, so it is read-only here. Close it there.</source>
      <translation>Diese Timeline ist in einem anderen Fenster offen und darum hier schreibgeschützt. Schließen Sie sie dort.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Edit a copy</source>
      <translation>Eine Kopie bearbeiten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>{standing} Close all the same, and your last edits wait on this computer until you open the timeline again.</source>
      <translation>{standing} Schließen Sie trotzdem, warten Ihre letzten Änderungen auf diesem Computer, bis Sie die Timeline wieder öffnen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Saved {time}</source>
      <translation>Gesichert {time}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>No timeline is open. {reason}</source>
      <translation>Keine Timeline ist offen. {reason}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Saved {moment}</source>
      <translation>Gesichert {moment}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Restored your edits of {time}, which had not been saved: {changes}.</source>
      <translation>Ihre nicht gesicherten Änderungen von {time} sind zurückgeholt: {changes}.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>This timeline was changed elsewhere before your last edits were saved. They are kept as “{name}”.</source>
      <translation>Diese Timeline wurde anderswo geändert, bevor Ihre letzten Änderungen gesichert waren. Sie sind als „{name}“ aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Not saved: {reason}</source>
      <translation>Nicht gesichert: {reason}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Not saved</source>
      <translation>Nicht gesichert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Read-only</source>
      <translation>Schreibgeschützt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/trouble.py" />
      <source>Saving…</source>
      <translation>Wird gesichert …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/version_flow.py" />
      <source>Name this version</source>
      <translation>Diese Fassung benennen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/version_flow.py" />
      <source>Against now: {text}</source>
      <translation>Gegenüber jetzt: {text}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/version_flow.py" />
      <source>Restore {words}</source>
      <translation>{words} zurückholen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/version_flow.py" />
      <source>Saved the version “{name}”.</source>
      <translation>Die Fassung „{name}“ ist gesichert.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>At the left the open timeline: press its name for all timelines. In the middle the workspaces. At the right what is on its way, and what makes a film of this timeline: Export writes a file, Send to HLS does all that it takes to be watched.</source>
      <translation>Links die offene Timeline: Drücken Sie auf ihren Namen für alle Timelines. In der Mitte die Arbeitsbereiche. Rechts, was unterwegs ist, und was aus dieser Timeline einen Film macht: „Exportieren“ schreibt eine Datei, „An HLS senden“ tut alles, damit man sie ansehen kann.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>Your footage. Drop files here, or press Import. Drag footage to the timeline, or choose it and append, insert or overwrite by key. Nothing here is changed by an edit.</source>
      <translation>Ihr Material. Legen Sie Dateien hier ab, oder drücken Sie „Importieren“. Ziehen Sie Material auf die Timeline, oder wählen Sie es aus und hängen es per Taste an, fügen es ein oder überschreiben damit. Ein Schnitt ändert hier nichts.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>The timeline's picture at the playhead, or, in the Source tab, footage before it is cut in: mark an in and an out point there, then insert or overwrite.</source>
      <translation>Das Bild der Timeline am Abspielkopf, oder, im Reiter „Quelle“, Material vor dem Schnitt: Setzen Sie dort In und Out, dann fügen Sie es ein oder überschreiben damit.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>Play, and go by frames or to an end. The number at the left is the playhead's timecode, the one at the right the length.</source>
      <translation>Abspielen, und nach Bildern oder an ein Ende gehen. Links der Timecode des Abspielkopfs, rechts die Länge.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>What is selected, in numbers: change them for one clip or for many. The other tabs list what was done, captions, and markers.</source>
      <translation>Was ausgewählt ist, in Zahlen: Ändern Sie sie für einen Clip oder für viele. Die anderen Reiter listen auf, was getan wurde, Untertitel und Marker.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>The film. Each row is a track: pictures above cover those below. Drag clips to move them, their edges to trim them, the cut between two to roll it. The playhead is the red line.</source>
      <translation>Der Film. Jede Zeile ist eine Spur: Bilder weiter oben verdecken die darunter. Ziehen Sie Clips, um sie zu verschieben, ihre Kanten zum Trimmen, den Schnitt zwischen zweien zum Rollen. Der Abspielkopf ist die rote Linie.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>Tools change what a drag does; holding a tool's key borrows it. Then what snaps and what closes gaps, and what is put in at the playhead. At the right the zoom.</source>
      <translation>Werkzeuge ändern, was Ziehen bewirkt; eine gehaltene Taste leiht ihr Werkzeug aus. Dann, was einrastet und was Lücken schließt, und was am Abspielkopf eingesetzt wird. Rechts der Zoom.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>Time. Press to move the playhead. Markers stand at its lower edge. The line at its bottom says what an export finds ready.</source>
      <translation>Zeit. Drücken bewegt den Abspielkopf. Marker stehen an der unteren Kante. Die Linie ganz unten sagt, was ein Export fertig vorfindet.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>The whole film. Drag the frame to scroll, its edges to zoom.</source>
      <translation>Der ganze Film. Ziehen Sie den Rahmen zum Scrollen, seine Kanten zum Zoomen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>One a track: press the name to have material from the media bin go there. The lock keeps a track as it is; the eye hides it, M mutes it, S lets it be heard alone.</source>
      <translation>Je Spur einer: Drücken Sie auf den Namen, damit Material aus der Medienablage dorthin geht. Das Schloss schützt die Spur; das Auge blendet sie aus, M macht sie stumm, S lässt sie allein hören.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>How loud it is that you hear: two bars with their highest marks, red on top where the true peak went too high, and the loudness of now (M), of some seconds (S) and on the whole (I) in LUFS. Press to reset.</source>
      <translation>Wie laut ist, was Sie hören: zwei Balken mit ihren Höchstmarken, oben rot, wo die Spitze zu hoch war, und die Lautheit von jetzt (M), einiger Sekunden (S) und insgesamt (I) in LUFS. Drücken setzt zurück.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>How loud things are: the selected clips, a track and what it yields to, and the film that is exported. Record puts what you say onto the track.</source>
      <translation>Wie laut alles ist: die ausgewählten Clips, eine Spur und wovor sie zurückweicht, und der Film beim Export. „Aufnehmen“ legt, was Sie sagen, auf die Spur.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>The films that were rendered. Each can be sent to HLS, played, or opened as a timeline.</source>
      <translation>Die gerenderten Filme. Jeder lässt sich an HLS senden, abspielen, oder als Timeline öffnen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>The footage of all timelines, with what uses it: rename it, relink it, delete it.</source>
      <translation>Das Material aller Timelines, und wo es benutzt wird: umbenennen, neu verbinden, löschen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>What was sent to HLS: watch it, publish it, read its report.</source>
      <translation>Was an HLS gesendet wurde: ansehen, veröffentlichen, den Bericht lesen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>What is shown in which space, and to whom.</source>
      <translation>Was in welchem Bereich gezeigt wird, und wem.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/shell/whats_this.py" />
      <source>All that is on its way: pause it, cancel it, or put right what stopped it.</source>
      <translation>Alles, was unterwegs ist: anhalten, abbrechen, oder beheben, was es aufgehalten hat.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_flow.py" />
      <source>Freed {size}.</source>
      <translation>{size} frei geworden.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Waveforms</source>
      <translation>Wellenformen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Drawn again when a timeline shows them</source>
      <translation>Neu gezeichnet, wenn eine Timeline sie zeigt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Pieces of earlier exports</source>
      <translation>Stücke früherer Exporte</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>The next export encodes everything again</source>
      <translation>Der nächste Export kodiert alles neu</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Pieces of earlier transcodes</source>
      <translation>Stücke früherer Transkodierungen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>What was not finished begins again</source>
      <translation>Was nicht fertig war, beginnt neu</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Proxies of heavy footage</source>
      <translation>Proxys von schwerem Material</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>The monitor shows the footage itself</source>
      <translation>Der Monitor zeigt das Material selbst</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Copies of footage in S3</source>
      <translation>Kopien von Material in S3</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Fetched again when a timeline needs it</source>
      <translation>Wird wieder geholt, wenn eine Timeline es braucht</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Free space</source>
      <translation>Platz schaffen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Open Folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Clear</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>{size} are free. These files only save time: all are made again where they are needed. Exports that are old are deleted in Deliver.</source>
      <translation>{size} sind frei. Diese Dateien sparen nur Zeit: Alle werden neu gemacht, wo sie gebraucht werden. Alte Exporte löscht man in „Ausliefern“.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>Clear {words}</source>
      <translation>{words} löschen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/space/space_popover.py" />
      <source>All that is kept: {root}</source>
      <translation>Alles, was aufbewahrt wird: {root}</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Dip to Black</source>
      <translation>Durch Schwarz</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Dip to White</source>
      <translation>Durch Weiß</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Wipe Left</source>
      <translation>Wischen nach links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Wipe Right</source>
      <translation>Wischen nach rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Wipe Up</source>
      <translation>Wischen nach oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Wipe Down</source>
      <translation>Wischen nach unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Push Left</source>
      <translation>Schieben nach links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Push Right</source>
      <translation>Schieben nach rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Push Up</source>
      <translation>Schieben nach oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Push Down</source>
      <translation>Schieben nach unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Slide Left</source>
      <translation>Gleiten nach links</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Slide Right</source>
      <translation>Gleiten nach rechts</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Slide Up</source>
      <translation>Gleiten nach oben</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/presets.py" />
      <source>Slide Down</source>
      <translation>Gleiten nach unten</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/transition_delegate.py" />
      <source>Default</source>
      <translation>Vorgabe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/transitions_model.py" />
      <source>{name}: drag it over a cut, or double-click it</source>
      <translation>{name}: über einen Schnitt ziehen oder doppelklicken</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/transitions_model.py" />
      <source>{name}, the default</source>
      <translation>{name}, die Vorgabe</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/transitions_panel.py" />
      <source>Drag one over a cut, or double-click it.</source>
      <translation>Ziehen Sie einen über einen Schnitt, oder doppelklicken Sie.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/transitions_panel.py" />
      <source>Add to Cut</source>
      <translation>Zum Schnitt hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/transitions/transitions_panel.py" />
      <source>Transitions</source>
      <translation>Übergänge</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Logo</source>
      <translation>Logo</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Imported</source>
      <translation>Importiert</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Used in</source>
      <translation>Benutzt in</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>No footage yet</source>
      <translation>Noch kein Material</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Add to Timeline</source>
      <translation>Zur Timeline hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Append it to the open timeline</source>
      <translation>An die offene Timeline anhängen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Its name and description</source>
      <translation>Name und Beschreibung</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Put another file in its place: timelines show that one</source>
      <translation>Eine andere Datei an seine Stelle setzen: Timelines zeigen dann diese</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Delete Source…</source>
      <translation>Material löschen …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Add {count} to Timeline</source>
      <translation>{count} zur Timeline hinzufügen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>Delete {counted_words}…</source>
      <translation>{counted_words} löschen …</translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>{n} uploads</source>
      <translation>
        <numerusform>{n} Upload</numerusform>
        <numerusform>{n} Uploads</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../timeline_studio/ui/uploads/uploads_panel.py" />
      <source>{n} sources</source>
      <translation>
        <numerusform>{n} Quelle</numerusform>
        <numerusform>{n} Quellen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/microphone.py" />
      <source>There is no microphone: connect one, and press Record again.</source>
      <translation>Es gibt kein Mikrofon: Schließen Sie eines an, und drücken Sie noch einmal „Aufnehmen“.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/microphone.py" />
      <source>The microphone gives no sound: allow this program to use it in the system's settings, or choose another one there.</source>
      <translation>Das Mikrofon gibt keinen Ton: Erlauben Sie diesem Programm in den Systemeinstellungen, es zu benutzen, oder wählen Sie dort ein anderes.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/microphone.py" />
      <source>The recording could not be written: is the disk full? What was said until now is kept.</source>
      <translation>Die Aufnahme ließ sich nicht schreiben: Ist der Datenträger voll? Was bisher gesagt wurde, bleibt.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/microphone.py" />
      <source>Float</source>
      <translation>Float</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_over.py" />
      <source>Add an audio track first: what you say needs one to lie on.</source>
      <translation>Legen Sie zuerst eine Audiospur an: Was Sie sagen, braucht eine.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_over.py" />
      <source>{track} is locked: unlock it, or choose another track in the Audio tab.</source>
      <translation>{track} ist gesperrt: Entsperren Sie sie, oder wählen Sie im Reiter „Audio“ eine andere Spur.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_over.py" />
      <source>This timeline is open to read only: what you say cannot be put on it.</source>
      <translation>Diese Timeline ist schreibgeschützt: Was Sie sagen, lässt sich nicht darauf legen.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_over.py" />
      <source>Nothing was recorded: that was too short.</source>
      <translation>Nichts wurde aufgenommen: Das war zu kurz.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>What you say goes onto the track above, from the playhead on. Use headphones.</source>
      <translation>Was Sie sagen, kommt auf die Spur oben, ab dem Abspielkopf. Benutzen Sie Kopfhörer.</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Voice-over</source>
      <translation>Sprecher</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Record</source>
      <translation>Aufnehmen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Voice</source>
      <translation>Stimme</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Count in</source>
      <translation>Vorzählen</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Wait three seconds before it begins</source>
      <translation>Drei Sekunden warten, bevor es beginnt</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Level of the microphone</source>
      <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Recording begins in {seconds}…</source>
      <translation>Aufnahme beginnt in {seconds} …</translation>
    </message>
    <message>
      <location filename="../timeline_studio/ui/voice_over/voice_section.py" />
      <source>Recording, {clock}</source>
      <translation>Aufnahme, {clock}</translation>
    </message>
  </context>
</TS>
