"""What the app says about what is kept, and where; what leaves, and what the lock does."""

from typing import Final

from domain.language import N_

KEPT: Final = (
    N_(
        "What you write and tap: check-ins with their feelings, words for the body, company and "
        "notes; your list; sessions and what you said about them; moments; people and places, and "
        "how close they are; parts, their map and looks inward; answers to questions; your ways of "
        "staying safe; your own people to turn to."
    ),
    N_(
        "Each with the time it was about, the time it was written, and the offset of the clock of "
        "that place. The app does not ask where you are, and reads no contacts, no photos and no "
        "other app."
    ),
    N_(
        "Besides: your settings, what was half written, and what a file from another app brought "
        "in."
    ),
)
WHERE: Final = N_("On this device, in the folder of this app, and nowhere else.")
BACKUPS: Final = N_(
    "Backups of it lie in the same place: of the last 7 days, 4 weeks and 12 months. What you "
    "delete is still in the ones before, until they go. What you delete for good is taken out of "
    "them too."
)
IN_PAGE: Final = N_(
    "In the storage that this browser gives to this page, on this device, and nowhere else. "
    "Whoever clears the data of this page clears the journal too. A browser may also do that by "
    "itself, when the device runs out of room or the page was not opened for a long time. A backup "
    "saved as a file is safe from that."
)
NOT_KEPT: Final = N_(
    "This journal is only in the memory of this device. It goes when the app closes."
)
INVENTED: Final = N_(
    "This is the invented journal. It lies in a folder of its own that goes when the app closes."
)
NOTHING: Final = (
    N_(
        "Nothing, by itself. There is no account and no server, and the app tells nobody how you "
        "use it."
    ),
    N_(
        "What you yourself share, save, print, copy or carry away does leave. From then on it is "
        "where you put it, with whoever has it there; a sheet that a therapist keeps becomes part "
        "of their record of you."
    ),
)
SERVED: Final = N_(
    "In the browser, its pages come from this computer and talk only to this computer. A file that "
    "you save there goes where the browser puts downloads."
)
ON_A_SITE: Final = N_(
    "These pages come from the site where you opened them, and are kept in this browser. When you "
    "open them, it may ask there for a newer version. That site can see that somebody asked for "
    "them, as any site can. Nothing of the journal is sent there."
)
CALLS: Final = N_(
    "A number that you tap in More support is called by the phone, and may be on its list of calls "
    "and on a bill. A link that you tap is opened by the browser."
)
LOCK: Final = (
    N_(
        "Without a lock, whoever can use this device, or gets hold of its disk, can read the "
        "journal."
    ),
    N_(
        "With one, all entries are sealed, in the backups too: with XChaCha20-Poly1305, and a key "
        "that is itself sealed with what Argon2id makes of your passcode or passphrase. Both are "
        "well-known methods, and not our own."
    ),
    N_(
        "The passcode or passphrase opens it, the recovery code, and on a phone a finger or a face "
        "where you set that. We can't open it, and can't help when all of them are lost."
    ),
    N_(
        "A passcode of a few digits can be found by somebody who has the files and tries them all. "
        "A passphrase of several words takes far longer to find."
    ),
)
LOCK_NOT: Final = (
    N_(
        "It does not help against somebody who watches you type, who forces you to open it, or "
        "whose software is on this device."
    ),
    N_(
        "While it is open, the journal is in the memory of the device, and somebody with the right "
        "tools could read it there."
    ),
    N_(
        "A file that was deleted, or was there before the lock was set, may linger on the disk of "
        "a computer until something else is written over it."
    ),
    N_(
        "Not sealed is what the lock screen needs: light or dark, the name of the window, the "
        "region for More support, and your own people there if you said so. How large the files "
        "are, and when they changed, can be seen too."
    ),
)
SCREEN: Final = (
    N_(
        "“Hide in the app switcher” covers the app among the others on a phone, where the phone "
        "allows it. It does not keep anybody from taking a screenshot or recording the screen."
    ),
    N_(
        "The keyboard of an Android phone is asked not to learn what you type, and keyboards may "
        "do so all the same. On an iPhone none can be asked."
    ),
)
SCREEN_OF_PAGE: Final = (
    N_(
        "Nothing here keeps anybody from taking a screenshot or recording the screen. A keyboard "
        "on the screen may learn what you type: a page can't ask it not to."
    ),
    N_(
        "The history of the browser keeps which places of the app were open and when, without "
        "names."
    ),
)
CLOUD: Final = (
    N_(
        "The device may make backups of its own. This app asks Android to leave it out of them. "
        "Elsewhere, a phone's cloud backup, or one of the whole computer, may hold the folder of "
        "this app unless you leave it out there. With a lock, what they hold is sealed."
    ),
)
CLOUD_OF_PAGE: Final = (
    N_(
        "A phone's cloud backup, or one of the whole computer, may hold what this browser keeps. "
        "With a lock, what they hold of the journal is sealed."
    ),
)
LAW: Final = (
    N_(
        "A notebook of your own is not what the record of a therapist may be: it may not be "
        "privileged, nor protected in the same way."
    ),
    N_(
        "A court may order that a device or a file be handed over, and in some places that it be "
        "opened. Law differs from country to country. We are no lawyers, and this is no legal "
        "advice."
    ),
)
HEALTH: Final = (
    N_(
        "Some laws ask for a policy of its own about consumer health data. What you write here may "
        "be such data. This is ours, all of it."
    ),
    N_(
        "Collected by us: nothing. Shared by us: nothing. Sold by us: nothing. We have no copy, "
        "and no way to get one, so there is nothing for us to hand out, correct or delete."
    ),
    N_(
        "Your rights are on your device. You can see all of it under Look back, take all of it "
        "with you, and delete all of it, whenever you like and without asking anybody:"
    ),
)
ASK: Final = (
    N_(
        "Questions about this go to the project's page, where this app came from. Please write "
        "nothing of your journal there: that page is public."
    ),
)
