"""The annual report (Children Act 2004, section 14A): what the year's papers have shown."""
