"""The MIME type of our blocks, under which a notebook holds what it displays."""

BLOCK = "application/vnd.pscb.block+json"
