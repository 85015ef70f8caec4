"""What agencies send: one module for each return, files to checked frames."""
