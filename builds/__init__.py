"""What is built of the app, and how: the page, the desktop, icons, what phones take."""
