"""Private fostering (item 13), each year: who is notified, and whether children are visited."""
