"""What goes out and comes in as a file: one file here for each format.

`reading` opens whatever a person hands over, within limits; each format has a `claims` that tells
its own by header and content, and a `read`. `recognise` asks each in turn, `age` seals and opens.
`calendar` has reminders for the calendar of a phone.
"""
